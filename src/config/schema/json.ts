import * as z from "zod";
import type { JsonSchema } from "../model/index.js";

/** A plain object of JSON values, returned unchanged. */
export const jsonObject = () =>
  z.custom<JsonSchema>(isPlainObject).superRefine((value, context) => {
    const fault = notJson(value, []);
    if (fault) context.addIssue({ code: "custom", path: fault.path, message: fault.message });
  });

interface JsonFault {
  path: (string | number)[];
  message: string;
}

/** Finds the first value inside `value` that JSON cannot represent. `above` are the objects that contain it. */
function notJson(value: unknown, above: readonly unknown[]): JsonFault | undefined {
  if (value === null || ["string", "boolean"].includes(typeof value) || Number.isFinite(value)) return undefined;
  if (above.includes(value)) return { path: [], message: "must be JSON, which cannot contain itself" };
  if (!Array.isArray(value) && !isPlainObject(value)) return { path: [], message: "must be a JSON value" };
  const children: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, child] of children) {
    const fault = notJson(child, [...above, value]);
    if (fault) return { ...fault, path: [key, ...fault.path] };
  }
  return undefined;
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
