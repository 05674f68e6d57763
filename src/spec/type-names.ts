/** The type names of JSON Schema (2020-12, "Validation", section 6.1.1). */
export type TypeName = "string" | "number" | "integer" | "boolean" | "array" | "object" | "null";

/** Invalid type names of real specs, in lower case, by the type that they stand for. */
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

/** The type that a name under `type` stands for, in any case; undefined for an unknown name. */
export function meantTypeName(name: string): TypeName | undefined {
  return NAMES.get(name) ?? NAMES.get(name.toLowerCase());
}

/** True for the names under `type` that mean any value. */
export function meansAnyType(name: string): boolean {
  return /^(?:any|mixed)$/i.test(name);
}

/** Names under `type` that are formats (OpenAPI's Format Registry). */
const FORMATS = /^(?:int32|int64|float|double|byte|binary|date|date-time|time|uuid|uri|email|password)$/i;

/** The format that a name under `type` stands for; undefined if it stands for none. */
export function formatOfTypeName(name: string): string | undefined {
  if (name.toLowerCase() === "file") return "binary";
  return FORMATS.test(name) ? name.toLowerCase() : undefined;
}

/**
 * The types that OpenAPI's own formats are for (Format Registry), and types that are written under `format`. The formats of JSON
 * Schema are not here: they do not constrain values of other types (2020-12, "Validation", section 7.3).
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

/** The type that a format is for; undefined for an unknown format, or one that several types have. */
export function typeOfFormat(format: string): TypeName | undefined {
  return OF_FORMATS.get(format);
}
