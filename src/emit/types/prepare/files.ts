import type { Schema } from "../../../ir/index.js";
import { isObject, type Json, type JsonObject, setMember } from "../../../spec/json.js";
import type { Schemas } from "../schemas.js";

/** The `$ref` that stands for the content of a file, in schemas that {@link withFiles} made. */
export const FILE_REF = "b44-gen:file";

/** How deep `allOf` and lists are followed. */
const DEEPEST = 10;

/**
 * The schema of a multipart body as a caller sees it: what is bytes by `format: binary` (OpenAPI 3.0) or by
 * `contentMediaType` (OpenAPI 3.1, section 4.8.14.3) is a file. The properties of the body itself are looked at, lists of
 * them, and forms that they have a choice of; what they refer to, once. A body without files stays as it is.
 */
export function withFiles(schema: Schema | undefined, schemas: Schemas): Schema | undefined {
  return isObject(schema) ? (filesIn(schema, schemas, 0) as Schema) : schema;
}

/** The body, or a part of it in `allOf` and the like. */
function filesIn(schema: Json, schemas: Schemas, depth: number): Json {
  const object = schemas.resolve(schema);
  if (!object || depth > DEEPEST) return schema;
  const value = valueWithFile(schema, schemas, depth);
  if (value !== schema) return value;
  const changed = composed(object, (item) => filesIn(item, schemas, depth + 1));
  if (isObject(object.properties)) {
    const properties: JsonObject = {};
    for (const name of Object.keys(object.properties)) {
      setMember(properties, name, valueWithFile(object.properties[name] as Json, schemas, depth));
    }
    if (differs(properties, object.properties)) changed.properties = properties;
  }
  const { additionalProperties } = object;
  if (isObject(additionalProperties)) {
    const rest = valueWithFile(additionalProperties, schemas, depth);
    if (rest !== additionalProperties) changed.additionalProperties = rest;
  }
  return Object.keys(changed).length === 0 ? schema : { ...object, ...changed };
}

/** A value that is a file, a list of files, or may be one. Objects in a value are JSON, which holds no files. */
function valueWithFile(schema: Json, schemas: Schemas, depth: number): Json {
  const object = schemas.resolve(schema);
  if (!object || depth > DEEPEST) return schema;
  if (isFile(object)) return { $ref: FILE_REF, ...documented(object) };
  if (isObject(object.properties)) return schema;
  const changed = composed(object, (item) => valueWithFile(item, schemas, depth + 1));
  if (isObject(object.items)) {
    const items = valueWithFile(object.items, schemas, depth + 1);
    if (items !== object.items) changed.items = items;
  }
  return Object.keys(changed).length === 0 ? schema : { ...object, ...changed };
}

/** What rewriting its parts changes of a composed schema. */
function composed(schema: JsonObject, rewrite: (part: Json) => Json): JsonObject {
  const changed: JsonObject = {};
  for (const key of ["allOf", "oneOf", "anyOf"]) {
    const list = schema[key];
    if (!Array.isArray(list)) continue;
    const parts = list.map(rewrite);
    if (parts.some((part, index) => part !== list[index])) changed[key] = parts;
  }
  return changed;
}

function differs(one: JsonObject, other: JsonObject): boolean {
  return Object.keys(one).some((name) => one[name] !== other[name]);
}

/** What a schema says besides of what values are. */
function documented(schema: JsonObject): JsonObject {
  const kept = ["description", "deprecated", "readOnly", "writeOnly"].filter((key) => schema[key] !== undefined);
  return Object.fromEntries(kept.map((key) => [key, schema[key] as Json]));
}

/** True for a schema of bytes. */
export function isFile(schema: JsonObject | undefined): boolean {
  if (!schema) return false;
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (!types.includes("string") && schema.type !== undefined) return false;
  if (schema.format === "binary") return true;
  return typeof schema.contentMediaType === "string" && schema.contentEncoding === undefined;
}
