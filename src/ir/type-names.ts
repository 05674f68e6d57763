import { meantTypeName, type TypeName } from "../spec/type-names.js";

/** The type names of JSON Schema, `integer` counted as `number`. */
export type SchemaType = Exclude<TypeName, "integer">;

/** The type that a name under `type` stands for, in any case; undefined for an unknown name. */
export function meantType(name: string): SchemaType | undefined {
  const type = meantTypeName(name);
  return type === "integer" ? "number" : type;
}
