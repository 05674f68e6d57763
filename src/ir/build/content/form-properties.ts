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

/** How deep what a form is composed of is followed. */
const DEEPEST = 10;

/** How many schemas of a form are looked into: each stands in what comes out, as often as ways lead to it. */
const MOST = 300;

/** What a property of a form becomes; the same value where it stays as it is. */
type PropertyChange = (property: Json, name: string) => Json;

/** The schema of a form with its properties changed, those of all that it is composed of too; itself where none is. */
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
