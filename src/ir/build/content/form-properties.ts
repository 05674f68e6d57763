import {
  type Changes,
  isObject,
  type Json,
  type JsonObject,
  mapItems,
  mapMembers,
  replaceMembers,
} from "../../../json/index.js";
import { COMPOSITION } from "../../../spec/schema-keywords.js";
import type { Schema } from "../../model.js";
import type { BuildContext } from "../context.js";

/** The maximum depth to which composed schemas are followed. */
const DEEPEST = 10;

/**
 * The maximum number of schemas of a form that are changed: the result has a copy of a schema for each place where it
 * is used.
 */
const MOST = 300;

/** Returns the changed schema of a property, or the same one. */
type PropertyChange = (property: Json, name: string) => Json;

/**
 * Changes the properties of a form, including those of composed schemas. Returns the same schema if nothing changes.
 */
export function withFormProperties(context: BuildContext, schema: JsonObject, change: PropertyChange): Schema {
  let left = MOST;
  function changedPart(part: Json, depth: number): Json {
    const object = context.dereference(part);
    if (!object || depth > DEEPEST || left-- <= 0) return part;
    const changes: Changes = new Map();
    for (const key of COMPOSITION) {
      const list = object[key];
      if (Array.isArray(list))
        changes.set(
          key,
          mapItems(list, (item) => changedPart(item, depth + 1)),
        );
    }
    if (isObject(object.properties)) changes.set("properties", mapMembers(object.properties, change));
    const changed = replaceMembers(object, changes);
    return changed === object ? part : changed;
  }
  return changedPart(schema, 0) as Schema;
}
