import { isObject, memberOf } from "../../json/index.js";
import type { KeyPath } from "../text/locate.js";

/** The entries of the object under a key of an unchecked value. None where there is no object. */
export function entriesAt(value: unknown, key: string): [string, unknown][] {
  const object = memberOf(value, key);
  return isObject(object) ? Object.entries(object) : [];
}

/** What a path of keys leads to in an unchecked value; undefined where it leads nowhere. */
export function valueAt(value: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(memberOf, value);
}
