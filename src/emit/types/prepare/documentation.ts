import type { Json, JsonObject } from "../../../json/index.js";

/** The longest example or default that a comment repeats. */
const LONGEST_VALUE = 80;

/** Examples that show nothing. As a default they say what a value is that is left out. */
const EMPTY: ReadonlySet<string> = new Set(["", "[]", "{}"]);

/**
 * Adds to a prepared schema the keywords of a schema that documentation is made of, in the form that openapi-typescript
 * prints: it writes `title` as plain text and the others as tags, so the description goes into `title`.
 *
 * @returns `doc`
 */
export function addDocumentation(doc: JsonObject, schema: JsonObject): JsonObject {
  const text = isText(schema.description) ? schema.description : schema.title;
  if (isText(text)) doc.title = text;
  if (isText(schema.format)) doc.format = schema.format;
  if (schema.deprecated === true) doc.deprecated = true;
  const assumed = schema.default === "" ? '""' : shownValue(schema.default);
  if (assumed !== undefined) doc.default = assumed;
  const example = shownValue(schema.example ?? (Array.isArray(schema.examples) ? schema.examples[0] : undefined));
  if (example !== undefined && !EMPTY.has(example)) doc.example = example;
  return doc;
}

/**
 * What a comment says of a schema, or of a parameter in the form of one, in the order that properties have it.
 * @param note What else is to be said, behind the text.
 */
export function documentationOf(schema: JsonObject, note?: string): string[] {
  const { title, format, deprecated, default: assumed, example } = addDocumentation({}, schema);
  return [
    title,
    note,
    format === undefined ? undefined : `Format: ${format}`,
    deprecated === undefined ? undefined : "@deprecated",
    assumed === undefined ? undefined : `@default ${assumed}`,
    example === undefined ? undefined : `@example ${example}`,
  ].filter(isText);
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
