import { meantTypeName, type TypeName } from "../spec/type-names.js";

/** The type names of JSON Schema, without `integer`, which counts as `number`. */
export type SchemaType = Exclude<TypeName, "integer">;

/** Returns the type for a name under `type`, in any case; undefined for an unknown name. */
export function meantType(name: string): SchemaType | undefined {
  const type = meantTypeName(name);
  return type === "integer" ? "number" : type;
}
