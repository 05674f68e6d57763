import { reached } from "../../../collections/index.js";
import { isFile, type Schema } from "../../../ir/index.js";
import {
  type Changes,
  isObject,
  type Json,
  type JsonObject,
  mapItems,
  mapMembers,
  replaceMembers,
} from "../../../json/index.js";
import { COMPOSITION, composition } from "../../../spec/schema-keywords.js";
import type { FormPlace, FormSchemas, Schemas } from "../schemas/index.js";
import { schemaTypes } from "./schema-types.js";

/** The `$ref` that represents the content of a file in schemas from {@link withFiles}. */
export const FILE_REF = "b44-gen:file";

/** How deep `allOf` and arrays are followed. Rewritten schemas are written inline, each inside the one before. */
const DEEPEST = 10;

/**
 * The maximum number of rewritten schemas in a body. Each occurs in the body's type once for every path that leads to
 * it.
 */
const MOST_REWRITTEN = 1000;

/** The options of {@link withFiles}. */
interface FormReading {
  schemas: Schemas;
  /** The named schemas that are rewritten where they are declared; references to them are kept. */
  formSchemas: FormSchemas;
  /** Whether the schema is that of a body or only of a field. */
  place: FormPlace;
  /** True if the result becomes a named type, in which bytes may also be strings, as in JSON Schema. */
  isNamed: boolean;
}

/**
 * Returns the schema of a multipart body as a caller sees it: bytes, by `format: binary` (OpenAPI 3.0) or a binary
 * `contentMediaType` (OpenAPI 3.1, section 4.8.14.3), become files. Looks at the body's properties, arrays of them, and
 * alternatives, each reference once. Returns a body without files unchanged.
 */
export function withFiles(schema: Schema | undefined, reading: FormReading): Schema | undefined {
  if (!isObject(schema)) return schema;
  const { place } = reading;
  const rewriter = new FileRewriter(reading);
  return (place === "form" ? rewriter.body(schema) : rewriter.field(schema)) as Schema;
}

/** Rewrites the schemas of one body that contain files. */
class FileRewriter {
  readonly #reading: FormReading;
  readonly #schemas: Schemas;
  #rewritten = 0;

  constructor(reading: FormReading) {
    this.#reading = reading;
    this.#schemas = reading.schemas;
  }

  /** Rewrites the value of a field. */
  field(schema: Json): Json {
    return this.#value(schema, 0);
  }

  /** Rewrites the body, or a part of it in `allOf` and the like. Returns it unchanged if it contains no files. */
  body(schema: Json, depth = 0): Json {
    const object = this.#schemas.resolve(schema);
    if (!object || depth > DEEPEST || !this.#holdsFile(object)) return schema;
    if (this.#isDeclared(schema)) return schema;
    const value = this.#value(schema, depth);
    if (value !== schema || !this.#isNext()) return value;
    const changes = composed(object, (item) => this.body(item, depth + 1));
    const { properties, additionalProperties } = object;
    if (isObject(properties))
      changes.set(
        "properties",
        mapMembers(properties, (value) => this.#value(value, depth)),
      );
    if (isObject(additionalProperties)) changes.set("additionalProperties", this.#value(additionalProperties, depth));
    const rewritten = replaceMembers(object, changes);
    if (rewritten === object) return schema;
    const ref = this.#schemas.refOf(schema);
    if (ref !== undefined) this.#schemas.addStandIn(rewritten, ref);
    return rewritten;
  }

  /**
   * Rewrites a value that is or may be a file or an array of files. Objects in a value are JSON, which contains no
   * files.
   */
  #value(schema: Json, depth: number): Json {
    const object = this.#schemas.resolve(schema);
    if (!object || depth > DEEPEST || !this.#areFiles([object])) return schema;
    if (isFile(object)) return { ...this.#file(object), ...documented(object) };
    if (!this.#isNext()) return schema;
    if (this.#isDeclared(schema)) return schema;
    const changes = composed(object, (item) => this.#value(item, depth + 1));
    if (isObject(object.items)) changes.set("items", this.#value(object.items, depth + 1));
    const rewritten = replaceMembers(object, changes);
    return rewritten === object ? schema : rewritten;
  }

  /** Returns a file's content, or the alternatives that the schema also allows. */
  #file(schema: JsonObject): JsonObject {
    const file = { $ref: FILE_REF };
    const types = schemaTypes(schema);
    const others = [...(this.#reading.isNamed ? ["string"] : []), ...(types.includes("null") ? ["null"] : [])];
    return others.length > 0 ? { anyOf: [file, ...others.map((type) => ({ type }))] } : file;
  }

  /** True for a reference to a named schema whose own type contains the files. */
  #isDeclared(schema: Json): boolean {
    const named = isObject(schema) && typeof schema.$ref === "string" ? this.#schemas.byRef(schema.$ref) : undefined;
    return named !== undefined && this.#reading.formSchemas.has(named);
  }

  /** Counts a schema to rewrite. Returns false once there are too many. */
  #isNext(): boolean {
    this.#rewritten += 1;
    return this.#rewritten <= MOST_REWRITTEN;
  }

  /** True if a body, or a part of it, contains a file. */
  #holdsFile(body: JsonObject): boolean {
    const parts = [...reached([body], (schema) => this.#resolved(composition(schema)), DEEPEST)];
    const values = parts.flatMap(({ properties, additionalProperties }) => [
      ...(isObject(properties) ? Object.values(properties) : []),
      additionalProperties,
    ]);
    return this.#areFiles([...parts, ...this.#resolved(values)]);
  }

  /** True if a value of one of the schemas is a file or contains one. */
  #areFiles(values: readonly JsonObject[]): boolean {
    const partsOf = (schema: JsonObject) => this.#resolved(valueParts(schema));
    for (const part of reached(values, partsOf, DEEPEST)) if (isFile(part)) return true;
    return false;
  }

  #resolved(schemas: readonly (Json | undefined)[]): JsonObject[] {
    return schemas.map((schema) => this.#schemas.resolve(schema)).filter((schema) => schema !== undefined);
  }
}

/** Returns the schemas that compose a value, and that of an array's items; none for an object with properties. */
function valueParts(schema: JsonObject): Json[] {
  return isObject(schema.properties) ? [] : [...composition(schema), ...(isObject(schema.items) ? [schema.items] : [])];
}

/** Rewrites the parts of a composed schema, and returns the changes. */
function composed(schema: JsonObject, rewrite: (part: Json) => Json): Changes {
  const changes: Changes = new Map();
  for (const key of COMPOSITION) {
    const list = schema[key];
    if (Array.isArray(list)) changes.set(key, mapItems(list, rewrite));
  }
  return changes;
}

/** Returns the annotations that a rewritten file keeps. */
function documented(schema: JsonObject): JsonObject {
  const kept = ["description", "deprecated", "readOnly", "writeOnly"].filter((key) => schema[key] !== undefined);
  return Object.fromEntries(kept.map((key) => [key, schema[key] as Json]));
}
