import { isObject } from "../../json/index.js";

/** The entries of the object under a key of an unchecked value. None where there is no object. */
export function entriesAt(value: unknown, key: string): [string, unknown][] {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return [];
  const object: unknown = (value as Record<string, unknown>)[key];
  return isObject(object) ? Object.entries(object) : [];
}
