import { reached } from "../../../collections/index.js";
import type { SchemaType } from "../../../ir/index.js";
import { isObject, type JsonObject } from "../../../json/index.js";
import type { Names } from "./names.js";
import { DEEPEST_ALL_OF, partsOf, type ReferencedSchemas } from "./taken-over.js";

/** An object of more parts, or of more properties in them, is not looked at. */
const MOST_PARTS = 100;
const MOST_PROPERTIES = 10_000;

/** What an object declares with all its parts, where that is texts, numbers and booleans alone. */
interface DeclaredScalars {
  names: Names;
  types: ReadonlySet<SchemaType>;
}

/** Tells the objects that hold nothing but texts, numbers and booleans, such as maps of texts of which some names are known. */
export class ScalarProperties {
  readonly #references: ReferencedSchemas;
  readonly #typesOf: (property: JsonObject) => readonly SchemaType[] | undefined;
  readonly #known = new WeakMap<JsonObject, DeclaredScalars | "others">();

  /** @param typesOf the types of a property that is a text, a number or a boolean; undefined for any other */
  constructor(references: ReferencedSchemas, typesOf: (property: JsonObject) => readonly SchemaType[] | undefined) {
    this.#references = references;
    this.#typesOf = typesOf;
  }

  /** What an object declares with all that it is composed of; undefined where some of it is something else. */
  of(whole: JsonObject): DeclaredScalars | undefined {
    const known = this.#known.get(whole) ?? this.#find(whole) ?? "others";
    this.#known.set(whole, known);
    return known === "others" ? undefined : known;
  }

  #find(whole: JsonObject): DeclaredScalars | undefined {
    const names = new Set<string>();
    const types = new Set<SchemaType>();
    let [parts, properties] = [0, 0];
    for (const part of reached([whole], (schema) => partsOf(schema, this.#references), DEEPEST_ALL_OF)) {
      const declared = isObject(part.properties) ? part.properties : {};
      for (const name of Object.keys(declared)) {
        const property = declared[name];
        const own = isObject(property) ? this.#typesOf(property) : undefined;
        properties += 1;
        if (own === undefined || properties > MOST_PROPERTIES) return undefined;
        for (const type of own) types.add(type);
        names.add(name);
      }
      parts += 1;
      if (parts > MOST_PARTS) return undefined;
    }
    return { names, types };
  }
}
