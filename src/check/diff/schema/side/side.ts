import { type Api, type NamedSchema, referencedKey, type SourceRef } from "../../../../ir/index.js";
import { arrayMember, isObject, type JsonObject, stringMember } from "../../../../json/index.js";
import { COMPOSITION } from "../../../../spec/schema-keywords.js";
import { AllOf } from "./all-of.js";
import { isSilent } from "./canonical.js";
import { annotationsOf, mergedAnnotations } from "./keywords.js";
import { below, booleanView, leafView } from "./leaf.js";
import { mergeViews } from "./merge.js";
import { branchKey, unionView } from "./union.js";
import type { Annotations, Subschema, View } from "./view.js";

/** The schemas of one of the two versions, and what they say. A schema is read once. */
export class Side {
  readonly #named: ReadonlyMap<string, NamedSchema>;
  readonly #typeNames: Set<string>;
  readonly #views = new WeakMap<JsonObject, View>();
  readonly #allOf = new AllOf();
  /** The schemas that are being read, and how many there were when each was begun. */
  readonly #open = new Map<JsonObject, number>();
  /** The outermost of them that what was read last is part of. */
  #outermost = Number.POSITIVE_INFINITY;
  #rereadings = 0;

  constructor(api: Api) {
    this.#named = new Map(api.schemas.map((schema) => [schema.key, schema]));
    this.#typeNames = new Set(api.schemas.flatMap(({ name, requestName }) => [name, requestName]));
  }

  /** True where a named schema of this version has a type of that name. */
  hasType(name: string): boolean {
    return this.#typeNames.has(name);
  }

  /** What a schema says. A reference has the view of what it leads to, so that both are one to a comparison. */
  view({ schema, source }: Subschema): View {
    if (!isObject(schema)) return booleanView(schema !== false, source);
    const known = this.#views.get(schema);
    if (known) return known;
    const begun = this.#open.get(schema);
    if (begun === undefined && this.#open.size === MOST_DEPTH) return booleanView(true, source);
    if (begun === undefined) return this.#read(schema, source);
    this.#outermost = Math.min(this.#outermost, begun);
    return { ...booleanView(true, source), isCircular: true };
  }

  /** What is said of a place: by its schema, and by what that refers to. */
  annotations(subschema: Subschema): Annotations {
    return mergedAnnotations(annotationsOf(subschema.schema), this.view(subschema).annotations);
  }

  /**
   * Reads a schema. What was read inside a schema that it is part of lacks a part, so it is kept for that place only,
   * and read again where it is used elsewhere; within reason, as schemas may be part of each other in very many ways.
   */
  #read(schema: JsonObject, source: SourceRef): View {
    const depth = this.#open.size;
    const outermostBefore = this.#outermost;
    this.#outermost = Number.POSITIVE_INFINITY;
    this.#open.set(schema, depth);
    const view = this.#build(schema, source);
    this.#open.delete(schema);
    const isWhole = this.#outermost >= depth;
    if (!isWhole) this.#rereadings += 1;
    if (isWhole || this.#rereadings > MOST_REREADINGS) this.#views.set(schema, view);
    this.#outermost = Math.min(outermostBefore, isWhole ? Number.POSITIVE_INFINITY : this.#outermost);
    return view;
  }

  #build(schema: JsonObject, source: SourceRef): View {
    const own = leafView(schema, source);
    const parts: View[] = [];
    const ref = stringMember(schema, "$ref");
    if (ref !== undefined) parts.push(this.#namedView(referencedKey(ref)) ?? booleanView(true, source));
    arrayMember(schema, "allOf").forEach((part, index) => {
      parts.push(this.view({ schema: part, source: below(source, "allOf", index) }));
    });
    const unions: View[] = [];
    for (const keyword of ["oneOf", "anyOf"]) {
      const branches = arrayMember(schema, keyword).map((part, index) => ({
        view: this.view({ schema: part, source: below(source, keyword, index) }),
        key: branchKey(part),
        schema: part,
      }));
      const union = unionView({ branches, schema, empty: booleanView(true, source) });
      if (union) unions.push(union);
    }
    parts.push(...unions);
    if (parts.length === 0) return own;
    const [only] = parts;
    if (only && parts.length === 1 && saysNothing(schema)) return only;
    const isOpen = !("type" in schema) && schema.additionalProperties === true && own.properties.size === 0;
    const isUntyped = isOpen && unions.some(hasOthers);
    return mergeViews([isUntyped ? { ...own, types: undefined, isNullable: undefined } : own, ...parts], this.#allOf);
  }

  #namedView(key: string): View | undefined {
    const named = this.#named.get(key);
    const view = named && this.view({ schema: named.schema, source: named.source });
    // The schema's own view, not that of another one which it only refers to.
    if (view && view.named === undefined && view.source === named.source) view.named = named;
    return view;
  }
}

/**
 * True where a choice has values that are no objects: that objects may have further properties, which is said beside it,
 * does not make objects of all of them.
 */
function hasOthers(choice: View): boolean {
  const views = [choice, ...choice.unions.flatMap(({ branches }) => branches.map(({ view }) => view))];
  return views.some(({ types }) => types !== undefined && [...types].some((type) => type !== "object"));
}

const MOST_REREADINGS = 1_000;

/** How many schemas may be made of each other, references counted too. What is further in is not looked at. */
const MOST_DEPTH = 1_000;

const COMPOSING = new Set(["$ref", ...COMPOSITION, "discriminator"]);

/** True where a schema only refers to others and describes. */
function saysNothing(schema: JsonObject): boolean {
  return Object.keys(schema).every((keyword) => COMPOSING.has(keyword) || isSilent(keyword));
}
