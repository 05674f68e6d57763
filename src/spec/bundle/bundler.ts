import { type Diagnostic, DiagnosticError, diagnostic, type Location } from "../../diagnostics/index.js";
import { appendPointer, isObject, type Json, type JsonObject, setMember } from "../json.js";
import type { LoadedSpec } from "../model.js";
import { Origins } from "../origins.js";
import { type DocumentReference, referenceUri } from "../resolve/index.js";
import { ComponentStore } from "./component-store.js";
import { type Holding, OBJECT_MEMBERS, type ObjectKind } from "./object-kinds.js";
import type { References } from "./references.js";

/** Kinds whose objects diagnostics speak of. Schemas are recorded by name only, there are too many inline ones. */
const RECORDED = new Set<ObjectKind>(["pathItem", "operation", "parameter", "requestBody", "response", "header"]);

/** Kinds that a document can do without: a reference that leads nowhere is left out instead of reported. */
const DISPENSABLE = new Set<ObjectKind>(["example", "link"]);

/** Where the bundler is: a document, a pointer into it, and the members on the way from there. */
interface Place {
  uri: string;
  pointer: string;
  trail: (string | number)[];
}

/**
 * Copies what the selection reaches, reference by reference. An object without a reference to rewrite is taken over
 * as it is; see docs/decisions/0002-stage-order.md.
 */
export class Bundler {
  readonly origins = new Origins();
  readonly components: ComponentStore;
  /** References to documents that have not been read: the bundle is not whole while there are any. */
  readonly missing: DocumentReference[] = [];
  readonly #references: References;
  readonly #failures: ReadonlyMap<string, Diagnostic>;
  readonly #done = new Map<object, Json>();

  constructor(spec: LoadedSpec, references: References, failures: ReadonlyMap<string, Diagnostic>) {
    this.#references = references;
    this.#failures = failures;
    this.components = new ComponentStore(spec);
  }

  /** The object of `kind` at a place of a document, with every reference leading into the bundle. */
  copy(kind: ObjectKind, value: Json, uri: string, pointer: string): Json {
    return this.#object(kind, value, { uri, pointer, trail: [] });
  }

  /** Copies the components that were reached, and those that they reach, until there are no more. */
  finish(): void {
    for (let next = this.components.takePending(); next; next = this.components.takePending()) {
      const { target, kind } = next;
      const copied = this.copy(kind, target.value, target.uri, target.pointer);
      if (isObject(copied)) this.#record(copied, { ...target, trail: [] });
      next.value = copied;
    }
    this.components.settleNames();
  }

  #object(kind: ObjectKind, value: Json, place: Place): Json {
    if (!isObject(value)) return value;
    const earlier = this.#done.get(value);
    if (earlier !== undefined) return earlier;
    this.#done.set(value, value);
    const result = this.#members(kind, value, place);
    this.#done.set(value, result);
    if (RECORDED.has(kind)) this.#record(result, place);
    return result;
  }

  #members(kind: ObjectKind, value: JsonObject, place: Place): JsonObject {
    const members = OBJECT_MEMBERS[kind];
    let copy: JsonObject | undefined;
    for (const key of Object.keys(value)) {
      const child = value[key] as Json;
      let changed: Json | undefined = child;
      if ((key === "$ref" || key === "$dynamicRef") && typeof child === "string") {
        copy ??= { ...value };
        if (!this.#reference(kind, copy, key, child, place)) delete copy[key];
        continue;
      }
      const rule = Object.hasOwn(members, key) ? members[key] : undefined;
      if (rule && typeof child === "object" && child !== null) {
        place.trail.push(key);
        changed = this.#held(rule[0], rule[1], child, place);
        place.trail.pop();
      }
      if (changed !== child) {
        copy ??= { ...value };
        setMember(copy, key, changed);
      }
    }
    return copy ?? value;
  }

  #held(holding: Holding, kind: ObjectKind, value: Json, place: Place): Json {
    if (Array.isArray(value)) return holding === "one" || holding === "map" ? value : this.#list(kind, value, place);
    if (holding === "one" || holding === "oneOrList") return this.#object(kind, value, place);
    if (holding === "map" && isObject(value)) return this.#map(kind, value, place);
    return value;
  }

  #list(kind: ObjectKind, value: Json[], place: Place): Json[] {
    let copy: Json[] | undefined;
    value.forEach((child, index) => {
      place.trail.push(index);
      const changed = this.#object(kind, child, place);
      place.trail.pop();
      if (changed !== child) {
        copy ??= [...value];
        copy[index] = changed;
      }
    });
    return copy ?? value;
  }

  /** A map of objects. Some specs write `{ $ref: "./properties.yaml" }` in its place; the target's map is put in. */
  #map(kind: ObjectKind, value: JsonObject, place: Place): JsonObject {
    if (typeof value.$ref === "string") {
      const target = this.#references.resolve(value.$ref, place.uri);
      if (target && isObject(target.value) && target.value !== value) {
        return this.#map(kind, target.value, { uri: target.uri, pointer: target.pointer, trail: [] });
      }
    }
    let copy: JsonObject | undefined;
    for (const key of Object.keys(value)) {
      const child = value[key] as Json;
      place.trail.push(key);
      const changed = this.#object(kind, child, place);
      place.trail.pop();
      if (changed !== child) {
        copy ??= { ...value };
        setMember(copy, key, changed);
      }
    }
    return copy ?? value;
  }

  /** Leads a reference into the bundle. False where it leads nowhere and can be left out. */
  #reference(kind: ObjectKind, holder: JsonObject, key: string, ref: string, place: Place): boolean {
    const target = this.#references.resolve(ref, place.uri);
    if (!target) {
      if (DISPENSABLE.has(kind)) return false;
      const uri = referenceUri(ref, place.uri);
      if (this.#references.has(uri) || this.#failures.has(uri)) {
        throw new DiagnosticError(this.#leadsNowhere(ref, uri, this.#location(key, place)));
      }
      this.missing.push({ ref, base: place.uri, location: this.#location(key, place) });
      return false;
    }
    if (key === "$dynamicRef") delete holder.$dynamicRef;
    this.components.reach(kind, target, holder);
    return true;
  }

  #leadsNowhere(ref: string, uri: string, location: Location): Diagnostic {
    const failure = this.#failures.get(uri);
    if (failure) return { ...failure, location };
    return diagnostic("B44-108", { message: `The reference ${JSON.stringify(ref)} leads nowhere.`, location });
  }

  #location(key: string, place: Place): Location {
    const pointer = appendPointer(place.pointer, ...place.trail, key);
    return { file: this.#references.display(place.uri), pointer };
  }

  #record(object: object, place: Place): void {
    if (this.origins.of(object)) return;
    const pointer = appendPointer(place.pointer, ...place.trail);
    this.origins.set(object, { file: this.#references.display(place.uri), pointer });
  }
}
