import { GraphValues } from "../../../collections/index.js";
import { isObject, type Json, type JsonObject, member } from "../../../json/index.js";
import { declaredBy, type Names, NameUnions, NO_NAMES } from "./names.js";
import { partsOf, type ReferencedSchemas, takenOver } from "./taken-over.js";

/**
 * Whether a value is in a response, which has no `writeOnly` properties, or in a request, which has no `readOnly` ones
 * (OpenAPI 3.1, section 4.8.24.2).
 */
export type Direction = "response" | "request";

/** The properties of an object that are marked `readOnly` or `writeOnly`. */
interface Marked {
  readOnly: Names;
  writeOnly: Names;
  /** The properties that each direction does not have. */
  left: Record<Direction, Names>;
}

const NOTHING: Marked = { readOnly: NO_NAMES, writeOnly: NO_NAMES, left: { request: NO_NAMES, response: NO_NAMES } };

/** The marks of a value, as bits of a number. */
const READ_ONLY = 1;
const WRITE_ONLY = 2;

/**
 * Finds the properties that requests or responses do not have: a request has no `readOnly` properties, a response no
 * `writeOnly` ones (OpenAPI 3.1, section 4.8.24.2). A mark counts in every schema that applies to the value (JSON
 * Schema Validation 2020-12, section 9.4): at the property, in the target of its reference, and at the same property in
 * another part of the object. A property with both marks is in both directions.
 */
export class Marks {
  readonly #unions = new NameUnions();
  readonly #ofValues: GraphValues<JsonObject, number>;
  readonly #ofObjects: GraphValues<JsonObject, Marked>;
  readonly #ofForms: GraphValues<JsonObject, Marked>;
  readonly #shown: Record<Direction, GraphValues<JsonObject, Names>>;

  constructor(references: ReferencedSchemas) {
    const either = (bits: readonly number[]): number => bits.reduce((one, other) => one | other, 0);
    this.#ofValues = new GraphValues({
      next: (schema) => [...takenOver(schema, references), ...onlyForm(schema)],
      find: (schema, bits) => either([ownMarks(schema), ...bits]),
      join: either,
    });
    const how = {
      find: (schema: JsonObject, marked: readonly Marked[]) => this.#joined([this.#ownOf(schema), ...marked]),
      join: (marked: readonly Marked[]) => this.#joined(marked),
    };
    this.#ofObjects = new GraphValues({ next: (schema) => takenOver(schema, references), ...how });
    this.#ofForms = new GraphValues({ next: (schema) => partsOf(schema, references), ...how });
    const shownIn = (direction: Direction): GraphValues<JsonObject, Names> =>
      new GraphValues({
        next: (schema) => partsOf(schema, references),
        find: (schema, shown) => this.#shownBy(schema, shown, direction),
        join: (shown) => this.#unions.of(shown),
      });
    this.#shown = { request: shownIn("request"), response: shownIn("response") };
  }

  /** True for a property that the direction does not have, judged by the property's own schema. */
  isLeftOut(property: Json | undefined, direction: Direction): boolean {
    return this.#marksOf(property) === (direction === "request" ? READ_ONLY : WRITE_ONLY);
  }

  /**
   * Returns the properties of a schema, including those of its references and `allOf`, that the direction does not
   * have.
   */
  leftOut(schema: JsonObject, direction: Direction): Names {
    if (!("properties" in schema || "$ref" in schema || "allOf" in schema)) return NO_NAMES;
    return this.#ofObjects.of(schema).left[direction];
  }

  /** Returns the same, including the properties of the members of its `anyOf` and `oneOf`. */
  leftOutOfForms(schema: JsonObject, direction: Direction): Names {
    return this.#ofForms.of(schema).left[direction];
  }

  /**
   * Returns the properties in `left`, which the whole object does not have, that a part of it would still show because
   * it declares or requires them without a mark.
   */
  shown(left: Names, part: JsonObject, direction: Direction): Names {
    const own = this.leftOut(part, direction);
    const open = left === own ? [] : [...left].filter((name) => !own.has(name));
    if (open.length === 0) return NO_NAMES;
    const shown = this.#shown[direction].of(part);
    return new Set(open.filter((name) => shown.has(name)));
  }

  /** Returns the union of two sets of names. */
  united(names: Names, others: Names): Names {
    if (others.size === 0 || names === others) return names;
    return names.size === 0 ? others : this.#unions.of([names, others]);
  }

  #marksOf(value: Json | undefined): number {
    if (!isObject(value)) return 0;
    const isComposed = "$ref" in value || "allOf" in value || "anyOf" in value || "oneOf" in value;
    return isComposed ? this.#ofValues.of(value) : ownMarks(value);
  }

  #ownOf(schema: JsonObject): Marked {
    const { properties } = schema;
    if (!isObject(properties)) return NOTHING;
    let marks: { readOnly: Set<string>; writeOnly: Set<string> } | undefined;
    for (const name in properties) {
      const bits = this.#marksOf(member(properties, name));
      if (bits === 0) continue;
      marks ??= { readOnly: new Set(), writeOnly: new Set() };
      if (bits & READ_ONLY) marks.readOnly.add(name);
      if (bits & WRITE_ONLY) marks.writeOnly.add(name);
    }
    return marks ? withLeft(marks.readOnly, marks.writeOnly) : NOTHING;
  }

  #joined(all: readonly Marked[]): Marked {
    const [first = NOTHING, ...others] = new Set(all.filter((marked) => marked !== NOTHING));
    if (others.length === 0) return first;
    const readOnly = this.#unions.of([first, ...others].map((marked) => marked.readOnly));
    const writeOnly = this.#unions.of([first, ...others].map((marked) => marked.writeOnly));
    return readOnly === first.readOnly && writeOnly === first.writeOnly ? first : withLeft(readOnly, writeOnly);
  }

  #shownBy(schema: JsonObject, shown: readonly Names[], direction: Direction): Names {
    const required = Array.isArray(schema.required) ? schema.required.filter((name) => typeof name === "string") : [];
    const names = this.#unions.of([new Set([...declaredBy(schema), ...required]), ...shown]);
    return without(names, this.leftOut(schema, direction));
  }
}

/** Returns the other member of a choice between null and one schema. Its marks apply to every non-null value. */
function onlyForm({ anyOf = [], oneOf = [] }: JsonObject): JsonObject[] {
  const forms = [anyOf, oneOf].flat().filter((form) => !(isObject(form) && form.type === "null"));
  return forms.length === 1 ? forms.filter(isObject) : [];
}

function ownMarks({ readOnly, writeOnly }: JsonObject): number {
  return (readOnly === true ? READ_ONLY : 0) | (writeOnly === true ? WRITE_ONLY : 0);
}

function withLeft(readOnly: Names, writeOnly: Names): Marked {
  return {
    readOnly,
    writeOnly,
    left: { request: without(readOnly, writeOnly), response: without(writeOnly, readOnly) },
  };
}

function without(names: Names, others: Names): Names {
  if (names.size === 0 || others.size === 0) return names;
  const left = [...names].filter((name) => !others.has(name));
  return left.length === names.size ? names : new Set(left);
}
