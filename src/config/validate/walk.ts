import * as z from "zod";
import { type KeyNotes, keyNotes } from "../schema/index.js";

/** Removes the wrappers of a schema: optional, default. */
export function unwrapSchema(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrapSchema(schema.def.innerType);
  return schema;
}

/** Returns the notes of a schema, if it is that of a key. */
export function notesOf(schema: z.core.$ZodType): KeyNotes | undefined {
  return keyNotes.get(schema);
}

/** Returns the schema of a key of an object or record, or of an element of an array, in any alternative of a union. */
function childSchema(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  const inner = unwrapSchema(schema);
  if (inner instanceof z.ZodObject) {
    return typeof key === "string" && Object.hasOwn(inner.shape, key) ? inner.shape[key] : undefined;
  }
  if (inner instanceof z.ZodRecord) return inner.valueType;
  if (inner instanceof z.ZodArray) return inner.element;
  if (inner instanceof z.ZodUnion) {
    return inner.options.map((option) => childSchema(option, key)).find((child) => child !== undefined);
  }
  return undefined;
}

/** Returns the schema at a path from the root. */
export function schemaAt(root: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>((schema, key) => schema && childSchema(schema, key), root);
}

/** Returns the keys that an object may have, or those of the object among a union's alternatives. */
export function knownKeys(schema: z.core.$ZodType): string[] {
  const inner = unwrapSchema(schema);
  if (inner instanceof z.ZodObject) return Object.keys(inner.shape);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap(knownKeys);
  return [];
}
