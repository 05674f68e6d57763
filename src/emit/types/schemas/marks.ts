import { GraphValues } from "../../../collections/index.js";
import { isObject, type Json, type JsonObject, member } from "../../../json/index.js";
import { declaredBy, type Names, NameUnions, NO_NAMES } from "./names.js";
import { partsOf, type ReferencedSchemas, takenOver } from "./taken-over.js";

/**
 * In a response `writeOnly` properties do not occur, in a request `readOnly` ones do not (OpenAPI 3.1, section
 * 4.8.24.2).
 */
export type Direction = "response" | "request";

/** The properties of an object that are marked, by mark. */
interface Marked {
  readOnly: Names;
  writeOnly: Names;
  /** Those that each direction does not have. */
  left: Record<Direction, Names>;
}

const NOTHING: Marked = { readOnly: NO_NAMES, writeOnly: NO_NAMES, left: { request: NO_NAMES, response: NO_NAMES } };

/** What marks a value has, as bits. */
const READ_ONLY = 1;
const WRITE_ONLY = 2;

/**
 * Which properties a direction does not have: `readOnly` ones in a request, `writeOnly` ones in a response (OpenAPI 3.1, section
 * 4.8.24.2). A mark counts wherever it is among the schemas that apply to a value (JSON Schema Validation 2020-12, section 9.4): at a
 * property, in what that refers to, and at the same property in another part of the object. What has both marks is in both.
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

  /** True for a property that the direction does not have, whatever other parts of the object say of it. */
  isLeftOut(property: Json | undefined, direction: Direction): boolean {
    return this.#marksOf(property) === (direction === "request" ? READ_ONLY : WRITE_ONLY);
  }

  /** The properties of a schema, and of all that its values fulfil besides, that the direction does not have. */
  leftOut(schema: JsonObject, direction: Direction): Names {
    if (!("properties" in schema || "$ref" in schema || "allOf" in schema)) return NO_NAMES;
    return this.#ofObjects.of(schema).left[direction];
  }

  /** The same, of any form too that its values may have. */
  leftOutOfForms(schema: JsonObject, direction: Direction): Names {
    return this.#ofForms.of(schema).left[direction];
  }

  /**
   * Those of the properties which the whole of an object does not have that a part of it would have all the same, for it
   * declares or demands them without a mark.
   */
  shown(left: Names, part: JsonObject, direction: Direction): Names {
    const own = this.leftOut(part, direction);
    const open = left === own ? [] : [...left].filter((name) => !own.has(name));
    if (open.length === 0) return NO_NAMES;
    const shown = this.#shown[direction].of(part);
    return new Set(open.filter((name) => shown.has(name)));
  }

  /** The names of both. */
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

/** The form of a schema that chooses between null and that one: what marks the form has, any value that is not null has. */
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
