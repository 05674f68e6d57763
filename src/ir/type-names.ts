/** The type names of JSON Schema, `integer` counted as `number`. */
export type SchemaType = "string" | "number" | "boolean" | "array" | "object" | "null";

/** Type names that are none, as seen in real specs, and what their authors mean. */
const MEANT = new Map<string, SchemaType>([
  ["string", "string"],
  ["number", "number"],
  ["integer", "number"],
  ["boolean", "boolean"],
  ["array", "array"],
  ["object", "object"],
  ["null", "null"],
  ["int", "number"],
  ["int32", "number"],
  ["int64", "number"],
  ["long", "number"],
  ["float", "number"],
  ["double", "number"],
  ["decimal", "number"],
  ["timestamp", "number"],
  ["bool", "boolean"],
  ["str", "string"],
  ["text", "string"],
  ["date", "string"],
  ["datetime", "string"],
  ["date-time", "string"],
  ["time", "string"],
  ["uuid", "string"],
  ["uri", "string"],
  ["url", "string"],
  ["email", "string"],
  ["byte", "string"],
  ["binary", "string"],
  ["file", "string"],
  ["password", "string"],
  ["enum", "string"],
  ["list", "array"],
  ["map", "object"],
  ["dict", "object"],
  ["dictionary", "object"],
  ["hash", "object"],
  ["json", "object"],
]);

/** What a name under `type` means, however it is written; undefined for one that nobody knows. */
export function meantType(name: string): SchemaType | undefined {
  return MEANT.get(name) ?? MEANT.get(name.toLowerCase());
}
