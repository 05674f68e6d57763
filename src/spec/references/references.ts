import { getOrInsert } from "../../collections/index.js";
import { childOf, escapePointerToken, isObject, type Json, type JsonObject, stringMember } from "../../json/index.js";
import { Cuts } from "../cuts.js";
import type { SourceDocument } from "../model.js";
import { referenceUri } from "../resolve/index.js";
import type { Resource } from "./embedded-resources.js";
import { readings } from "./fragments.js";
import { isReference, type ReferenceTarget, type Resolution } from "./reference.js";
import { ReferenceChains } from "./reference-chains.js";
import { Resources } from "./resources.js";

const NOWHERE: Resolution = { kind: "nowhere" };
const TOO_LONG: Resolution = { kind: "tooLong" };

/** The sections that a bare name is looked up in, in this order. */
const BARE_NAME_SECTIONS = [
  ["definitions"],
  ["components", "schemas"],
  ["parameters"],
  ["responses"],
  ["components", "parameters"],
  ["components", "responses"],
];

/** A pointer, a path or the name of a file, which are not bare names. */
const NO_BARE_NAME = /[#/\\]|\.(?:json|ya?ml)$/i;

/** How many references a pointer may lead through. */
const MOST_DETOURS = 50;

/**
 * Resolves references within and between the documents of a spec. A `base` is what a reference is relative to: the URI of its document,
 * or the result of {@link References.baseIn} for a schema around it.
 */
export class References {
  /** The parts of the documents that were cut off. */
  readonly cuts: Cuts;
  readonly #resources: Resources;
  readonly #unreadable: { has(uri: string): boolean };
  readonly #resolved = new Map<string, Map<string, Resolution>>();
  readonly #chains = new ReferenceChains((ref, base) => this.resolveOnce(ref, base));

  /** @param unreadable URIs of documents that could not be read */
  constructor(
    root: SourceDocument,
    referenced: ReadonlyMap<string, SourceDocument>,
    unreadable: { has(uri: string): boolean } = new Set(),
  ) {
    this.cuts = new Cuts([root, ...referenced.values()]);
    this.#resources = new Resources(root, referenced);
    this.#unreadable = unreadable;
  }

  /** How messages name a document. */
  display(uri: string): string {
    return this.#resources.at(uri)?.document.display ?? uri;
  }

  /** True for a document in which an object may have several places, because of YAML's aliases. */
  sharesObjects(uri: string): boolean {
    return this.#resources.at(uri)?.document.format === "yaml";
  }

  /**
   * The base of references in a value, given that of its holder: a schema with an `$id` has its own (JSON Schema 2020-12, section
   * 8.2.1), from OpenAPI 3.1 on.
   */
  baseIn(value: Json, around: string): string {
    return this.#resources.baseIn(value, around);
  }

  /** Whether any schema may have a `$dynamicRef`. Most specs have none. */
  get hasDynamicReferences(): boolean {
    return this.#resources.hasDynamicReferences;
  }

  /** True where more than one schema of the resource around has this `$dynamicAnchor`. */
  isRepeatedAnchor(name: string, base: string): boolean {
    const resource = this.#resources.at(base);
    return resource !== undefined && this.#resources.anchorsOf(resource).repeated.has(name);
  }

  /**
   * The only schema with this `$dynamicAnchor` in the resource of a base (JSON Schema 2020-12, section 8.2.3.2). Undefined for the root
   * document, which is not one schema.
   */
  dynamicAnchor(name: string, base: string): ReferenceTarget | undefined {
    if (base === this.#resources.root.base || this.isRepeatedAnchor(name, base)) return undefined;
    const resolution = this.resolveOnce(`#${name}`, base);
    const target = resolution.kind === "target" ? resolution.target : undefined;
    const isIn = target?.base === base && isObject(target.value);
    return isIn && stringMember(target.value as JsonObject, "$dynamicAnchor") === name ? target : undefined;
  }

  /**
   * Resolves `ref` relative to `base`. Its pointer may lead through references. A reference as its target is not followed, but too long
   * a chain of references from there is the result `tooLong`.
   */
  resolve(ref: string, base: string): Resolution {
    const resolution = this.resolveOnce(ref, base);
    const isTooLong = resolution.kind === "target" && this.#chains.isTooLong(resolution.target);
    return isTooLong ? TOO_LONG : resolution;
  }

  /** Like {@link resolve}, for callers that do not follow the target: the length of the chain does not matter. */
  resolveOnce(ref: string, base: string): Resolution {
    return this.#resolve(ref, base, 0);
  }

  /** Like {@link resolve}, but follows references as targets to their end. For a circular chain, the target is a reference. */
  resolveToEnd(ref: string, base: string): Resolution {
    let end = this.resolve(ref, base);
    if (end.kind !== "target" || !isReference(end.target.value)) return end;
    const passed = new Set<Json>();
    while (end.kind === "target" && isReference(end.target.value) && !passed.has(end.target.value)) {
      passed.add(end.target.value);
      end = this.resolve(end.target.value.$ref, end.target.base);
    }
    return end;
  }

  /** The value under these keys of the root document, which may lead through references. */
  fromRoot(...tokens: string[]): Resolution {
    return this.#walk(this.#resources.root, tokens, 0);
  }

  /** The keys of the object under these keys of the root document, those behind references included, each once. */
  keysFromRoot(...tokens: string[]): string[] {
    const keys = new Set<string>();
    const passed = new Set<Json>();
    for (let at = this.fromRoot(...tokens); at.kind === "target" && isObject(at.target.value); ) {
      const { value, base } = at.target;
      for (const key of Object.keys(value)) if (key !== "$ref" || !isReference(value)) keys.add(key);
      if (!isReference(value) || passed.has(value)) break;
      passed.add(value);
      at = this.resolveOnce(value.$ref, base);
    }
    return [...keys];
  }

  #resolve(ref: string, base: string, detours: number): Resolution {
    const known = getOrInsert(this.#resolved, base, () => new Map());
    return getOrInsert(known, ref, () => this.#find(ref, base, detours));
  }

  #find(ref: string, base: string, detours: number): Resolution {
    const from = this.#resources.at(base);
    if (!from) return { kind: "unread", ref, base };
    const fragment = ref.slice(ref.indexOf("#") + 1 || ref.length);
    const places = ref.startsWith("#") || ref === "" ? this.#around(from, fragment) : this.#named(ref, from);
    if (places.length === 0) return this.#inUnreadDocument(ref, from, detours);
    for (const place of new Set(places)) {
      for (const tokens of readings(fragment, () => this.#resources.anchorsOf(place).pointers)) {
        const resolution = this.#walk(place, tokens, detours);
        if (resolution.kind !== "nowhere") return resolution;
      }
    }
    return NOWHERE;
  }

  /**
   * The resources to look up a bare fragment in: first the one that it is written in. Many authors write an `$id` without knowing its
   * effect, and often mean the whole spec in one of its files, so a pointer that is not there is looked up in the resources around it,
   * then in the root document.
   */
  #around(from: Resource, fragment: string): Resource[] {
    const places = [from];
    for (let at = from.outer; at; at = at.outer) places.push(at);
    if (fragment.startsWith("/")) places.push(this.#resources.root);
    return places;
  }

  /** The known resources with the URI of a reference. */
  #named(ref: string, from: Resource): Resource[] {
    return this.#uris(ref, from).flatMap((uri) => this.#resources.of(uri) ?? []);
  }

  /**
   * The possible URIs of a reference, best first: relative to the URI that its resource declares, where there may be nothing to read, and
   * relative to where its document was read.
   */
  #uris(ref: string, { uri, document }: Resource): string[] {
    const own = referenceUri(ref, uri);
    return uri === document.uri ? [own] : [...new Set([own, referenceUri(ref, document.uri)])];
  }

  /**
   * Resolves a bare name: Swagger 1.2's `$ref: Pet` for a definition is still common, also for parameters and responses, and generators
   * write any title so. Otherwise the result is that a document must be read.
   */
  #inUnreadDocument(ref: string, from: Resource, detours: number): Resolution {
    const { root } = this.#resources;
    if (from.document === root.document && !NO_BARE_NAME.test(ref)) {
      for (const section of BARE_NAME_SECTIONS) {
        const resolution = this.#walk(root, [...section, ref], detours);
        if (resolution.kind === "target") return resolution;
      }
    }
    const base = from.document.uri;
    const [own = "", nearby] = this.#uris(ref, from);
    if ((nearby ?? own) === "stdin:") return NOWHERE;
    const isElsewhere = nearby !== undefined && this.#unreadable.has(nearby);
    return { kind: "unread", ref: isElsewhere ? own + ref.replace(/^[^#]*/, "") : ref, base };
  }

  #walk({ document, pointer, value, base }: Resource, tokens: string[], detours: number): Resolution {
    let target: ReferenceTarget = { uri: document.uri, pointer, value, base };
    for (const token of tokens) {
      let passed: Set<Json> | undefined;
      let value = childOf(target.value, token);
      while (value === undefined) {
        if (!isReference(target.value) || passed?.has(target.value) || detours > MOST_DETOURS) return NOWHERE;
        passed ??= new Set();
        passed.add(target.value);
        const detour = this.#resolve(target.value.$ref, target.base, detours + 1);
        if (detour.kind !== "target") return detour;
        target = detour.target;
        value = childOf(target.value, token);
      }
      const { uri, base } = target;
      const pointer = `${target.pointer}/${escapePointerToken(token)}`;
      target = { uri, pointer, value, base: this.baseIn(value, base) };
    }
    return { kind: "target", target };
  }
}
