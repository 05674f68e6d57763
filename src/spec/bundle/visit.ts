import { appendPointer, escapePointerToken, type Json, type JsonObject, setMember } from "../../json/index.js";
import type { Origin } from "../origins.js";
import type { MergedObject, References } from "../references/index.js";
import type { ObjectKind } from "./object-kinds.js";

/** Where something goes: a member of what another visit copies. */
export interface Slot {
  visit: Visit;
  token: string | number;
}

/** An object, list or map of the source that is on its way into the bundle. */
export interface Visit {
  kind: ObjectKind;
  /** Whether `value` is an object of the kind, or a list or map of such. */
  holding: "object" | "list" | "map";
  value: JsonObject | Json[];
  uri: string;
  /** What references in it are relative to: the document, or a schema in it. */
  base: string;
  /** The JSON pointer of `value`; undefined where its slot says it. */
  pointer?: string;
  /** Where it goes; undefined for what stands by itself. */
  slot?: Slot;
  /** Where else it goes: a value may stand in several places. */
  moreSlots?: Slot[];
  /** Where members of `value` are written that stand elsewhere than it. */
  sources?: ReadonlyMap<string, MergedObject> | undefined;
  /** What `value` was put together from. */
  mergedFrom?: readonly MergedObject[];
  /** What takes its place in the bundle, once something in it has to change. */
  copy?: JsonObject | Json[];
}

/** Where a member of what was visited is written; without a `pointer` where its slot says it. */
export function placeOf({ visit, token }: Slot): Pick<Visit, "uri" | "base" | "pointer"> {
  const source = visit.sources?.get(String(token));
  if (!source) return { uri: visit.uri, base: visit.base };
  return { uri: source.uri, base: source.base, pointer: appendPointer(source.pointer, token) };
}

/** What stands in the bundle for what was visited: the value itself where nothing in it had to change. */
export function resultOf(visit: Visit): Json {
  return visit.copy ?? visit.value;
}

/** The JSON pointer of a visited value in its document. */
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
 * A copy of a visited value to make changes in, put into copies of all that hold it; the source stays as it is. `copied` is called
 * for each object that is copied.
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

/** Puts a value into a slot, whose holder has been copied. */
export function put({ visit, token }: Slot, value: Json): void {
  const { copy } = visit;
  if (Array.isArray(copy)) copy[token as number] = value;
  else setMember(copy as JsonObject, String(token), value);
}

/** True where `value` is what a visit copies, or was put into that, or holds it. */
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

/** Everywhere that it goes. */
export function slotsOf({ slot, moreSlots }: Visit): Slot[] {
  if (!slot) return moreSlots ?? [];
  return moreSlots ? [slot, ...moreSlots] : [slot];
}

/** Where the object of a visit was written, or a member of it. */
export function originOf(references: References, visit: Visit, ...tokens: (string | number)[]): Origin {
  const { uri, pointer } = visit.sources?.get(String(tokens[0])) ?? { uri: visit.uri, pointer: pointerOf(visit) };
  return { file: references.display(uri), pointer: appendPointer(pointer, ...tokens) };
}
