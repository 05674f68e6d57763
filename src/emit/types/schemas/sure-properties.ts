import { GraphValues } from "../../../collections/index.js";
import { isObject, type JsonObject, member } from "../../../json/index.js";
import type { Direction } from "./marks.js";
import { declaredBy, type Names, NameUnions } from "./names.js";
import type { Schemas } from "./schemas.js";

/**
 * Finds the properties that all values of a schema may have in a direction, from the schema itself and the members of
 * its `allOf`. A schema whose values need not be objects has none.
 */
export class SureProperties {
  readonly #unions = new NameUnions();
  readonly #gathered: GraphValues<JsonObject, Names>;

  constructor(schemas: Schemas, direction: Direction) {
    const ownOf = (schema: JsonObject): Names => {
      const properties = isObject(schema.properties) ? schema.properties : {};
      return new Set(
        declaredBy(schema).filter((name) => !schemas.marks.isLeftOut(member(properties, name), direction)),
      );
    };
    this.#gathered = new GraphValues<JsonObject, Names>({
      next: (schema) =>
        mayBeOtherwise(schema) ? [] : schemas.membersOf(schema).filter((member) => member !== undefined),
      find: (schema, names) => this.#unions.of(mayBeOtherwise(schema) ? [] : [ownOf(schema), ...names]),
      join: (names) => this.#unions.of(names),
    });
  }

  /** Returns the names of these properties. */
  of(schema: JsonObject): Names {
    return this.#gathered.of(schema);
  }
}

/** True for a schema whose values need not be objects. */
function mayBeOtherwise({ type }: JsonObject): boolean {
  return Array.isArray(type) && type.length > 1;
}
