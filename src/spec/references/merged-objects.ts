import { type Json, type JsonObject, setMember } from "../../json/index.js";
import type { ReferenceTarget } from "./reference.js";

/** One of several objects that stand for one. */
export interface MergedObject extends ReferenceTarget {
  value: JsonObject;
}

/** Several objects as one. */
export interface MergedObjects {
  value: JsonObject;
  /** Of a member that is not written in the main object: the object that it is written in. */
  sources: ReadonlyMap<string, MergedObject>;
}

/**
 * An object that is written as a reference with members beside it, and what that leads to, as one: a member of the
 * object itself wins over what it refers to. OpenAPI says something like it of path items alone (OpenAPI 3.2.0,
 * section 4.9, `$ref`); authors write it wherever there is neither a Reference Object nor a schema, and mean that.
 *
 * @param objects the outermost first; a `$ref` of theirs is not taken over
 * @param main the one for whose members no source is given
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
