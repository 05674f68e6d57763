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

/** The schemas of one of the two versions, and their views. Each schema is read once. */
export class Side {
  readonly #named: ReadonlyMap<string, NamedSchema>;
  readonly #typeNames: Set<string>;
  readonly #views = new WeakMap<JsonObject, View>();
  readonly #allOf = new AllOf();
  /** The schemas that are being read, with their depth. */
  readonly #open = new Map<JsonObject, number>();
  /** The smallest depth of an open schema that the schemas read since then contain; infinity if they contain none. */
  #outermost = Number.POSITIVE_INFINITY;
  #rereadings = 0;

  constructor(api: Api) {
    this.#named = new Map(api.schemas.map((schema) => [schema.key, schema]));
    this.#typeNames = new Set(api.schemas.flatMap(({ name, requestName }) => [name, requestName]));
  }

  /** True if a named schema of this version has a generated type with this name. */
  hasType(name: string): boolean {
    return this.#typeNames.has(name);
  }

  /** Returns the view of a schema. The view of a reference is that of its target, so that both compare as one. */
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

  /** Returns the annotations of a place, merged with those of the schema that it references. */
  annotations(subschema: Subschema): Annotations {
    return mergedAnnotations(annotationsOf(subschema.schema), this.view(subschema).annotations);
  }

  /**
   * Reads a schema. A view that was read inside a schema that it contains is incomplete. It is not kept, so the schema
   * is read again at the next place, except after very many rereadings: schemas can contain each other in very many
   * ways.
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
    // Set only on the schema's own view, not on that of a schema that it merely references.
    if (view && view.named === undefined && view.source === named.source) view.named = named;
    return view;
  }
}

/**
 * True if a branch allows values other than objects. An `additionalProperties` beside it does not turn all values into
 * objects.
 */
function hasOthers(choice: View): boolean {
  const views = [choice, ...choice.unions.flatMap(({ branches }) => branches.map(({ view }) => view))];
  return views.some(({ types }) => types !== undefined && [...types].some((type) => type !== "object"));
}

const MOST_REREADINGS = 1_000;

/** The maximum depth of nesting, including references. Deeper parts are ignored. */
const MOST_DEPTH = 1_000;

const COMPOSING = new Set(["$ref", ...COMPOSITION, "discriminator"]);

/** True if a schema has only references and annotations. */
function saysNothing(schema: JsonObject): boolean {
  return Object.keys(schema).every((keyword) => COMPOSING.has(keyword) || isSilent(keyword));
}
