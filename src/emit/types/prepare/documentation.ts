import { arrayMember, isObject, type Json, type JsonObject } from "../../../json/index.js";
import type { PreparedSchema } from "./prepared.js";

/** The longest example or default that a comment repeats. */
const LONGEST_VALUE = 80;

/** Examples that show nothing. As a default they say what a value is that is left out. */
const EMPTY: ReadonlySet<string> = new Set(["", "[]", "{}"]);

/** Where a prepared schema has what a comment says of it. The transform itself knows nothing of this member. */
const DOCUMENTATION = "x-documentation";

/** A prepared schema with what the comment of a property says of it, where the schema that it was says anything. */
export function withDocumentation(prepared: PreparedSchema, schema: JsonObject): PreparedSchema {
  const documentation = documentationOf(schema);
  if (documentation.length === 0 || prepared === false) return prepared;
  return { ...(prepared === true ? {} : prepared), [DOCUMENTATION]: documentation };
}

/** The paragraphs and tags of the comment of a property, whose prepared schema this is; none where nothing is said. */
export function preparedDocumentation(schema: PreparedSchema): readonly string[] {
  return typeof schema === "object" ? (arrayMember(schema, DOCUMENTATION) as string[]) : [];
}

/**
 * What a comment says of a schema, or of a parameter in the form of one: paragraphs, and tags in the order that
 * openapi-typescript has. A list or a map that says nothing has the words of what it holds.
 * @param note What else is to be said, behind the text.
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

/** The parts of a comment without a first one that says no more than the name of what it is of: `Voice Id` of `voice_id`. */
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
 * What a list or a map holds, where that is not a schema of a name: in the type it has no place for a comment of its own.
 */
function heldBy({ items, properties, additionalProperties }: JsonObject): JsonObject | undefined {
  const held = properties === undefined ? (items ?? additionalProperties) : undefined;
  return isObject(held) && held.$ref === undefined ? held : undefined;
}

/** True for a schema whose format says only what its type says. */
function isType({ format, type }: JsonObject): boolean {
  return Array.isArray(type) && format !== undefined ? type.includes(format) : type === format;
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/** A value as a comment shows it; undefined where that is long, or of several lines. */
function shownValue(value: Json | undefined): string | undefined {
  if (value === undefined || value === null || jsonLength(value, LONGEST_VALUE) > LONGEST_VALUE) return undefined;
  if (typeof value !== "string") return JSON.stringify(value);
  return /[\r\n]/.test(value) ? undefined : value;
}

/** How long the JSON of a value is without its escapes and quotes; of what is longer than `most`, no more than is seen by then. */
function jsonLength(value: Json, most: number): number {
  if (typeof value !== "object" || value === null) return String(value).length;
  let length = 2;
  for (const [key, item] of Object.entries(value)) {
    if (length > most) break;
    length += (Array.isArray(value) ? 1 : key.length + 2) + jsonLength(item, most - length);
  }
  return length;
}
