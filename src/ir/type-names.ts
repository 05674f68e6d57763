import { meantTypeName, type TypeName } from "../spec/type-names.js";

/** The type names of JSON Schema, `integer` counted as `number`. */
export type SchemaType = Exclude<TypeName, "integer">;

/** What a name under `type` means, however it is written; undefined for one that nobody knows. */
export function meantType(name: string): SchemaType | undefined {
  const type = meantTypeName(name);
  return type === "integer" ? "number" : type;
}
