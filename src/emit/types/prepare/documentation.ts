import type { Json, JsonObject } from "../../../json/index.js";

/** The longest example or default that a comment repeats. */
const LONGEST_VALUE = 80;

/**
 * Adds to a prepared schema the keywords of a schema that documentation is made of, in the form that openapi-typescript
 * prints: it writes `title` as plain text and the others as tags, so the description goes into `title`.
 *
 * @returns `doc`
 */
export function addDocumentation(doc: JsonObject, schema: JsonObject): JsonObject {
  const text = typeof schema.description === "string" ? schema.description : schema.title;
  if (typeof text === "string" && text.trim() !== "") doc.title = text;
  if (typeof schema.format === "string" && schema.format.trim() !== "") doc.format = schema.format;
  if (schema.deprecated === true) doc.deprecated = true;
  if (isShort(schema.default)) doc.default = schema.default === "" ? '""' : schema.default;
  const example = schema.example ?? (Array.isArray(schema.examples) ? schema.examples[0] : undefined);
  if (isShort(example) && example !== "") doc.example = String(example);
  return doc;
}

function isShort(value: Json | undefined): value is string | number | boolean {
  if (typeof value === "string") return value.length <= LONGEST_VALUE && !/[\r\n]/.test(value);
  return typeof value === "number" || typeof value === "boolean";
}
