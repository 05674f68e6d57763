import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { OBJECT_MAPS } from "../../component-sections.js";
import { SCHEMA_MAPS } from "../../schema-keywords.js";
import { saysTrue } from "../../shapes/index.js";
import { WrittenScalar } from "./written-scalar.js";

/** The kinds of objects in a spec, as far as they matter for values that must be strings. */
export type Kind =
  /** An OpenAPI object or a schema: its keys are fields or keywords. */
  | "object"
  /** A map of such objects: its keys are names. */
  | "names"
  /** A Server Variable Object (OpenAPI 3.2.0, section 4.6), and a map of these. */
  | "variable"
  | "variables"
  /** Any other value, in which keys mean nothing to OpenAPI. */
  | "data";

/** The value under a key. */
export interface Member {
  /** The kind of the object, or of the items of the array. */
  kind: Kind;
  /** Set for a value, or an array of values, that may have to be strings. */
  texts?: "one" | "list";
  /** Set if they must be strings only if the `type` beside them says so. */
  typed?: true;
}

const each = (keys: readonly string[], member: Member): [string, Member][] => keys.map((key) => [key, member]);

const OBJECT = new Map<string, Member>([
  // JSON Schema 2020-12, Validation, sections 6.1.2, 6.1.3, 6.5.3, 9.2 and 9.5; `example` is OpenAPI's.
  ...each(["const", "default", "example"], { kind: "data", texts: "one", typed: true }),
  ...each(["enum", "examples"], { kind: "data", texts: "list", typed: true }),
  ...each(["required"], { kind: "data", texts: "list" }),
  // Parameter Object (OpenAPI 3.2.0, section 4.12), and all other objects with a name; Operation Object (section 4.10).
  ...each(["name", "operationId"], { kind: "data", texts: "one" }),
  // The tags of a document are objects.
  ...each(["tags"], { kind: "object", texts: "list" }),
  ...each([...SCHEMA_MAPS, ...OBJECT_MAPS], { kind: "names" }),
  ...each(["variables"], { kind: "variables" }),
]);

const VARIABLE = new Map<string, Member>([
  ...each(["default"], { kind: "data", texts: "one" }),
  ...each(["enum"], { kind: "data", texts: "list" }),
]);

const PLAIN = { object: { kind: "object" }, variable: { kind: "variable" }, data: { kind: "data" } } as const;

/** Returns the member under a key of an object of this kind. */
export function memberOf(kind: Kind, key: string): Member {
  if (kind === "object") return OBJECT.get(key) ?? PLAIN.object;
  if (kind === "variable") return VARIABLE.get(key) ?? PLAIN.data;
  return itemOf(kind);
}

/** Returns the items of an array in the place of an object of this kind. */
export function itemOf(kind: Kind): Member {
  if (kind === "names") return PLAIN.object;
  return kind === "variables" ? PLAIN.variable : PLAIN[kind];
}

/** The kinds of unquoted values that may have to be strings. A subset is written in the same order. */
export const ALL_UNQUOTED = "number boolean null";

/**
 * Returns the kinds of unquoted values that must be strings according to the schema that an object is or has: `type` is
 * or includes `string`, and allows no other type for them. With `nullable`, null remains null.
 */
export function textTypes(object: JsonObject): string {
  const schema = object.type === undefined && isObject(object.schema) ? object.schema : object;
  const types = [schema.type].flat().map((name) => scalarText(name).toLowerCase());
  if (!types.includes("string")) return "";
  const isNullable = isFlagged(schema.nullable) || isFlagged(schema["x-nullable"]);
  const others = [...types, ...(types.includes("integer") ? ["number"] : []), ...(isNullable ? ["null"] : [])];
  return ALL_UNQUOTED.split(" ")
    .filter((kind) => !others.includes(kind))
    .join(" ");
}

/** Whether a flag is read as true, however it is written. */
function isFlagged(flag: Json | undefined): boolean {
  return saysTrue(scalarText(flag));
}

/** Returns the source text of a scalar; "" for an object or array. */
function scalarText(value: unknown): string {
  return typeof value !== "object" || value === null || value instanceof WrittenScalar ? String(value) : "";
}
