import type { Schema } from "../../../ir/index.js";
import { isObject, type Json, type JsonObject, setMember } from "../../../spec/json.js";
import type { Schemas } from "../schemas.js";

/** The `$ref` that stands for the content of a file, in schemas that {@link withFiles} made. */
export const FILE_REF = "b44-gen:file";

/** How deep `allOf` and lists are followed. */
const DEEPEST = 10;

/**
 * The schema of a multipart body as a caller sees it: what is bytes by `format: binary` (OpenAPI 3.0) or by
 * `contentMediaType` (OpenAPI 3.1, section 4.8.14.3) is a file. The properties of the body itself are looked at, and
 * lists of them; what they refer to, once.
 */
export function withFiles(schema: Schema | undefined, schemas: Schemas): Schema | undefined {
  return isObject(schema) ? (filesIn(schema, schemas, 0) as Schema) : schema;
}

function filesIn(schema: Json, schemas: Schemas, depth: number): Json {
  const object = schemas.resolve(schema);
  if (!object || depth > DEEPEST) return schema;
  if (isFile(object)) return { $ref: FILE_REF };
  if (isObject(object.items) && isFile(schemas.resolve(object.items))) return { ...object, items: { $ref: FILE_REF } };
  if (depth > 0 && !isComposed(object)) return schema;
  const changed: JsonObject = { ...object };
  if (isObject(object.properties)) {
    const properties: JsonObject = {};
    for (const name of Object.keys(object.properties)) {
      setMember(properties, name, propertyWithFile(object.properties[name] as Json, schemas));
    }
    changed.properties = properties;
  }
  for (const key of ["allOf", "oneOf", "anyOf"]) {
    const list = object[key];
    if (Array.isArray(list)) changed[key] = list.map((item) => filesIn(item, schemas, depth + 1));
  }
  return changed;
}

/** A property is looked at itself; objects in it are JSON, which holds no files. */
function propertyWithFile(property: Json, schemas: Schemas): Json {
  const object = schemas.resolve(property);
  if (object && isFile(object)) return { $ref: FILE_REF, ...documented(object) };
  if (object && isFile(schemas.resolve(object.items))) return { ...object, items: { $ref: FILE_REF } };
  return property;
}

function documented({ description }: JsonObject): JsonObject {
  return description === undefined ? {} : { description };
}

function isComposed(schema: JsonObject): boolean {
  return ["properties", "allOf", "oneOf", "anyOf"].some((key) => key in schema);
}

/** True for a schema of bytes. */
export function isFile(schema: JsonObject | undefined): boolean {
  if (!schema) return false;
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (!types.includes("string") && schema.type !== undefined) return false;
  if (schema.format === "binary") return true;
  return typeof schema.contentMediaType === "string" && schema.contentEncoding === undefined;
}
