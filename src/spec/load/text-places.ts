import { isObject, type JsonObject } from "../../json/index.js";

/** What an object of a spec is, as far as it matters for texts. */
export type Kind =
  /** Its keys are fields or keywords: an OpenAPI object or a schema. */
  | "object"
  /** Its keys are names of such objects. */
  | "names"
  /** A Server Variable Object (OpenAPI 3.2.0, section 4.6), and a map of these. */
  | "variable"
  | "variables"
  /** A value by itself, in which a key means nothing to OpenAPI. */
  | "data";

/** What stands under a key. */
export interface Member {
  /** What it is where it is an object, and what its items are where it is a list. */
  kind: Kind;
  /** Whether it is a value, or a list of values, that can have to be texts. */
  texts?: "one" | "list";
  /** They have to be texts only where the `type` beside them says so. */
  typed?: true;
}

const each = (keys: string, member: Member): [string, Member][] => keys.split(" ").map((key) => [key, member]);

const OBJECT = new Map<string, Member>([
  // JSON Schema 2020-12, Validation, sections 6.1.2, 6.1.3, 6.5.3, 9.2 and 9.5; `example` is OpenAPI's.
  ...each("const default example", { kind: "data", texts: "one", typed: true }),
  ...each("enum examples", { kind: "data", texts: "list", typed: true }),
  ...each("required", { kind: "data", texts: "list" }),
  // Parameter Object (OpenAPI 3.2.0, section 4.12), and whatever else has a name.
  ...each("name", { kind: "data", texts: "one" }),
  ...each("properties patternProperties dependentSchemas dependencies $defs definitions", { kind: "names" }),
  ...each("responses parameters headers callbacks links content encoding paths webhooks", { kind: "names" }),
  ...each("schemas requestBodies securitySchemes securityDefinitions pathItems mediaTypes", { kind: "names" }),
  ...each("variables", { kind: "variables" }),
]);

const VARIABLE = new Map<string, Member>([
  ...each("default", { kind: "data", texts: "one" }),
  ...each("enum", { kind: "data", texts: "list" }),
]);

const PLAIN = { object: { kind: "object" }, variable: { kind: "variable" }, data: { kind: "data" } } as const;

/** What stands under a key of an object of that kind. */
export function memberOf(kind: Kind, key: string): Member {
  if (kind === "object") return OBJECT.get(key) ?? PLAIN.object;
  if (kind === "variable") return VARIABLE.get(key) ?? PLAIN.data;
  return itemOf(kind);
}

/** What an item of a list is that stands in the place of an object of that kind. */
export function itemOf(kind: Kind): Member {
  if (kind === "names") return PLAIN.object;
  return kind === "variables" ? PLAIN.variable : PLAIN[kind];
}

/** JavaScript's name of what a value is that can lack its quotes. */
export type Unquoted = "number" | "boolean";

/**
 * What is a text to the schema that an object is or holds: `type` is `string`, or a list that has it and nothing else
 * for this.
 */
export function textTypes(object: JsonObject): ReadonlySet<Unquoted> {
  const { type = isObject(object.schema) ? object.schema.type : undefined } = object;
  const names = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string");
  const types = names.map((name) => name.toLowerCase());
  if (!types.includes("string")) return NONE;
  const isNumber = types.includes("number") || types.includes("integer");
  if (types.includes("boolean")) return isNumber ? NONE : NUMBERS;
  return isNumber ? BOOLEANS : BOTH;
}

const NONE: ReadonlySet<Unquoted> = new Set();
const NUMBERS: ReadonlySet<Unquoted> = new Set(["number"]);
const BOOLEANS: ReadonlySet<Unquoted> = new Set(["boolean"]);

/** Both, which is what has to be a text whatever stands beside it. */
export const BOTH: ReadonlySet<Unquoted> = new Set(["number", "boolean"]);
