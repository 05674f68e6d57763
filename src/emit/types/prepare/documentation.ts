import { arrayMember, isObject, type Json, type JsonObject } from "../../../json/index.js";
import type { PreparedSchema } from "./prepared.js";

/** The maximum length of an example or default in a comment. */
const LONGEST_VALUE = 80;

/**
 * Examples that are omitted because they show nothing. As defaults they are shown: they are an omitted value's meaning.
 */
const EMPTY: ReadonlySet<string> = new Set(["", "[]", "{}"]);

/** The member of a prepared schema that contains the parts of its comment. The transform ignores it. */
const DOCUMENTATION = "x-documentation";

/** Adds to a prepared schema the parts of a property's comment, if the original schema says anything. */
export function withDocumentation(prepared: PreparedSchema, schema: JsonObject): PreparedSchema {
  const documentation = documentationOf(schema);
  if (documentation.length === 0 || prepared === false) return prepared;
  return { ...(prepared === true ? {} : prepared), [DOCUMENTATION]: documentation };
}

/** Returns the paragraphs and tags of the comment of a property with this prepared schema; empty if there are none. */
export function preparedDocumentation(schema: PreparedSchema): readonly string[] {
  return typeof schema === "object" ? (arrayMember(schema, DOCUMENTATION) as string[]) : [];
}

/**
 * Returns what a comment says about a schema, or about a parameter in the form of one: paragraphs, then tags in the
 * order that openapi-typescript has. An array or map without text of its own has that of its items or values.
 * @param note an additional paragraph, after the text
 */
export function documentationOf(schema: JsonObject, note?: string): string[] {
  const parts: string[] = [];
  const held = heldBy(schema);
  const own = isText(schema.description) ? schema.description : schema.title;
  const text = isText(own) ? own : held?.description;
  if (isText(text)) parts.push(text.trim());
  if (note !== undefined) parts.push(note);
  const formatted = isText(schema.format) ? schema : held;
  if (formatted && isText(formatted.format) && !isType(formatted)) parts.push(`Format: ${formatted.format}`);
  if (schema.deprecated === true) parts.push("@deprecated");
  const assumed = schema.default === "" ? '""' : shownValue(schema.default);
  if (assumed !== undefined) parts.push(`@default ${assumed.trim()}`);
  const example = shownValue(schema.example ?? (Array.isArray(schema.examples) ? schema.examples[0] : undefined));
  if (example !== undefined && !EMPTY.has(example)) parts.push(`@example ${example.trim()}`);
  return parts;
}

/**
 * Returns the parts of a comment without a first one that only repeats the name of what it describes: `Voice Id` for
 * `voice_id`.
 */
export function beyondName(parts: readonly string[], name: string): readonly string[] {
  const [first = ""] = parts;
  return saysOnly(first, name) ? parts.slice(1) : parts;
}

function saysOnly(text: string, name: string): boolean {
  if (text.length > 2 * name.length + 1 || /^(?:@|Format: )/.test(text)) return false;
  return letters(text) === letters(name);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * Returns the schema of an array's items or a map's values, unless it references a named schema: the type has no place
 * for a comment on it.
 */
function heldBy({ items, properties, additionalProperties }: JsonObject): JsonObject | undefined {
  const held = properties === undefined ? (items ?? additionalProperties) : undefined;
  return isObject(held) && held.$ref === undefined ? held : undefined;
}

/** True for a schema whose format only repeats its type. */
function isType({ format, type }: JsonObject): boolean {
  return Array.isArray(type) && format !== undefined ? type.includes(format) : type === format;
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/** Returns a value as a comment shows it; undefined if it is null or missing, too long, or has several lines. */
function shownValue(value: Json | undefined): string | undefined {
  if (value === undefined || value === null || jsonLength(value, LONGEST_VALUE) > LONGEST_VALUE) return undefined;
  if (typeof value !== "string") return JSON.stringify(value);
  return /[\r\n]/.test(value) ? undefined : value;
}

/** Returns the length of a value's JSON without escapes and quotes. Stops counting once the length exceeds `most`. */
function jsonLength(value: Json, most: number): number {
  if (typeof value !== "object" || value === null) return String(value).length;
  let length = 2;
  for (const [key, item] of Object.entries(value)) {
    if (length > most) break;
    length += (Array.isArray(value) ? 1 : key.length + 2) + jsonLength(item, most - length);
  }
  return length;
}
