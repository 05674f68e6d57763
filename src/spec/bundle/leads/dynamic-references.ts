import { getOrInsert } from "../../../collections/index.js";
import { appendPointer, decodedText, isObject, objectMember, stringMember } from "../../../json/index.js";
import { isReference, type References, type ReferenceTarget, type Resolution } from "../../references/index.js";
import type { Component } from "../components/index.js";
import { pointerOf, slotsOf, type Visit } from "../visit.js";

/** A `$dynamicRef` to a `$dynamicAnchor`, and its target as far as it is known in the walk. */
export interface DynamicReference {
  visit: Visit;
  ref: string;
  name: string;
  /** Its target if no schema around its users has the anchor; undefined if several schemas of the document have it. */
  initial: ReferenceTarget | undefined;
  target: ReferenceTarget | undefined;
  component: Component | undefined;
}

/** What the name of an anchor can refer to at a place, over all ways to it. */
interface Bindings {
  /** True if no schema on some way has the anchor. */
  unbound: boolean;
  bound: ReferenceTarget | "several" | undefined;
}

/** The maximum number of anchor names that are followed. References to others count as having several targets. */
const MOST_NAMES = 10;

/**
 * The dynamic references of a walk (JSON Schema 2020-12, section 8.2.3.2). The target of each is the outermost schema with the anchor
 * on the way to it, which may differ by way. Authors who write no `$id` mean the `$defs` beside a `$ref`.
 */
export class DynamicReferences {
  readonly all: DynamicReference[] = [];
  readonly #references: References;
  readonly #visits: Visit[] = [];
  readonly #components = new Map<Visit, Component[]>();

  constructor(references: References) {
    this.#references = references;
  }

  /** Notes a visit. */
  visited(visit: Visit): void {
    this.#visits.push(visit);
  }

  /** Notes that a visited object refers to a component. */
  refers(visit: Visit, component: Component): void {
    getOrInsert(this.#components, visit, () => []).push(component);
  }

  /** Adds a reference. Returns false if its target has no such `$dynamicAnchor`: then it is like a `$ref`. */
  add(visit: Visit, ref: string, resolution: Resolution): boolean {
    const name = decodedText(ref.slice(ref.indexOf("#") + 1 || ref.length));
    const target = resolution.kind === "target" ? resolution.target : undefined;
    if (!target || !isObject(target.value) || stringMember(target.value, "$dynamicAnchor") !== name) return false;
    const initial = this.#references.isRepeatedAnchor(name, target.base) ? undefined : this.#meant(target);
    this.all.push({ visit, ref, name, initial, target: undefined, component: undefined });
    return true;
  }

  /** Finds the targets of all references from the visits so far. Returns the references whose target has changed. */
  settle(): DynamicReference[] {
    const names = [...new Set(this.all.map(({ name }) => name))].slice(0, MOST_NAMES);
    const bindings = new Map(names.map((name) => [name, this.#bindings(name)]));
    return this.all.filter((reference) => {
      const { name, visit, initial, target } = reference;
      const found = bindings.get(name)?.get(visit);
      reference.target = found && oneOf(found, initial);
      if (sameTarget(reference.target, target)) return false;
      reference.component = undefined;
      return true;
    });
  }

  /**
   * Returns what a name refers to in each visit, including the visit's own anchors. The state of a visit changes at most three times.
   */
  #bindings(name: string): Map<Visit, Bindings> {
    const inner = new Map<Visit, Visit[]>();
    const follow = (from: Visit, to: Visit) => getOrInsert(inner, from, () => []).push(to);
    const starts = new Set(this.#visits);
    for (const visit of this.#visits) for (const slot of slotsOf(visit)) follow(slot.visit, visit);
    for (const [visit, components] of this.#components) {
      for (const component of components) if (component.visit) follow(visit, component.visit);
    }
    for (const { visit, component } of this.all) if (component?.visit) follow(visit, component.visit);
    for (const visits of inner.values()) for (const visit of visits) starts.delete(visit);

    const states = new Map<Visit, Bindings>();
    const own = new Map<Visit, ReferenceTarget | undefined>();
    const open: Visit[] = [];
    const enter = (visit: Visit, { unbound, bound }: Bindings) => {
      if (!own.has(visit)) own.set(visit, this.#anchorIn(visit, name));
      const anchor = own.get(visit);
      const state = states.get(visit) ?? { unbound: false, bound: undefined };
      const news = unbound && anchor ? merged(bound, anchor) : bound;
      const next = { unbound: state.unbound || (unbound && !anchor), bound: merged(state.bound, news) };
      if (states.has(visit) && next.unbound === state.unbound && next.bound === state.bound) return;
      states.set(visit, next);
      open.push(visit);
    };
    for (const visit of starts) enter(visit, { unbound: true, bound: undefined });
    for (let visit = open.pop(); visit; visit = open.pop()) {
      const bindings = states.get(visit) as Bindings;
      for (const next of inner.get(visit) ?? []) enter(next, bindings);
    }
    return states;
  }

  /** Returns the schema with the anchor that comes into scope with a visited schema. */
  #anchorIn(visit: Visit, name: string): ReferenceTarget | undefined {
    const { kind, holding, value, uri, base } = visit;
    if (kind !== "schema" || holding !== "object" || !isObject(value)) return undefined;
    const ofResource = this.#references.dynamicAnchor(name, base);
    if (ofResource) return this.#meant(ofResource);
    if (stringMember(value, "$dynamicAnchor") === name)
      return this.#meant({ uri, pointer: pointerOf(visit), value, base });
    for (const keyword of ["$defs", "definitions"]) {
      for (const [key, child] of Object.entries(objectMember(value, keyword) ?? {})) {
        if (!isObject(child) || stringMember(child, "$dynamicAnchor") !== name) continue;
        const pointer = appendPointer(pointerOf(visit), keyword, key);
        return this.#meant({ uri, pointer, value: child, base: this.#references.baseIn(child, base) });
      }
    }
    return undefined;
  }

  /** Follows a schema that has only a `$ref` and the anchor: several of these may have the same target. */
  #meant(target: ReferenceTarget): ReferenceTarget {
    const { value, base } = target;
    if (!isReference(value) || Object.keys(value).length !== 2) return target;
    const resolution = this.#references.resolveOnce(value.$ref, base);
    return resolution.kind === "target" && isObject(resolution.target.value) ? resolution.target : target;
  }
}

/** Returns the only possible target; undefined if there are several. */
function oneOf({ unbound, bound }: Bindings, initial: ReferenceTarget | undefined): ReferenceTarget | undefined {
  if (bound === "several") return undefined;
  if (!unbound || bound === undefined) return bound ?? initial;
  return sameTarget(bound, initial) ? bound : undefined;
}

function merged(a: Bindings["bound"], b: Bindings["bound"]): Bindings["bound"] {
  if (a === undefined || b === undefined) return a ?? b;
  return a !== "several" && b !== "several" && sameTarget(a, b) ? a : "several";
}

function sameTarget(a: ReferenceTarget | undefined, b: ReferenceTarget | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.uri === b.uri && a.pointer === b.pointer);
}
