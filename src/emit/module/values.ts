import { type Api, referencedKey, type Schema } from "../../ir/index.js";

/** Names that the SDK's HTTP library (axios) leaves out of plain objects, and that lead to an object's prototype. */
export function isAwkwardName(name: string): boolean {
  return name === "constructor" || name === "prototype" || name === "__proto__";
}

const TEXTUAL = new Set(["string", "number", "integer", "boolean", "null"]);

/**
 * True where every value of a schema is a text, a number, a boolean or null; with `orList`, also where it is a list. False
 * where that is not certain.
 */
export function isTextual(schema: Schema | undefined, api: Api, { orList = false } = {}): boolean {
  return isTextualIn(schema, new Set());

  function isTextualIn(own: unknown, seen: ReadonlySet<string>): boolean {
    if (!isRecord(own)) return false;
    if (typeof own.$ref === "string") {
      const key = referencedKey(own.$ref);
      return !seen.has(key) && isTextualIn(schemaOf(key, api), new Set([...seen, key]));
    }
    const values = Array.isArray(own.enum) ? own.enum : Object.hasOwn(own, "const") ? [own.const] : undefined;
    if (values) return values.every((value) => typeof value !== "object" || value === null);
    const types = Array.isArray(own.type) ? own.type : own.type === undefined ? [] : [own.type];
    if (types.length > 0) return types.every((type) => TEXTUAL.has(type) || (orList && type === "array"));
    for (const union of [own.oneOf, own.anyOf]) {
      if (Array.isArray(union)) return union.every((part) => isTextualIn(part, seen));
    }
    return Array.isArray(own.allOf) && own.allOf.some((part) => isTextualIn(part, seen));
  }
}

/**
 * True where values of a schema may have a member by an awkward name: it declares one, or members by any name are what it
 * is for.
 */
export function hasAwkwardName(schema: Schema | undefined, api: Api): boolean {
  return mayHaveAwkwardName(schema, api, new Set());
}

function mayHaveAwkwardName(schema: unknown, api: Api, seen: ReadonlySet<string>): boolean {
  if (!isRecord(schema)) return true;
  if (typeof schema.$ref === "string") {
    const key = referencedKey(schema.$ref);
    if (seen.has(key)) return false;
    return mayHaveAwkwardName(schemaOf(key, api), api, new Set([...seen, key]));
  }
  const { properties, patternProperties, additionalProperties } = schema;
  if (isRecord(patternProperties) || isRecord(additionalProperties) || additionalProperties === true) return true;
  if (isRecord(properties) && Object.keys(properties).some(isAwkwardName)) return true;
  const parts = [schema.allOf, schema.oneOf, schema.anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
  if (parts.some((part) => mayHaveAwkwardName(part, api, seen))) return true;
  if (isRecord(properties) || parts.length > 0) return false;
  const types = Array.isArray(schema.type) ? schema.type : schema.type === undefined ? ["object"] : [schema.type];
  return types.includes("object");
}

function schemaOf(key: string, api: Api): Schema | undefined {
  return api.schemas.find((item) => item.key === key)?.schema;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
