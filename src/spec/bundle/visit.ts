import { appendPointer, escapePointerToken, type Json, type JsonObject, setMember } from "../../json/index.js";
import type { Origin } from "../origins.js";
import type { MergedObject, References } from "../references/index.js";
import type { ObjectKind } from "./object-kinds.js";

/** A place that a visited value goes to: a member or item of another visited value. */
export interface Slot {
  visit: Visit;
  token: string | number;
}

/** An object, array or map of the source that goes into the bundle. */
export interface Visit {
  kind: ObjectKind;
  /** The form of `value`: an object of the kind, or an array or map of such objects. */
  holding: "object" | "list" | "map";
  value: JsonObject | Json[];
  uri: string;
  /** The base of references in it: the document, or a schema in it. */
  base: string;
  /** The JSON pointer of `value`; undefined if its slot shows it. */
  pointer?: string;
  /** The slot that it goes to; undefined for components, and for the start of the walk. */
  slot?: Slot;
  /** Further places that it goes to. */
  moreSlots?: Slot[];
  /** The sources of members of `value` that are written elsewhere. */
  sources?: ReadonlyMap<string, MergedObject> | undefined;
  /** What `value` was merged from. */
  mergedFrom?: readonly MergedObject[];
  /** The copy that replaces it in the bundle; undefined if nothing in it changes. */
  copy?: JsonObject | Json[];
}

/** Returns the place where the value of a slot is written, without a `pointer` if the slot shows it. */
export function placeOf({ visit, token }: Slot): Pick<Visit, "uri" | "base" | "pointer"> {
  const source = visit.sources?.get(String(token));
  if (!source) return { uri: visit.uri, base: visit.base };
  return { uri: source.uri, base: source.base, pointer: appendPointer(source.pointer, token) };
}

/** Returns the value in the bundle for a visit: the visited value itself if nothing in it changed. */
export function resultOf(visit: Visit): Json {
  return visit.copy ?? visit.value;
}

/** Returns the JSON pointer of a visited value in its document. */
export function pointerOf(visit: Visit): string {
  let tokens = "";
  for (let at: Visit = visit; ; ) {
    if (at.pointer !== undefined) return at.pointer + tokens;
    const { token, visit: holder } = at.slot as Slot;
    tokens = `/${typeof token === "number" ? token : escapePointerToken(token)}${tokens}`;
    at = holder;
  }
}

/**
 * Copies a visited value, and all that contain it, so that it can be changed. Does not change the source.
 * @param copied is called for each copy
 */
export function copyOf(visit: Visit, copied: (value: object, copy: object) => void): JsonObject {
  const made: Visit[] = [];
  const open = [visit];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.copy) continue;
    next.copy = Array.isArray(next.value) ? [...next.value] : { ...next.value };
    copied(next.value, next.copy);
    made.push(next);
    open.push(...slotsOf(next).map((slot) => slot.visit));
  }
  for (const item of made) for (const slot of slotsOf(item)) put(slot, item.copy as Json);
  return visit.copy as JsonObject;
}

/** Puts a value into a slot. The value that has the slot must be copied. */
export function put({ visit, token }: Slot, value: Json): void {
  const { copy } = visit;
  if (Array.isArray(copy)) copy[token as number] = value;
  else setMember(copy as JsonObject, String(token), value);
}

/** True if a visited value is this value, was merged from it, or is inside it. */
export function isWithin(visit: Visit, value: object): boolean {
  const seen = new Set<Visit>();
  const open = [visit];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.value === value || next.mergedFrom?.some((object) => object.value === value)) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...slotsOf(next).map((slot) => slot.visit));
  }
  return false;
}

/** Returns all places that a visited value goes to. */
export function slotsOf({ slot, moreSlots }: Visit): Slot[] {
  if (!slot) return moreSlots ?? [];
  return moreSlots ? [slot, ...moreSlots] : [slot];
}

/** Returns the place where the object of a visit, or a member of it, was written. */
export function originOf(references: References, visit: Visit, ...tokens: (string | number)[]): Origin {
  const { uri, pointer } = visit.sources?.get(String(tokens[0])) ?? { uri: visit.uri, pointer: pointerOf(visit) };
  return { file: references.display(uri), pointer: appendPointer(pointer, ...tokens) };
}
