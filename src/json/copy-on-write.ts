import { type Json, type JsonObject, member, setMember } from "./json.js";

/**
 * Passes every member of an object through `change`, and removes those for which it returns undefined. Returns the same
 * object if nothing changed.
 */
export function mapMembers(object: JsonObject, change: (value: Json, key: string) => Json | undefined): JsonObject {
  let changes: Changes | undefined;
  for (const key of Object.keys(object)) {
    const value = object[key]!;
    const next = change(value, key);
    if (next !== value) {
      changes ??= new Map();
      changes.set(key, next);
    }
  }
  return changes ? replaceMembers(object, changes) : object;
}

/**
 * Passes every item of an array through `change`, and removes those for which it returns undefined. Returns the same
 * array if nothing changed.
 */
export function mapItems(array: Json[], change: (item: Json, index: number) => Json | undefined): Json[] {
  let copy: Json[] | undefined;
  for (let index = 0; index < array.length; index++) {
    const item = array[index]!;
    const next = change(item, index);
    if (!copy && next !== item) copy = array.slice(0, index);
    if (copy && next !== undefined) copy.push(next);
  }
  return copy ?? array;
}

/** New values of members by key; undefined removes the member. */
export type Changes = Map<string, Json | undefined>;

/** Replaces, appends or removes members of an object. Returns the same object if nothing changed. */
export function replaceMembers(
  object: JsonObject,
  replacing: Changes | Readonly<Record<string, Json | undefined>>,
): JsonObject {
  const changes = replacing instanceof Map ? replacing : new Map(Object.entries(replacing));
  let changed = false;
  for (const [key, value] of changes) changed ||= value !== member(object, key);
  if (!changed) return object;
  const copy: JsonObject = {};
  for (const key of Object.keys(object)) {
    const value = changes.has(key) ? changes.get(key) : object[key];
    if (value !== undefined) setMember(copy, key, value);
  }
  for (const [key, value] of changes) {
    if (value !== undefined && !Object.hasOwn(copy, key)) setMember(copy, key, value);
  }
  return copy;
}

/** Replaces, appends or removes one member of an object. Returns the same object if nothing changed. */
export function replaceMember(object: JsonObject, key: string, value: Json | undefined): JsonObject {
  return value === member(object, key) ? object : replaceMembers(object, new Map([[key, value]]));
}

/** Returns a new object with the members whose key `keep` accepts. */
export function pickMembers(object: JsonObject, keep: (key: string) => boolean): JsonObject {
  const copy: JsonObject = {};
  for (const key of Object.keys(object)) if (keep(key)) setMember(copy, key, object[key]!);
  return copy;
}
