import transformSchemaObject from "openapi-typescript/dist/transform/schema-object.mjs";
import { getOrInsert } from "../../collections/index.js";
import { isBase64, type NamedSchema, type Schema } from "../../ir/index.js";
import { type JsonObject, setMember } from "../../json/index.js";
import { ownType } from "./own-type.js";
import { beyondName, type PreparedSchema, Preparer, preparedDocumentation, withFiles } from "./prepare/index.js";
import {
  type Direction,
  type FormPlace,
  type FormSchemas,
  type Names,
  type Schemas,
  SureProperties,
} from "./schemas/index.js";
import type { PropertySignatureNode, TypeNode } from "./syntax/node.js";
import { simplify } from "./syntax/simplify.js";

/**
 * Converts schemas to types: `prepare/` rewrites them, openapi-typescript transforms them, and `syntax/` simplifies the
 * result.
 */
export class SchemaTransform {
  readonly #preparers: Record<Direction, Preparer>;
  readonly #contexts: Record<Direction, object>;
  readonly #schemas: Schemas;
  readonly #formSchemas: FormSchemas;
  /** The helper types that the transforms asked for. They are declared once per file. */
  readonly helpers: unknown[] = [];

  /** @param formSchemas the named schemas that only multipart forms use; their own types contain the files */
  constructor(schemas: Schemas, formSchemas: FormSchemas = new Map()) {
    this.#schemas = schemas;
    this.#formSchemas = formSchemas;
    this.#preparers = { response: new Preparer(schemas, "response"), request: new Preparer(schemas, "request") };
    this.#contexts = {
      response: { ...transformContext(schemas, "response", this.helpers), transform: ownType },
      request: { ...transformContext(schemas, "request", this.helpers), transform: ownType },
    };
  }

  /**
   * Returns the type of a schema in a direction.
   * @param owner the schema's key, if it is a named one
   */
  typeOf(schema: Schema | undefined, direction: Direction, owner?: string): TypeNode {
    const prepared = this.#preparers[direction].prepare(schema, owner);
    if (prepared === true || prepared === undefined) return { kind: "UnknownKeyword" };
    return simplify(transformSchemaObject(prepared, { path: "#", ctx: this.#contexts[direction] }));
  }

  /** Returns the type of a named schema in a direction. */
  namedTypeOf(named: NamedSchema, direction: Direction): TypeNode {
    const place = this.#formSchemas.get(named);
    const schema = place === undefined ? named.schema : this.#withFiles(named.schema, { place, isNamed: true });
    return this.typeOf(schema, direction, named.key);
  }

  /** Returns the schema of a multipart body, in which bytes are a `Blob`. */
  multipart(schema: Schema | undefined): Schema | undefined {
    return this.#withFiles(schema, { place: "form", isNamed: false });
  }

  /** True for the schema of a string that contains bytes in base64. */
  isBase64(schema: Schema | undefined): boolean {
    const resolved = this.#schemas.resolve(schema);
    return resolved !== undefined && isBase64(resolved);
  }

  #withFiles(schema: Schema | undefined, as: { place: FormPlace; isNamed: boolean }): Schema | undefined {
    return withFiles(schema, { schemas: this.#schemas, formSchemas: this.#formSchemas, ...as });
  }
}

/** Returns the part of openapi-typescript's GlobalContext that its schema transform reads. */
export function transformContext(schemas: Schemas, direction: Direction, helpers: unknown[]): object {
  return {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    defaultNonNullable: false,
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    immutable: false,
    injectFooter: helpers,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    resolve: propertiesByTypeName(schemas, direction),
    transformProperty: documented,
  };
}

/** The hook that the transform calls for each property that it made of a prepared schema. Adds the comment. */
function documented(property: PropertySignatureNode, schema: PreparedSchema): PropertySignatureNode {
  const doc = beyondName(preparedDocumentation(schema), property.name.text);
  if (doc.length > 0) property.doc = doc;
  return property;
}

/**
 * Returns the lookup for names that `required` beside an `allOf` with a reference may contain. The transform only asks
 * whether a property exists, and must not find those that objects inherit.
 */
function propertiesByTypeName(schemas: Schemas, direction: Direction): (ref: string) => JsonObject | undefined {
  const sure = new SureProperties(schemas, direction);
  const tables = new WeakMap<Names, JsonObject>();
  return (ref) => {
    const schema = schemas.resolve(schemas.byPreparedRef(ref));
    if (!schema) return undefined;
    const names = sure.of(schema);
    return getOrInsert(tables, names, () => ({ properties: tableOf(names) }));
  };
}

function tableOf(names: Names): JsonObject {
  const table: JsonObject = Object.create(null);
  for (const name of names) setMember(table, name, true);
  return table;
}
