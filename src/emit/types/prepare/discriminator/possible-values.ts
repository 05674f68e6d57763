import { getOrInsert, memoized, reached } from "../../../../collections/index.js";
import type { SchemaType } from "../../../../ir/index.js";
import { isObject, type Json, type JsonObject, member } from "../../../../json/index.js";
import { choicesOf } from "../../../../spec/schema-keywords.js";
import { DEEPEST_ALL_OF, type Direction, type Schemas } from "../../schemas/index.js";
import { allowedValues } from "../allowed-values.js";
import { DEEPEST_CHOICE, schemaTypes } from "../schema-types.js";

/** The values that a schema allows, if it lists them, and their types; no types if it allows any. */
interface Possible {
  values?: Json[];
  types: SchemaType[];
  /** True if a later part of the schema lists a property's values, and the first part that declares it does not. */
  isNarrowed?: boolean;
  /** True for a property that the direction does not have. */
  isLeftOut?: boolean;
}

/** The result for an unknown schema, and for one that refers back to itself. */
const ANYTHING: Possible = { types: [] };

/**
 * Finds the values that schemas, or their properties, may have: from the schemas themselves, from what they take over,
 * and from what they choose from. Caches the results, because unions share their members.
 */
export class PossibleValues {
  readonly #schemas: Schemas;
  readonly #direction: Direction;
  readonly #values = new Map<JsonObject, Possible>();
  readonly #properties = new Map<string, Map<JsonObject, Possible>>();
  /** The parts of schemas, cached because several properties of a schema may be looked up. */
  readonly #parts = new Map<JsonObject, readonly (JsonObject | undefined)[]>();

  constructor(schemas: Schemas, direction: Direction) {
    this.#schemas = schemas;
    this.#direction = direction;
  }

  /**
   * Returns the values that a schema allows for a property: by itself, by what it takes over, or else by what it
   * chooses from.
   */
  ofProperty(schema: Json, name: string, depth = 0): Possible {
    const resolved = this.#schemas.resolve(schema);
    if (!resolved || depth === DEEPEST_CHOICE) return ANYTHING;
    const known = getOrInsert(this.#properties, name, () => new Map<JsonObject, Possible>());
    const find = (): Possible => {
      const parts = this.#partsOf(resolved);
      const [first, ...others] = parts.flatMap((part) => {
        const property = isObject(part?.properties) ? member(part.properties, name) : undefined;
        return property === undefined ? [] : [this.of(property)];
      });
      if (first) {
        const isLeftOut = this.#schemas.marks.leftOut(resolved, this.#direction).has(name);
        const values = first.values ? undefined : others.find((other) => other.values)?.values;
        return values ? { ...first, values, isNarrowed: true, isLeftOut } : { ...first, isLeftOut };
      }
      return eitherOf(
        parts
          .flatMap((part) => (part ? choicesOf(part) : []))
          .map((choice) => this.ofProperty(choice, name, depth + 1)),
      );
    };
    return memoized(known, resolved, { meanwhile: ANYTHING, find });
  }

  #partsOf(schema: JsonObject): readonly (JsonObject | undefined)[] {
    const find = () => [
      ...reached<JsonObject | undefined>([schema], (part) => this.#schemas.membersOf(part), DEEPEST_ALL_OF),
    ];
    return memoized(this.#parts, schema, { meanwhile: [], find });
  }

  /** Returns the values that a schema allows: by itself, or by what it references, takes over, or chooses from. */
  of(schema: Json, depth = 0): Possible {
    const resolved = this.#schemas.resolve(schema);
    if (!resolved || depth === DEEPEST_CHOICE) return ANYTHING;
    const find = (): Possible => {
      const values = allowedValues(resolved);
      const types = schemaTypes(resolved).filter((type) => type !== "null");
      if (values) return { values: values.filter((value) => value !== null), types };
      const deeper = (other: Json) => this.of(other, depth + 1);
      const taken = Array.isArray(resolved.allOf) ? resolved.allOf.map(deeper) : [];
      const found = [...taken, eitherOf(choicesOf(resolved).map(deeper))];
      const listed = found.find((one) => one.values);
      return listed ?? (types.length > 0 ? { types } : (found.find((one) => one.types.length > 0) ?? ANYTHING));
    };
    return memoized(this.#values, resolved, { meanwhile: ANYTHING, find });
  }
}

/** Returns the values that several choices allow together. Ignores null among them. */
function eitherOf(choices: Possible[]): Possible {
  const own = choices.filter((choice) => choice.types.length > 0 || choice.values);
  const lists = own.flatMap(({ values }) => (values ? [values] : []));
  const types = [...new Set(own.flatMap((choice) => choice.types))];
  const isLeftOut = choices.some((choice) => choice.isLeftOut);
  return lists.length > 0 && lists.length === own.length
    ? { values: lists.flat(), types, isLeftOut }
    : { types, isLeftOut };
}
