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

/** The `$ref` that stands for the content of a file, in schemas that {@link withFiles} made. */
export const FILE_REF = "b44-gen:file";

/** How deep `allOf` and lists are followed: what is rewritten stands in the body, each part in the one before. */
const DEEPEST = 10;

/** How many schemas of a body are rewritten. Each stands in the body's type, as often as ways lead to it. */
const MOST_REWRITTEN = 1000;

/** What {@link withFiles} reads a schema by. */
interface FormReading {
  schemas: Schemas;
  /** The named schemas that are rewritten where they are declared: they stay references. */
  formSchemas: FormSchemas;
  /** Whether the schema is a body, or that of a field alone. */
  place: FormPlace;
  /** Whether it is read for a type of its own name, of which bytes are a text too, as JSON Schema has them. */
  isNamed: boolean;
}

/**
 * The schema of a multipart body as a caller sees it: what is bytes by `format: binary` (OpenAPI 3.0) or a binary `contentMediaType`
 * (OpenAPI 3.1, section 4.8.14.3) is a file. Looked at are the properties of the body, arrays of them, and forms to choose from, each
 * reference once. A body without files stays as it is.
 */
export function withFiles(schema: Schema | undefined, reading: FormReading): Schema | undefined {
  if (!isObject(schema)) return schema;
  const { place } = reading;
  const rewriter = new FileRewriter(reading);
  return (place === "form" ? rewriter.body(schema) : rewriter.field(schema)) as Schema;
}

/** Rewrites the schemas of one body, as far as files are behind them. */
class FileRewriter {
  readonly #reading: FormReading;
  readonly #schemas: Schemas;
  #rewritten = 0;

  constructor(reading: FormReading) {
    this.#reading = reading;
    this.#schemas = reading.schemas;
  }

  /** The value of a field. */
  field(schema: Json): Json {
    return this.#value(schema, 0);
  }

  /** The body, or a part of it in `allOf` and the like. */
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

  /** A value that is a file, a list of files, or may be one. Objects in a value are JSON, which holds no files. */
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

  /** The content of a file, or what else the schema allows in its place. */
  #file(schema: JsonObject): JsonObject {
    const file = { $ref: FILE_REF };
    const types = schemaTypes(schema);
    const others = [...(this.#reading.isNamed ? ["string"] : []), ...(types.includes("null") ? ["null"] : [])];
    return others.length > 0 ? { anyOf: [file, ...others.map((type) => ({ type }))] } : file;
  }

  /** True for a reference to a schema whose own type has the files. */
  #isDeclared(schema: Json): boolean {
    const named = isObject(schema) && typeof schema.$ref === "string" ? this.#schemas.byRef(schema.$ref) : undefined;
    return named !== undefined && this.#reading.formSchemas.has(named);
  }

  /** False where no more schemas are rewritten. */
  #isNext(): boolean {
    this.#rewritten += 1;
    return this.#rewritten <= MOST_REWRITTEN;
  }

  /** True where a body, or a part of it, has a file in it. */
  #holdsFile(body: JsonObject): boolean {
    const parts = [...reached([body], (schema) => this.#resolved(composition(schema)), DEEPEST)];
    const values = parts.flatMap(({ properties, additionalProperties }) => [
      ...(isObject(properties) ? Object.values(properties) : []),
      additionalProperties,
    ]);
    return this.#areFiles([...parts, ...this.#resolved(values)]);
  }

  /** True where a value of one of the schemas is a file, or has one in it. */
  #areFiles(values: readonly JsonObject[]): boolean {
    const partsOf = (schema: JsonObject) => this.#resolved(valueParts(schema));
    for (const part of reached(values, partsOf, DEEPEST)) if (isFile(part)) return true;
    return false;
  }

  #resolved(schemas: readonly (Json | undefined)[]): JsonObject[] {
    return schemas.map((schema) => this.#schemas.resolve(schema)).filter((schema) => schema !== undefined);
  }
}

/** What values are, or are lists of. */
function valueParts(schema: JsonObject): Json[] {
  return isObject(schema.properties) ? [] : [...composition(schema), ...(isObject(schema.items) ? [schema.items] : [])];
}

/** What rewriting its parts changes of a composed schema. */
function composed(schema: JsonObject, rewrite: (part: Json) => Json): Changes {
  const changes: Changes = new Map();
  for (const key of COMPOSITION) {
    const list = schema[key];
    if (Array.isArray(list)) changes.set(key, mapItems(list, rewrite));
  }
  return changes;
}

/** What a schema says besides of what values are. */
function documented(schema: JsonObject): JsonObject {
  const kept = ["description", "deprecated", "readOnly", "writeOnly"].filter((key) => schema[key] !== undefined);
  return Object.fromEntries(kept.map((key) => [key, schema[key] as Json]));
}
