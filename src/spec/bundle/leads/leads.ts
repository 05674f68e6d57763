import { getOrInsert } from "../../../collections/index.js";
import type { JsonObject } from "../../../json/index.js";
import { isBefore31 } from "../../model.js";
import { BROKEN, innerDefinition, isReference, type ReferenceTarget, type Resolution } from "../../references/index.js";
import { missingReferenceWords } from "../../shapes/index.js";
import type { Component } from "../components/index.js";
import { DATA, type ObjectKind } from "../object-kinds.js";
import { lossOf, writtenIn } from "../unresolved/index.js";
import { placeOf, pointerOf, type Visit } from "../visit.js";
import type { Walk } from "../walk.js";
import { type DynamicReference, DynamicReferences } from "./dynamic-references.js";
import { isSchemaInstead, pointerToSchema, wantedInstead } from "./reference-kinds.js";

type ReferenceKey = "$ref" | "$dynamicRef";

/** So often dynamic references may change what others lead to. */
const MOST_DYNAMIC_ROUNDS = 5;

/** Nothing is wrong with such a schema. */
const DYNAMIC_HELP =
  "The spec is valid: the schema is a template, but b44-gen generates only one type per schema. Check the value in the app before using it.";

/**
 * The references of a bundle: each is led to the component of its target, which is taken in with it, or given up and noted where
 * it leads nowhere, in a circle, or to an object of another kind.
 */
export class Leads {
  readonly #by: Walk;
  /** Kept only where there are any. */
  readonly #dynamic: DynamicReferences | undefined;
  /** By kind and target of references: what these have to lead to, where that is something else. */
  readonly #fitting = new Map<ObjectKind, Map<object, string | undefined>>();

  /** References that stay as they are, by kind and by what they are relative to. */
  readonly #led = new Map<ObjectKind, Map<string, Set<string>>>();

  constructor(by: Walk) {
    this.#by = by;
    this.#dynamic = by.references.hasDynamicReferences ? new DynamicReferences(by.references) : undefined;
  }

  /** True where what stands beside a `$ref` counts for nothing: Reference Objects, and schemas before OpenAPI 3.1. */
  standsAlone(kind: ObjectKind): boolean {
    return kind !== "schema" || isBefore31(this.#by.family);
  }

  /** Notes a visit, on which dynamic references below may depend. */
  visited(visit: Visit): void {
    this.#dynamic?.visited(visit);
  }

  /**
   * Takes in what dynamic references lead to, as far as their ways are known by now, and has `follow` visit it; then
   * leads them there.
   */
  settle(follow: () => void): void {
    for (let round = 0; round < MOST_DYNAMIC_ROUNDS; round++) {
      const changed = this.#dynamic?.settle() ?? [];
      if (changed.length === 0) break;
      for (const reference of changed) {
        if (reference.target) reference.component = this.#by.components.reach("schema", reference.target);
      }
      follow();
    }
    for (const reference of this.#dynamic?.all ?? []) this.#leadSettled(reference);
  }

  /** A `$ref` that is not a string leads nowhere. */
  missing(visit: Visit, value: JsonObject): void {
    const { kind } = visit;
    this.#by.edits.giveUp(visit, { key: "$ref", counts: kind === "schema" });
    if (DATA.has(kind)) return;
    const written = writtenIn(this.#by.references, "", { visit, loss: lossOf(kind), tokens: ["$ref"] });
    this.#by.unresolved.missingReference(missingReferenceWords(value), written);
  }

  /**
   * Leads a reference into the bundle. @returns true where it leads to a schema in the place of an object that holds one:
   * nothing is noted then, for it is a schema's reference
   */
  lead(visit: Visit, key: ReferenceKey, ref: string): boolean {
    const { kind, base } = visit;
    const resolution = this.#resolution(visit, key, ref);
    const end = kind === "schema" ? resolution : this.#by.references.resolveToEnd(ref, base);
    const isCircle = kind !== "schema" && end.kind === "target" && isReference(end.target.value);
    const giveUp = () => this.#by.edits.giveUp(visit, { key, counts: key !== "$ref" || !this.standsAlone(kind) });
    const written = () => writtenIn(this.#by.references, ref, { visit, loss: lossOf(kind), tokens: [key] });
    if (DATA.has(kind) && (end.kind !== "target" || isCircle)) {
      giveUp();
      return false;
    }
    if (resolution.kind !== "target" || isCircle) {
      giveUp();
      if (resolution.kind === "unread") this.#by.components.expect(kind, resolution);
      if (resolution.kind === "target") this.#by.unresolved.fault(BROKEN.circle, written());
      else this.#by.unresolved.add(resolution, written());
      return false;
    }
    const target = end.kind === "target" && !isReference(end.target.value) ? end.target : undefined;
    const wanted = target && this.#wantedInstead(kind, target);
    if (target && wanted !== undefined) {
      if (isSchemaInstead(kind, visit.value as JsonObject, target)) return true;
      const within = kind === "schema" && ref.includes("#") ? pointerToSchema(target) : undefined;
      if (within !== undefined) return this.lead(visit, key, ref + within);
      giveUp();
      const held = heldInstead(target);
      const what = `does not point to ${wanted}${held === undefined ? "" : `: the document contains ${held}`}`;
      const help = () => (held === undefined ? undefined : `Put ${wanted} there, or fix the \`$ref\`.`);
      this.#by.unresolved.fault({ code: "B44-108", what }, written(), help);
      return false;
    }
    const component = this.#by.components.reach(kind, resolution.target);
    this.#dynamic?.refers(visit, component);
    this.#change(visit, { key, ref, component });
    return false;
  }

  /** True for a `$ref` that was led before, and stays as it is wherever it stands. */
  isLed(kind: ObjectKind, ref: string, base: string): boolean {
    return this.#led.get(kind)?.get(base)?.has(ref) === true;
  }

  #resolution(visit: Visit, key: ReferenceKey, ref: string): Resolution {
    const resolution = this.#by.references.resolve(ref, visit.base);
    if (visit.kind !== "schema" || resolution.kind !== "nowhere") return resolution;
    const place = placeOf({ visit, token: key });
    const pointer = place.pointer ?? pointerOf(visit);
    const target = innerDefinition(ref, { ...place, pointer }, this.#by.references);
    return target ? { kind: "target", target } : resolution;
  }

  /** Leads a `$dynamicRef`: at once where it is a plain reference, else when all ways to it are known. */
  leadDynamic(visit: Visit, ref: string): void {
    const isDynamic = this.#dynamic?.add(visit, ref, this.#by.references.resolve(ref, visit.base));
    if (!isDynamic) this.lead(visit, "$dynamicRef", ref);
  }

  #leadSettled({ visit, ref, component }: DynamicReference): void {
    const key = "$dynamicRef";
    if (component) {
      this.#change(visit, { key, ref, component });
      return;
    }
    this.#by.edits.giveUp(visit, { key, counts: true });
    const what = "can point to several schemas, depending on which schema uses it";
    const written = writtenIn(this.#by.references, ref, { visit, loss: "type", tokens: [key] });
    this.#by.unresolved.fault({ code: "B44-401", what }, written, () => DYNAMIC_HELP);
  }

  #change(visit: Visit, { key, ref, component }: { key: ReferenceKey; ref: string; component: Component }): void {
    this.#by.trail?.refers(visit, component);
    if (key === "$ref" && component.name !== undefined && this.#by.components.referenceTo(component) === ref) {
      this.#stays(visit, ref);
      return;
    }
    this.#by.edits.add(() => {
      const copy = this.#by.edits.copy(visit);
      delete copy.$dynamicRef;
      copy.$ref = this.#by.components.referenceTo(component);
    });
  }

  /** Where somebody keeps how everything is reached, each reference counts. */
  #stays({ kind, base }: Visit, ref: string): void {
    if (this.#by.trail || this.#dynamic) return;
    const led = getOrInsert(this.#led, kind, () => new Map<string, Set<string>>());
    getOrInsert(led, base, () => new Set()).add(ref);
  }

  /** Many references lead to the same; each is resolved once, so most targets are known as they are. */
  #wantedInstead(kind: ObjectKind, target: ReferenceTarget): string | undefined {
    const fitting = getOrInsert(this.#fitting, kind, () => new Map());
    if (fitting.has(target)) return fitting.get(target);
    const wanted = wantedInstead(kind, target);
    fitting.set(target, wanted);
    return wanted;
  }
}

/** What a whole document has in the place of an object, where that is nothing or a text. */
function heldInstead({ value, pointer }: ReferenceTarget): string | undefined {
  if (pointer !== "") return undefined;
  if (value === null || value === "") return "nothing";
  return typeof value === "string" ? "plain text" : undefined;
}
