import { getOrInsert } from "../../../collections/index.js";
import { appendPointer, decodedText, isObject, objectMember, stringMember } from "../../../json/index.js";
import { isReference, type References, type ReferenceTarget, type Resolution } from "../../references/index.js";
import type { Component } from "../components/index.js";
import { pointerOf, slotsOf, type Visit } from "../visit.js";

/** A `$dynamicRef` to a `$dynamicAnchor`, and what it leads to as far as the walk knows. */
export interface DynamicReference {
  visit: Visit;
  ref: string;
  name: string;
  /** What it leads to where nothing around its users has the anchor; undefined where several of the document have. */
  initial: ReferenceTarget | undefined;
  target: ReferenceTarget | undefined;
  component: Component | undefined;
}

/** What an anchor's name can mean at a place, by all ways to it. */
interface Bindings {
  /** True where on some way nothing has the anchor. */
  unbound: boolean;
  bound: ReferenceTarget | "several" | undefined;
}

/** So many names of anchors are followed; references to others could mean anything. */
const MOST_NAMES = 10;

/**
 * The dynamic references of a walk (JSON Schema 2020-12, section 8.2.3.2): each leads to the outermost schema with the anchor on
 * the way to it, which may differ by way. Authors who give no `$id` mean the `$defs` beside a `$ref`.
 */
export class DynamicReferences {
  readonly all: DynamicReference[] = [];
  readonly #references: References;
  readonly #visits: Visit[] = [];
  readonly #components = new Map<Visit, Component[]>();

  constructor(references: References) {
    this.#references = references;
  }

  /** Something was visited. */
  visited(visit: Visit): void {
    this.#visits.push(visit);
  }

  /** A reference to a component stands in what was visited. */
  refers(visit: Visit, component: Component): void {
    getOrInsert(this.#components, visit, () => []).push(component);
  }

  /** Takes in a reference; false for one that no `$dynamicAnchor` answers, which is as a `$ref` would be. */
  add(visit: Visit, ref: string, resolution: Resolution): boolean {
    const name = decodedText(ref.slice(ref.indexOf("#") + 1 || ref.length));
    const target = resolution.kind === "target" ? resolution.target : undefined;
    if (!target || !isObject(target.value) || stringMember(target.value, "$dynamicAnchor") !== name) return false;
    const initial = this.#references.isRepeatedAnchor(name, target.base) ? undefined : this.#meant(target);
    this.all.push({ visit, ref, name, initial, target: undefined, component: undefined });
    return true;
  }

  /** Works out what the references lead to, after what was visited by now. Returns those of which that has changed. */
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

  /** What a name means in each visit, that which it has itself included. Each visit changes three times at most. */
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

  /** The schema with the anchor that whoever comes to a schema brings into scope. */
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

  /** What a schema refers to that has nothing but the anchor besides: several such may mean the same. */
  #meant(target: ReferenceTarget): ReferenceTarget {
    const { value, base } = target;
    if (!isReference(value) || Object.keys(value).length !== 2) return target;
    const resolution = this.#references.resolveOnce(value.$ref, base);
    return resolution.kind === "target" && isObject(resolution.target.value) ? resolution.target : target;
  }
}

/** The one schema that is meant; undefined where that may be several. */
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
