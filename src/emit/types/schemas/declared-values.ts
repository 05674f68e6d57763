import { isDeepStrictEqual } from "node:util";
import { getOrInsert, reached } from "../../../collections/index.js";
import type { SchemaType } from "../../../ir/index.js";
import { isObject, type JsonObject, setMember } from "../../../json/index.js";
import { isAnnotation, solePart } from "../../../spec/schema-keywords.js";
import type { Names } from "./names.js";
import { DEEPEST_ALL_OF, partsOf, type ReferencedSchemas } from "./taken-over.js";

/** The maximum number of parts, and of properties in them, of an object that is searched. */
const MOST_PARTS = 100;
const MOST_PROPERTIES = 10_000;

/** The maximum number of different schemas of properties. A type of more would be too long. */
const MOST_SCHEMAS = 10;

/** The properties that an object declares in all its parts. */
interface DeclaredValues {
  names: Names;
  /** The types of its strings, numbers and booleans. */
  types: ReadonlySet<SchemaType>;
  /** The schemas of its other properties, each once. */
  others: readonly JsonObject[];
}

/**
 * Finds what the values of an object's properties can be, if that is short enough for a type, as in maps with a few
 * known names.
 */
export class ValuesOfProperties {
  readonly #references: ReferencedSchemas;
  readonly #typesOf: (property: JsonObject) => readonly SchemaType[] | undefined;
  readonly #known = new WeakMap<JsonObject, DeclaredValues | "many">();

  /** @param typesOf returns the types of a property that is a string, a number or a boolean; undefined for any other */
  constructor(references: ReferencedSchemas, typesOf: (property: JsonObject) => readonly SchemaType[] | undefined) {
    this.#references = references;
    this.#typesOf = typesOf;
  }

  /** Returns the properties that an object declares in all its parts; undefined if there are too many. */
  of(whole: JsonObject): DeclaredValues | undefined {
    const known = getOrInsert(this.#known, whole, () => this.#find(whole) ?? "many");
    return known === "many" ? undefined : known;
  }

  #find(whole: JsonObject): DeclaredValues | undefined {
    const names = new Set<string>();
    const types = new Set<SchemaType>();
    const others: JsonObject[] = [];
    let [parts, properties] = [0, 0];
    for (const part of reached([whole], (schema) => partsOf(schema, this.#references), DEEPEST_ALL_OF)) {
      const declared = isObject(part.properties) ? part.properties : {};
      for (const name of Object.keys(declared)) {
        const property = declared[name];
        properties += 1;
        if (!isObject(property) || properties > MOST_PROPERTIES) return undefined;
        const own = this.#typesOf(property);
        for (const type of own ?? []) types.add(type);
        if (!own && !others.some((other) => isSameSchema(other, property))) others.push(property);
        if (others.length > MOST_SCHEMAS) return undefined;
        names.add(name);
      }
      parts += 1;
      if (parts > MOST_PARTS) return undefined;
    }
    return { names, types, others };
  }
}

/**
 * True for two schemas that limit values in the same way, as written. Annotations do not count, and neither does
 * wrapping the schema in an `allOf` of one.
 */
export function isSameSchema(one: JsonObject, other: JsonObject): boolean {
  return one === other || isDeepStrictEqual(limitsOf(one), limitsOf(other));
}

function limitsOf(schema: JsonObject): JsonObject {
  const part = solePart(schema);
  const limits: JsonObject = {};
  for (const [key, value] of Object.entries(isObject(part) ? part : schema))
    if (!isAnnotation(key)) setMember(limits, key, value);
  return limits;
}
