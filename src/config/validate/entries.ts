import { isObject, memberOf } from "../../json/index.js";
import type { KeyPath } from "../text/locate.js";

/** Returns the entries of the object under a key of an unchecked value; none if there is no object. */
export function entriesAt(value: unknown, key: string): [string, unknown][] {
  const object = memberOf(value, key);
  return isObject(object) ? Object.entries(object) : [];
}

/** Returns the value at a path in an unchecked value; undefined if there is none. */
export function valueAt(value: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(memberOf, value);
}
