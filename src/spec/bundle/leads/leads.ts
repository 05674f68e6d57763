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

/** The maximum number of times that the targets of dynamic references are determined. */
const MOST_DYNAMIC_ROUNDS = 5;

const DYNAMIC_HELP =
  "The spec is valid: the schema is a template, but b44-gen generates only one type per schema. Check the value in the app before using it.";

/**
 * Handles the references of a bundle: each is changed to point to the component of its target, which is added to the bundle. A
 * reference that points to nothing, is circular, or points to an object of another kind is noted and given up.
 */
export class Leads {
  readonly #by: Walk;
  /** Undefined if there are no dynamic references. */
  readonly #dynamic: DynamicReferences | undefined;
  /** By kind and target of references: what the target should be, if it is something else. */
  readonly #fitting = new Map<ObjectKind, Map<object, string | undefined>>();

  /** References that stay as they are, by kind and base. */
  readonly #led = new Map<ObjectKind, Map<string, Set<string>>>();

  constructor(by: Walk) {
    this.#by = by;
    this.#dynamic = by.references.hasDynamicReferences ? new DynamicReferences(by.references) : undefined;
  }

  /** True if keys beside a `$ref` have no effect: in Reference Objects, and in schemas before OpenAPI 3.1. */
  standsAlone(kind: ObjectKind): boolean {
    return kind !== "schema" || isBefore31(this.#by.family);
  }

  /** Notes a visit, which dynamic references in it may depend on. */
  visited(visit: Visit): void {
    this.#dynamic?.visited(visit);
  }

  /**
   * Finds the targets of dynamic references, and changes the references.
   * @param follow visits additions to the bundle, which may change the targets
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

  /** Notes a `$ref` that is not a string, and gives it up. */
  missing(visit: Visit, value: JsonObject): void {
    const { kind } = visit;
    this.#by.edits.giveUp(visit, { key: "$ref", counts: kind === "schema" });
    if (DATA.has(kind)) return;
    const written = writtenIn(this.#by.references, "", { visit, loss: lossOf(kind), tokens: ["$ref"] });
    this.#by.unresolved.missingReference(missingReferenceWords(value), written);
  }

  /**
   * Changes a reference to point into the bundle.
   * @returns true if it points to a schema in the place of an object with a schema: then it is the reference of that schema, and
   * nothing was changed
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

  /** True for a `$ref` that was handled before, and stays as it is. */
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

  /** Handles a `$dynamicRef`: immediately if it is like a `$ref`, otherwise after all ways to it are known. */
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

  /** Remembers a reference that stays, unless every reference must be noted individually. */
  #stays({ kind, base }: Visit, ref: string): void {
    if (this.#by.trail || this.#dynamic) return;
    const led = getOrInsert(this.#led, kind, () => new Map<string, Set<string>>());
    getOrInsert(led, base, () => new Set()).add(ref);
  }

  /** See {@link wantedInstead}. The result is stored, because many references have the same target. */
  #wantedInstead(kind: ObjectKind, target: ReferenceTarget): string | undefined {
    const fitting = getOrInsert(this.#fitting, kind, () => new Map());
    if (fitting.has(target)) return fitting.get(target);
    const wanted = wantedInstead(kind, target);
    fitting.set(target, wanted);
    return wanted;
  }
}

/** Describes the content of a whole document that is empty or plain text; undefined for other targets. */
function heldInstead({ value, pointer }: ReferenceTarget): string | undefined {
  if (pointer !== "") return undefined;
  if (value === null || value === "") return "nothing";
  return typeof value === "string" ? "plain text" : undefined;
}
