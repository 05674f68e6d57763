import { getOrInsert } from "../../../collections/index.js";
import { type Api, type NamedSchema, referencedKey } from "../../../ir/index.js";
import { isObject, type Json } from "../../../json/index.js";

/**
 * Finds schemas that are equal in both versions, including everything that they reference. Most schemas are, and then
 * need no comparison.
 */
export class Unchanged {
  readonly #changed: ReadonlySet<string>;

  constructor(before: Api, after: Api) {
    this.#changed = changedKeys(before, after);
  }

  /** True if the two schemas and all named schemas that they reach are equal. */
  areSame(before: Json, after: Json): boolean {
    const refs = sameText(before, after);
    return refs !== undefined && [...refs].every((key) => !this.#changed.has(key));
  }
}

/** Returns the keys of the named schemas that differ, or that reach one that differs. */
function changedKeys(before: Api, after: Api): Set<string> {
  const others = new Map(after.schemas.map((schema) => [schema.key, schema]));
  const users = new Map<string, string[]>();
  const pending: string[] = [];
  for (const schema of before.schemas) {
    const refs = sameNamed(schema, others.get(schema.key));
    others.delete(schema.key);
    if (!refs) pending.push(schema.key);
    for (const key of refs ?? []) getOrInsert(users, key, () => []).push(schema.key);
  }
  pending.push(...others.keys());
  const changed = new Set<string>();
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    if (changed.has(key)) continue;
    changed.add(key);
    for (const user of users.get(key) ?? []) pending.push(user);
  }
  return changed;
}

function sameNamed(before: NamedSchema, after: NamedSchema | undefined): Set<string> | undefined {
  if (!after || before.name !== after.name || before.requestName !== after.requestName) return undefined;
  return sameText(before.schema, after.schema);
}

/**
 * Returns the keys that two equal schemas reference; undefined if they are not equal. Iterative, because schemas can be
 * nested deeply.
 */
function sameText(before: Json, after: Json): Set<string> | undefined {
  const refs = new Set<string>();
  const pending: [Json, Json][] = [[before, after]];
  for (let pair = pending.pop(); pair; pair = pending.pop()) {
    const [was, is] = pair;
    if (Array.isArray(was) && Array.isArray(is)) {
      if (was.length !== is.length) return undefined;
      for (const [index, item] of was.entries()) pending.push([item, is[index] ?? null]);
    } else if (isObject(was) && isObject(is)) {
      const keys = Object.keys(was);
      if (keys.length !== Object.keys(is).length) return undefined;
      for (const key of keys) {
        const [value, other] = [was[key], is[key]];
        if (value === undefined || other === undefined || !Object.hasOwn(is, key)) return undefined;
        if (key === "$ref" && typeof value === "string") refs.add(referencedKey(value));
        pending.push([value, other]);
      }
    } else if (was !== is) return undefined;
  }
  return refs;
}
