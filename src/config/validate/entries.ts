import { isObject } from "../../json/index.js";
import type { KeyPath } from "../text/locate.js";

/** The entries of the object under a key of an unchecked value. None where there is no object. */
export function entriesAt(value: unknown, key: string): [string, unknown][] {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return [];
  const object: unknown = (value as Record<string, unknown>)[key];
  return isObject(object) ? Object.entries(object) : [];
}

/** Whether a path of keys leads to something in an unchecked value. */
export function isAt(value: unknown, [key, ...rest]: KeyPath): boolean {
  if (key === undefined) return true;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return false;
  return isAt((value as Record<string | number, unknown>)[key], rest);
}
