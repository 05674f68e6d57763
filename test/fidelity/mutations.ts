import { isObject, type Json, setMember } from "../../src/json/index.js";
import type { Random } from "./random.js";

/** A text that no list of values has. */
const UNHEARD_OF = "no such value";

/** What a place of a value may be changed to; undefined takes it away. */
const CHANGES: ((value: Json) => Json | undefined)[] = [
  () => undefined,
  () => null,
  (value) => (typeof value === "number" ? "text" : 17),
  (value) => (isObject(value) ? "text" : { a: true }),
  () => UNHEARD_OF,
];

/**
 * Values that are the given one but for one place: there something is missing, null, of another type, or another
 * text. Some may be valid still.
 */
export function mutations(value: Json, random: Random, count: number): Json[] {
  const all = places(value).flatMap((place) => CHANGES.map((change) => ({ place, change })));
  return random.some(all, count).flatMap(({ place, change }) => {
    const changed = changedAt(value, place, change);
    return changed === undefined ? [] : [changed];
  });
}

/** Where something stands in a value: the keys that lead there. */
type Place = readonly (string | number)[];

function places(value: Json): Place[] {
  const found: Place[] = [[]];
  for (const [key, child] of childrenOf(value)) for (const place of places(child)) found.push([key, ...place]);
  return found;
}

function childrenOf(value: Json): Iterable<[string | number, Json]> {
  if (Array.isArray(value)) return value.entries();
  return isObject(value) ? Object.entries(value) : [];
}

function changedAt(value: Json, [key, ...rest]: Place, change: (value: Json) => Json | undefined): Json | undefined {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    const item = changedAt(value[key as number] as Json, rest, change);
    return item === undefined ? value.toSpliced(key as number, 1) : value.with(key as number, item);
  }
  const copy: { [name: string]: Json } = {};
  for (const [name, member] of Object.entries(value as { [name: string]: Json })) {
    const kept = name === key ? changedAt(member, rest, change) : member;
    if (kept !== undefined) setMember(copy, name, kept);
  }
  return copy;
}
