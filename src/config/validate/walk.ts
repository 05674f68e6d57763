import * as z from "zod";
import { type KeyNotes, keyNotes } from "../schema/index.js";

/** A schema without what wraps it: optional, default. */
export function unwrapSchema(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrapSchema(schema.def.innerType);
  return schema;
}

/** The notes of a schema, if it is that of a key. */
export function notesOf(schema: z.core.$ZodType): KeyNotes | undefined {
  return keyNotes.get(schema);
}

/** The schema of a key of an object or record, or of an element of an array, at any of a union's alternatives. */
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

/** The schema that a path from the root leads to. */
export function schemaAt(root: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>((schema, key) => schema && childSchema(schema, key), root);
}

/** The keys that an object may have, or those of the object among a union's alternatives. */
export function knownKeys(schema: z.core.$ZodType): string[] {
  const inner = unwrapSchema(schema);
  if (inner instanceof z.ZodObject) return Object.keys(inner.shape);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap(knownKeys);
  return [];
}
