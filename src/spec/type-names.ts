/** The type names of JSON Schema (2020-12, "Validation", section 6.1.1). */
export type TypeName = "string" | "number" | "integer" | "boolean" | "array" | "object" | "null";

/** Type names that are none, as seen in real specs, in lower case: what their authors mean. */
const MEANT: Record<TypeName, string> = {
  string:
    "str text char varchar date datetime date-time time uuid guid objectid uri url email byte binary file password enum",
  number: "float double decimal numeric timestamp",
  integer: "int int32 int64 long short bigint biginteger",
  boolean: "bool",
  array: "list collection",
  object: "map hashmap dict dictionary hash json",
  null: "",
};

/** All type names. */
export const TYPE_NAMES: readonly TypeName[] = Object.keys(MEANT) as TypeName[];

const NAMES = new Map<string, TypeName>(
  TYPE_NAMES.flatMap((type) => [type, ...(MEANT[type].match(/\S+/g) ?? [])].map((name) => [name, type])),
);

/** What a name under `type` means, however it is written; undefined for one that nobody knows. */
export function meantTypeName(name: string): TypeName | undefined {
  return NAMES.get(name) ?? NAMES.get(name.toLowerCase());
}

/** True for how authors of specs say under `type` that a value may be anything. */
export function meansAnyType(name: string): boolean {
  return /^(?:any|mixed)$/i.test(name);
}

/** Names that say a format as well (OpenAPI's Format Registry). */
const FORMATS = /^(?:int32|int64|float|double|byte|binary|date|date-time|time|uuid|uri|email|password)$/i;

/** The format that a name under `type` is; undefined for one that is none. */
export function formatOfTypeName(name: string): string | undefined {
  if (name.toLowerCase() === "file") return "binary";
  return FORMATS.test(name) ? name.toLowerCase() : undefined;
}

/**
 * OpenAPI's own formats (Format Registry) that say of which type a value is, and types that are written as a format. Strictly, those
 * of JSON Schema (2020-12, "Validation", section 7.3) say nothing of values of other types.
 */
const OF_FORMATS = new Map<string, TypeName>([
  ...formats("string", "string", "url", "byte", "binary", "password"),
  ...formats("integer", "integer", "int32", "int64"),
  ...formats("number", "number", "float", "double"),
  ...formats("boolean", "boolean"),
]);

function formats(type: TypeName, ...names: string[]): [string, TypeName][] {
  return names.map((name) => [name, type]);
}

/** The type of the values that have a format; undefined for a format that is of several types, or not known. */
export function typeOfFormat(format: string): TypeName | undefined {
  return OF_FORMATS.get(format);
}
