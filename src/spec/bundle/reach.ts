import { isObject, type Json, type JsonObject, objectMember, stringMember } from "../../json/index.js";
import type { DocumentFailure, LoadedSpec } from "../model.js";
import { Origins } from "../origins.js";
import {
  isReference,
  type MergedObject,
  type MergedObjects,
  mergedObjects,
  type References,
} from "../references/index.js";
import type { ObjectPlace } from "../select/index.js";
import { isMissingReference, ShapeFaults } from "../shapes/index.js";
import { type Component, Components } from "./components.js";
import { brokenEntries, bundledDiscriminator } from "./discriminator-mapping.js";
import { Edits } from "./edits.js";
import { type IncludedEnd, type InclusionFault, inclusionOf } from "./inclusion.js";
import { Leads } from "./leads.js";
import { DATA, isLeafSchema, OBJECT_RULES, type ObjectKind, type Rule } from "./object-kinds.js";
import { lossOf, lossOfMany, standInForMany } from "./stand-ins.js";
import type { Trail } from "./trail.js";
import { Unresolved, type WrittenReference, writtenIn } from "./unresolved.js";
import { isWithin, mapOf, originOf, placeOf, pointerOf, put, resultOf, type Slot, type Visit } from "./visit.js";
import { visitFaults } from "./visited-shapes.js";
import { checkWidth, MergedWidth } from "./width.js";

/** Kinds whose objects diagnostics speak of. Schemas are recorded by name only, there are too many inline ones. */
const RECORDED = new Set<ObjectKind>(["operation", "parameter", "requestBody", "response", "header"]);

/** What gives a schema a name for references (JSON Schema 2020-12, section 8.2). */
const IDENTIFIERS = ["$id", "$anchor", "$dynamicAnchor"];

/** What a walk goes through. */
export interface ReachInput {
  spec: LoadedSpec;
  references: References;
  /** Why documents could not be read, by URI. */
  failures: ReadonlyMap<string, DocumentFailure>;
  /** URIs of documents that are not expected to have anything. */
  absent?: ReadonlySet<string> | undefined;
  /** Where to keep how everything is reached. */
  trail?: Trail | undefined;
}

/**
 * Follows the references of what is added, and of what these lead to, until there is nothing new, and notes what has
 * to change for all of it to stand in one document. What needs no change is taken over as it is; see
 * docs/decisions/0002-stage-order.md. Walks with a stack of its own: how deep a document nests is up to its author.
 */
export class Reach {
  readonly origins = new Origins();
  readonly components: Components;
  readonly unresolved: Unresolved;
  /** What of the objects is not understood, and so not there for later stages. */
  readonly shapes = new ShapeFaults();
  readonly #references: References;
  readonly #trail: Trail | undefined;
  readonly #isSwagger2: boolean;
  readonly #open: Visit[] = [];
  readonly #edits: Edits;
  readonly #leads: Leads;
  /** Visits of objects of documents in which an object may stand in several places. */
  readonly #shared = new Map<ObjectKind, Map<object, Visit>>();
  /** Lists and maps of such documents. */
  readonly #lookedAt = new WeakSet<object>();
  /** What references of parameters lead to, by where they start from. */
  readonly #ends = new Map<string, Map<string, Json | undefined>>();
  /** Objects whose members were looked at that are put in for references. */
  readonly #lookedInto = new Set<object>();
  readonly #mergedWidth = new MergedWidth();
  /** Visits of lists and maps that take the place of references. */
  readonly #included = new Map<ObjectKind, Map<object, Visit>>();

  constructor({ spec, references, failures, absent, trail }: ReachInput) {
    this.#references = references;
    this.#trail = trail;
    this.#isSwagger2 = spec.family === "2.0";
    this.#edits = new Edits(this.origins, this.#isSwagger2);
    this.components = new Components(spec, references, absent);
    this.unresolved = new Unresolved(failures, references);
    this.#leads = new Leads({
      family: spec.family,
      references,
      components: this.components,
      unresolved: this.unresolved,
      edits: this.#edits,
      trail,
    });
  }

  /**
   * Takes in an object that stands at a place of a document.
   * @param sources of members that stand elsewhere
   */
  add(kind: ObjectKind, { value, uri, pointer }: ObjectPlace, sources?: MergedObjects["sources"]): Visit {
    return this.#enter(kind, { value, uri, pointer, base: uri }, sources);
  }

  #enter(kind: ObjectKind, place: MergedObject, sources?: MergedObjects["sources"]): Visit {
    const known = this.#shared.get(kind)?.get(place.value);
    return known ?? this.#openVisit({ kind, holding: "object", ...place, sources });
  }

  /** Follows everything that was added to its end. */
  run(): void {
    this.#follow();
    this.#leads.settle(() => this.#follow());
  }

  #follow(): void {
    for (;;) {
      // What was added first is followed first: of several places with one fault, the first is told.
      this.#open.reverse();
      for (let visit = this.#open.pop(); visit; visit = this.#open.pop()) this.#visit(visit);
      const components = this.components.takePending();
      if (components.length === 0) return;
      for (const component of components) this.#addComponent(component);
    }
  }

  /** Makes the changes that were noted. Every component must have its name by now. */
  finish(): void {
    this.#edits.make();
  }

  #addComponent(component: Component): void {
    const { value } = component.target;
    if (!isObject(value)) return;
    component.visit = this.#enter(component.kind, { ...component.target, value });
    this.#record(component.visit);
    this.#trail?.isComponent(component.visit, component);
  }

  #openVisit(visit: Visit): Visit {
    const { kind, holding, value, uri, slot } = visit;
    // What is merged goes to several places, whatever the format of its document.
    const isShared = this.#references.sharesObjects(uri) || slot?.visit.sources !== undefined;
    if (holding === "object" && isShared) mapOf(this.#shared, kind).set(value, visit);
    this.#leads.visited(visit);
    this.#open.push(visit);
    return visit;
  }

  #visit(visit: Visit): void {
    const start = this.#open.length;
    const { kind, holding, value } = visit;
    if (holding !== "object" && kind !== "schema" && !this.#wasLookedAt(visit)) this.#look(visit);
    if (holding === "object") this.#visitObject(visit, value as JsonObject);
    else if (Array.isArray(value)) {
      for (const [token, item] of value.entries()) this.#child(kind, item, { visit, token });
    } else {
      for (const token of Object.keys(value)) this.#child(kind, value[token] as Json, { visit, token });
    }
    reverseFrom(this.#open, start);
  }

  #visitObject(visit: Visit, value: JsonObject): void {
    const { kind } = visit;
    if (kind === "securityRequirement") {
      this.#leads.leadSchemes(visit, value);
      return;
    }
    const ref = stringMember(value, "$ref");
    if (ref !== undefined) this.#leads.lead(visit, "$ref", ref);
    else if (RECORDED.has(kind)) this.#record(visit);
    if (ref === undefined && isMissingReference(value)) {
      this.#leads.missing(visit, value);
      return;
    }
    const rules = OBJECT_RULES[kind];
    if (ref !== undefined && this.#leads.standsAlone(kind)) {
      this.#edits.leaveOut(visit, (key) => rules.has(key));
      return;
    }
    if (kind === "schema") this.#visitSchema(visit, value, ref !== undefined);
    else this.#look(visit);
    for (const key of Object.keys(value)) {
      const rule = rules.get(key);
      if (rule) this.#member(rule, value[key] as Json, { visit, token: key });
    }
  }

  /** True for a list or map that was visited before, at another of the places where YAML has it (merge keys, aliases). */
  #wasLookedAt({ value, uri }: Visit): boolean {
    if (!this.#references.sharesObjects(uri)) return false;
    const was = this.#lookedAt.has(value);
    this.#lookedAt.add(value);
    return was;
  }

  #look(visit: Visit): void {
    const follow = (item: JsonObject): Json => {
      const ref = stringMember(item, "$ref");
      return ref === undefined ? item : (this.#endOf(ref, visit.base) ?? item);
    };
    const { sources } = visit;
    for (const fault of visitFaults(visit, follow)) {
      const [token = "", ...tokens] = fault.tokens;
      const source = sources?.get(String(token));
      if (!source) this.shapes.tell(fault, () => originOf(this.#references, visit));
      else if (!this.#lookedInto.has(source.value))
        this.shapes.tell({ ...fault, tokens }, () => originOf(this.#references, visit, token));
    }
    for (const { value } of new Set(sources?.values())) this.#lookedInto.add(value);
  }

  /** What a reference leads to in the end, if to anything. Lists of parameters have the same ones over and over. */
  #endOf(ref: string, base: string): Json | undefined {
    const ends = this.#ends.get(base) ?? new Map<string, Json | undefined>();
    this.#ends.set(base, ends);
    if (!ends.has(ref)) {
      const end = this.#references.resolveToEnd(ref, base);
      ends.set(ref, end.kind === "target" ? end.target.value : undefined);
    }
    return ends.get(ref);
  }

  #visitSchema(visit: Visit, value: JsonObject, isReference: boolean): void {
    if (!this.#leads.standsAlone("schema")) this.#leaveOutIdentifiers(visit, value);
    const dynamicRef = stringMember(value, "$dynamicRef");
    if (dynamicRef !== undefined && !isReference) this.#leads.leadDynamic(visit, dynamicRef);
    else if (dynamicRef !== undefined) this.#edits.leaveOut(visit, (key) => key === "$dynamicRef");
    const discriminator = objectMember(value, "discriminator");
    if (!discriminator || !["mapping", "defaultMapping"].some((key) => Object.hasOwn(discriminator, key))) return;
    const mapping = objectMember(discriminator, "mapping") ?? {};
    const origin = () => originOf(this.#references, visit, "discriminator", "mapping");
    checkWidth({ kind: "schema", holding: "list", size: Object.keys(mapping).length, origin });
    const { base } = visit;
    const references = this.#references;
    for (const [way, ref] of brokenEntries(discriminator, { schema: value, base, references })) {
      const tokens = ["discriminator", ...way];
      this.unresolved.mappedNowhere(writtenIn(references, ref, { visit, loss: "part", tokens }));
    }
    this.#edits.add(() => {
      const { components } = this;
      const bundled = bundledDiscriminator({ discriminator, schema: value, base, references, components });
      if (bundled !== discriminator) this.#edits.copy(visit).discriminator = bundled;
    });
  }

  /** All references of a bundle are pointers from its root, and what names told apart may meet in it. */
  #leaveOutIdentifiers(visit: Visit, value: JsonObject): void {
    if (!IDENTIFIERS.some((key) => stringMember(value, key) !== undefined)) return;
    this.#edits.leaveOut(visit, (key) => IDENTIFIERS.includes(key) && typeof value[key] === "string");
  }

  #member({ holding, kind }: Rule, value: Json, slot: Slot): void {
    if (Array.isArray(value)) {
      if (holding === "list" || holding === "oneOrList") this.#many("list", kind, value, slot);
    } else if (isObject(value)) {
      if (holding === "one" || holding === "oneOrList") this.#child(kind, value, slot);
      else if (isReference(value)) this.#include(holding, kind, value, slot);
      else if (holding === "map") this.#many("map", kind, value, slot);
    }
  }

  #many(holding: "list" | "map", kind: ObjectKind, value: JsonObject | Json[], slot: Slot): void {
    const size = Object.keys(value).length;
    checkWidth({ kind, holding, size, origin: () => originOf(this.#references, slot.visit, slot.token) });
    this.#openVisit({ kind, holding, value, ...placeOf(slot), slot });
  }

  #child(kind: ObjectKind, value: Json, slot: Slot): void {
    if (!isObject(value) || (kind === "schema" && isLeafSchema(value))) return;
    const known = this.#shared.get(kind)?.get(value);
    if (known) this.#share(known, slot);
    else {
      const place = placeOf(slot);
      const base = kind === "schema" ? this.#references.baseIn(value, place.base) : place.base;
      this.#openVisit({ kind, holding: "object", value, ...place, base, slot });
    }
  }

  /** Puts in what a reference leads to that stands in the place of a list or map. */
  #include(holding: "list" | "map", kind: ObjectKind, value: JsonObject & { $ref: string }, slot: Slot): void {
    const { visit, token } = slot;
    const { beside, end, fault } = inclusionOf(holding, value, { slot, references: this.#references });
    if (fault) {
      const place = { visit, loss: lossOfMany(kind, visit.kind), tokens: [token, "$ref"] };
      this.#tellOf(fault, kind, writtenIn(this.#references, value.$ref, place));
    }
    const standIn = end ? undefined : standInForMany(kind, visit.kind, this.#isSwagger2);
    const [own] = beside;
    if (own)
      this.#merge(kind, [...beside, { ...(end ?? own), value: (end?.value ?? standIn ?? {}) as JsonObject }], slot);
    else if (end) this.#put(holding, kind, end, slot);
    else this.#edits.fill(slot, standIn);
  }

  #tellOf(fault: InclusionFault, kind: ObjectKind, written: WrittenReference): void {
    if (!fault.resolution) this.unresolved.fault(fault.code, fault.what, written);
    else if (!DATA.has(kind)) this.unresolved.add(fault.resolution, written);
  }

  /** Puts several maps in as one. @param objects that which is written there itself first */
  #merge(kind: ObjectKind, objects: readonly MergedObject[], slot: Slot): void {
    const { value, sources } = mergedObjects(objects, objects[0]);
    const size = Object.keys(value).length;
    const origin = () => originOf(this.#references, slot.visit, slot.token);
    checkWidth({ kind, holding: "map", size, origin });
    this.#mergedWidth.add(size, origin);
    const place = { slot, sources, mergedFrom: objects };
    const entered = this.#openVisit({ kind, holding: "map", value, ...placeOf(slot), ...place });
    this.#replace(slot, entered);
  }

  /** Puts a list or map in. It is visited once, wherever it goes. */
  #put(holding: "list" | "map", kind: ObjectKind, { value, uri, pointer, base }: IncludedEnd, slot: Slot): void {
    const included = mapOf(this.#included, kind);
    const known = included.get(value);
    if (known) this.#share(known, slot);
    const entered = known ?? this.#openVisit({ kind, holding, value, uri, pointer, base, slot });
    included.set(value, entered);
    this.#replace(slot, entered);
  }

  #replace(slot: Slot, entered: Visit): void {
    this.#edits.add(() => {
      this.#edits.copy(slot.visit);
      put(slot, resultOf(entered));
    });
  }

  /** Puts what is visited already into a further place. */
  #share(known: Visit, slot: Slot): void {
    if ((this.#included.size > 0 || this.#mergedWidth.isUsed) && isWithin(slot.visit, known.value)) {
      const place = { visit: slot.visit, loss: lossOf(known.kind), tokens: [slot.token] };
      this.#edits.fill(slot, known.holding === "list" ? [] : {});
      this.unresolved.fault(
        "B44-112",
        "goes round in a circle",
        writtenIn(this.#references, `#${pointerOf(known)}`, place),
      );
    } else if (known.moreSlots) known.moreSlots.push(slot);
    else known.moreSlots = [slot];
  }

  #record(visit: Visit): void {
    if (!this.origins.of(visit.value)) this.origins.set(visit.value, originOf(this.#references, visit));
  }
}

/** What is pushed last is visited first; so that the walk goes in the document's order, children are turned round. */
function reverseFrom<Item>(items: Item[], start: number): void {
  for (let low = start, high = items.length - 1; low < high; low++, high--) {
    [items[low], items[high]] = [items[high] as Item, items[low] as Item];
  }
}
