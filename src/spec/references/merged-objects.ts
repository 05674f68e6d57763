import { type Json, type JsonObject, setMember } from "../../json/index.js";
import type { ReferenceTarget } from "./reference.js";

/** One of several objects that are merged. */
export interface MergedObject extends ReferenceTarget {
  value: JsonObject;
}

/** Several objects as one. */
export interface MergedObjects {
  value: JsonObject;
  /** The objects that members are written in, for members that are not of the main object. */
  sources: ReadonlyMap<string, MergedObject>;
}

/**
 * Merges an object that is a reference with members beside it, and what it refers to: the object's own members win. OpenAPI
 * allows this for path items only (OpenAPI 3.2.0, section 4.9, `$ref`); authors do it wherever there is neither a Reference
 * Object nor a schema.
 *
 * @param objects the outermost first; their `$ref`s are not taken over
 * @param main the one whose members get no source
 */
export function mergedObjects(objects: readonly MergedObject[], main: MergedObject | undefined): MergedObjects {
  const value: JsonObject = {};
  const sources = new Map<string, MergedObject>();
  for (const object of objects) {
    for (const key of Object.keys(object.value)) {
      if (key === "$ref" || Object.hasOwn(value, key)) continue;
      setMember(value, key, object.value[key] as Json);
      if (object !== main) sources.set(key, object);
    }
  }
  return { value, sources };
}
