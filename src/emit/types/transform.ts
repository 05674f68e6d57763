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
 * Turns schemas into types: prepared by `prepare/`, transformed by openapi-typescript, simplified by `syntax/`.
 */
export class SchemaTransform {
  readonly #preparers: Record<Direction, Preparer>;
  readonly #contexts: Record<Direction, object>;
  readonly #schemas: Schemas;
  readonly #formSchemas: FormSchemas;
  /** Helper types that the transforms asked for; they go into the file once. */
  readonly helpers: unknown[] = [];

  /** @param formSchemas the named schemas whose own types have the files of the forms that they are used for alone */
  constructor(schemas: Schemas, formSchemas: FormSchemas = new Map()) {
    this.#schemas = schemas;
    this.#formSchemas = formSchemas;
    this.#preparers = { response: new Preparer(schemas, "response"), request: new Preparer(schemas, "request") };
    this.#contexts = {
      response: { ...transformContext(schemas, "response", this.helpers), transform: ownType },
      request: { ...transformContext(schemas, "request", this.helpers), transform: ownType },
    };
  }

  /** The type of a schema in a direction. @param owner key of the named schema that this is, where it is one */
  typeOf(schema: Schema | undefined, direction: Direction, owner?: string): TypeNode {
    const prepared = this.#preparers[direction].prepare(schema, owner);
    if (prepared === true || prepared === undefined) return { kind: "UnknownKeyword" };
    return simplify(transformSchemaObject(prepared, { path: "#", ctx: this.#contexts[direction] }));
  }

  /** The type of a named schema in a direction. */
  namedTypeOf(named: NamedSchema, direction: Direction): TypeNode {
    const place = this.#formSchemas.get(named);
    const schema = place === undefined ? named.schema : this.#withFiles(named.schema, { place, isNamed: true });
    return this.typeOf(schema, direction, named.key);
  }

  /** The schema of a multipart body: what is bytes in it is a `Blob`. */
  multipart(schema: Schema | undefined): Schema | undefined {
    return this.#withFiles(schema, { place: "form", isNamed: false });
  }

  /** True for a schema of a string that is bytes in base64. */
  isBase64(schema: Schema | undefined): boolean {
    const resolved = this.#schemas.resolve(schema);
    return resolved !== undefined && isBase64(resolved);
  }

  #withFiles(schema: Schema | undefined, as: { place: FormPlace; isNamed: boolean }): Schema | undefined {
    return withFiles(schema, { schemas: this.#schemas, formSchemas: this.#formSchemas, ...as });
  }
}

/** openapi-typescript's GlobalContext, as far as its schema transform reads it. */
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

/** The hook by which the transform hands over a property that it made of a prepared schema. */
function documented(property: PropertySignatureNode, schema: PreparedSchema): PropertySignatureNode {
  const doc = beyondName(preparedDocumentation(schema), property.name.text);
  if (doc.length > 0) property.doc = doc;
  return property;
}

/**
 * Finds what `required` beside an `allOf` with a reference may name. The transform asks of the properties only whether there is
 * one of a name, and must not be told of those that objects inherit.
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
