import { getOrInsert } from "../../collections/index.js";
import { isObject, type Json, type JsonObject, stringMember } from "../../json/index.js";
import { isItem, numberedValues } from "../meant-lists.js";
import type { DocumentFailure, LoadedSpec } from "../model.js";
import { Origins } from "../origins.js";
import { isReference, type MergedObject, type MergedObjects, type References } from "../references/index.js";
import type { ObjectPlace } from "../select/index.js";
import { isMissingReference, ShapeFaults } from "../shapes/index.js";
import { bareSchemaFault, isBareSchema, isOwnMember } from "./bare-schemas.js";
import { type Component, Components } from "./components/index.js";
import { Edits } from "./edits.js";
import { Inclusions } from "./inclusions/index.js";
import { Leads, leadDiscriminator, leadSchemes } from "./leads/index.js";
import { overLimit } from "./limits/index.js";
import { DATA, OBJECT_RULES, type ObjectKind, type Rule, referenceOfLeaf } from "./object-kinds.js";
import { moveServers } from "./servers.js";
import type { Trail } from "./trail.js";
import { lossOf, Unresolved } from "./unresolved/index.js";
import { originOf, placeOf, pointerOf, type Slot, type Visit } from "./visit.js";
import { VisitedShapes } from "./visited-shapes.js";
import type { Walk } from "./walk.js";

/**
 * Kinds whose origins are recorded for diagnostics. Schemas are recorded only if they are named, because there are too many inline
 * ones.
 */
const RECORDED = new Set<ObjectKind>(["operation", "parameter", "requestBody", "response", "header"]);

/** Keywords that give a schema a name for references (JSON Schema 2020-12, section 8.2). */
const IDENTIFIERS = ["$id", "$anchor", "$dynamicAnchor"];

/** The input of a walk. */
export interface ReachInput {
  spec: LoadedSpec;
  references: References;
  /** Why documents could not be read, by URI. */
  failures: ReadonlyMap<string, DocumentFailure>;
  /** URIs of documents for whose contents no names are reserved. */
  absent?: ReadonlySet<string> | undefined;
  /** Records how everything is reached; undefined to record nothing. */
  trail?: Trail | undefined;
}

/**
 * Walks objects, the targets of their references, and so on, and notes the changes that are needed to have all of it in one document.
 * Does not copy objects without changes (docs/decisions/0002-stage-order.md). The walk has its own stack, because its depth is up to
 * the author of the document.
 */
export class Reach {
  readonly origins = new Origins();
  readonly components: Components;
  readonly unresolved: Unresolved;
  /** The parts of objects that are not understood. */
  readonly shapes = new ShapeFaults();
  readonly #references: References;
  readonly #open: Visit[] = [];
  readonly #edits: Edits;
  readonly #leads: Leads;
  readonly #by: Walk;
  /** Visits of objects that may have several places, by kind and object. */
  readonly #shared = new Map<ObjectKind, Map<object, Visit>>();
  readonly #visitedShapes: VisitedShapes;
  readonly #inclusions: Inclusions;

  constructor({ spec, references, failures, absent, trail }: ReachInput) {
    const { family, document } = spec;
    const { origins } = this;
    const edits = new Edits(origins, family);
    const components = new Components(spec, references, absent);
    const unresolved = new Unresolved(failures, references);
    this.#references = references;
    this.#edits = edits;
    this.components = components;
    this.unresolved = unresolved;
    this.#by = { family, root: document.uri, references, components, unresolved, edits, origins, trail };
    this.#leads = new Leads(this.#by);
    this.#visitedShapes = new VisitedShapes(this.shapes, references, family);
    this.#inclusions = new Inclusions({ ...this.#by, open: (visit) => this.#openVisit(visit) });
  }

  /**
   * Adds an object of a document.
   * @param sources the sources of members that are written elsewhere
   */
  add(kind: ObjectKind, { value, uri, pointer }: ObjectPlace, sources?: MergedObjects["sources"]): Visit {
    return this.#enter(kind, { value, uri, pointer, base: uri }, sources);
  }

  #enter(kind: ObjectKind, place: MergedObject, sources?: MergedObjects["sources"]): Visit {
    const known = this.#shared.get(kind)?.get(place.value);
    return known ?? this.#openVisit({ kind, holding: "object", ...place, sources });
  }

  /** Walks everything that was added. */
  run(): void {
    this.#follow();
    this.#leads.settle(() => this.#follow());
    this.#inclusions.limitDepth();
  }

  #follow(): void {
    for (;;) {
      // First in, first out: if a fault has several places, the first one is reported.
      this.#open.reverse();
      for (let visit = this.#open.pop(); visit; visit = this.#open.pop()) this.#visit(visit);
      const components = this.components.takePending();
      if (components.length === 0) return;
      for (const component of components) this.#addComponent(component);
    }
  }

  /** Makes the changes that were noted. Every component must have its name. */
  finish(): void {
    this.#edits.make();
  }

  #addComponent(component: Component): void {
    const { value } = component.target;
    if (!isObject(value)) return;
    component.visit = this.#enter(component.kind, { ...component.target, value });
    this.#record(component.visit);
    this.#by.trail?.isComponent(component.visit, component);
  }

  #openVisit(visit: Visit): Visit {
    const { kind, holding, value, uri, slot } = visit;
    // Merged objects have several places in documents of any format.
    const isShared = this.#references.sharesObjects(uri) || slot?.visit.sources !== undefined;
    if (holding === "object" && isShared) getOrInsert(this.#shared, kind, () => new Map()).set(value, visit);
    this.#leads.visited(visit);
    this.#open.push(visit);
    return visit;
  }

  #visit(visit: Visit): void {
    const start = this.#open.length;
    const { kind, holding, value } = visit;
    if (holding !== "object" && kind !== "schema") this.#visitedShapes.look(visit);
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
      leadSchemes(visit, value, this.#by);
      return;
    }
    const ref = stringMember(value, "$ref");
    if (ref === undefined && RECORDED.has(kind)) this.#record(visit);
    if (this.#givesUp(visit, value)) return;
    const isToSchema = ref !== undefined && this.#leads.lead(visit, "$ref", ref);
    if (isToSchema || (ref === undefined && isBareSchema(kind, value))) this.#visitBareSchema(visit, value);
    if (isToSchema) return;
    if (ref === undefined && isMissingReference(value)) {
      this.#leads.missing(visit, value);
      return;
    }
    const rules = OBJECT_RULES[kind];
    if (ref !== undefined && this.#leads.standsAlone(kind)) {
      this.#edits.leaveOut(visit, (key) => rules.has(key));
      return;
    }
    if (kind === "schema") this.#visitSchema(visit, value);
    else this.#visitedShapes.look(visit);
    if (kind === "operation" || kind === "pathItem") moveServers(visit, value, this.#by);
    for (const key of Object.keys(value)) {
      const rule = rules.get(key);
      if (rule) this.#member(rule, value[key] as Json, { visit, token: key });
    }
  }

  /** Gives up an object that is over a limit, before its members are visited. */
  #givesUp(visit: Visit, value: JsonObject): boolean {
    const over = overLimit(visit.kind, value, this.#references.cuts);
    if (!over) return false;
    this.#edits.giveUp(visit, { key: "$ref", counts: false });
    if (!DATA.has(visit.kind)) this.unresolved.overLimit(over, { visit, loss: lossOf(visit.kind) });
    return true;
  }

  #visitSchema(visit: Visit, value: JsonObject): void {
    if (!this.#leads.standsAlone("schema")) this.#leaveOutIdentifiers(visit, value);
    const dynamicRef = stringMember(value, "$dynamicRef");
    if (dynamicRef !== undefined && stringMember(value, "$ref") === undefined)
      this.#leads.leadDynamic(visit, dynamicRef);
    else if (dynamicRef !== undefined) this.#edits.leaveOut(visit, (key) => key === "$dynamicRef");
    leadDiscriminator(visit, value, this.#by);
  }

  /** Wraps a bare schema, or a reference to one, in the object that should be in its place. */
  #visitBareSchema(visit: Visit, value: JsonObject): void {
    if (RECORDED.has(visit.kind)) this.#record(visit);
    this.shapes.tell(bareSchemaFault(visit.kind), () => originOf(this.#references, visit));
    const slot = { visit, token: "schema" };
    const { uri, base } = visit;
    const pointer = pointerOf(visit);
    const schema = this.#openVisit({ kind: "schema", holding: "object", value, uri, base, pointer, slot });
    this.#edits.leaveOut(visit, (key) => !isOwnMember(visit.kind, [key, value[key]]));
    this.#edits.place(slot, schema);
  }

  /** Removes identifiers: references of a bundle do not need them, and those of different documents may clash. */
  #leaveOutIdentifiers(visit: Visit, value: JsonObject): void {
    if (!IDENTIFIERS.some((key) => stringMember(value, key) !== undefined)) return;
    this.#edits.leaveOut(visit, (key) => IDENTIFIERS.includes(key) && typeof value[key] === "string");
  }

  #member({ holding, kind }: Rule, value: Json, slot: Slot): void {
    if (Array.isArray(value)) {
      if (holding === "list" || holding === "oneOrList") this.#many("list", kind, value, slot);
    } else if (isObject(value)) {
      if (holding === "one" || holding === "oneOrList") this.#child(kind, value, slot);
      else if (holding === "list" && this.#isItem(kind, value, slot)) this.#child(kind, value, slot);
      else if (isReference(value)) this.#inclusions.include(holding, kind, value, slot);
      else if (holding === "map" || numberedValues(value)) this.#many("map", kind, value, slot);
    }
  }

  /** True for an item, or a reference to one, in the place of an array of such items. */
  #isItem(kind: ObjectKind, value: JsonObject, slot: Slot): boolean {
    if (!isReference(value)) return isItem(kind, value);
    const end = this.#references.resolveToEnd(value.$ref, placeOf(slot).base);
    return end.kind === "target" && isItem(kind, end.target.value);
  }

  #many(holding: "list" | "map", kind: ObjectKind, value: JsonObject | Json[], slot: Slot): void {
    this.#openVisit({ kind, holding, value, ...placeOf(slot), slot });
  }

  #child(kind: ObjectKind, value: Json, slot: Slot): void {
    if (!isObject(value) || this.#isSettled(kind, value, slot)) return;
    const known = this.#shared.get(kind)?.get(value);
    if (known) this.#inclusions.share(known, slot);
    else {
      const place = placeOf(slot);
      const base = kind === "schema" ? this.#references.baseIn(value, place.base) : place.base;
      this.#openVisit({ kind, holding: "object", value, ...place, base, slot });
    }
  }

  /** True for an object that needs no visit. */
  #isSettled(kind: ObjectKind, value: JsonObject, { visit }: Slot): boolean {
    if (!this.#references.cuts.isEmpty) return false;
    const reference = referenceOfLeaf(kind, value);
    if (reference === undefined || reference === "") return reference === "";
    return visit.sources === undefined && this.#leads.isLed(kind, reference, visit.base);
  }

  #record(visit: Visit): void {
    if (!this.origins.of(visit.value)) this.origins.set(visit.value, originOf(this.#references, visit));
  }
}

/** Reverses the items from an index on: a stack is popped from its end, and the walk goes in the order of the document. */
function reverseFrom<Item>(items: Item[], start: number): void {
  for (let low = start, high = items.length - 1; low < high; low++, high--) {
    [items[low], items[high]] = [items[high] as Item, items[low] as Item];
  }
}
