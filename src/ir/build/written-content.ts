import { arrayMember, type JsonObject, member, reached } from "../../json/index.js";
import type { Schema } from "../model.js";
import type { BuildContext } from "./context.js";

/** How deep what a schema is composed of is followed. */
const DEEPEST = 10;

/** Keywords of objects and lists. */
const OF_PARTS = ["properties", "additionalProperties", "items", "prefixItems"];

/**
 * The schema of a parameter's content that is not JSON, as a caller gives it (OpenAPI 3.1, section 4.8.12). One of objects
 * or lists says what its text means, XML for one: nothing here makes that text of them, so the text is what is given.
 */
export function writtenContent(context: BuildContext, schema: Schema): Schema {
  const partsOf = (part: JsonObject | undefined) =>
    ["allOf", "anyOf", "oneOf"].flatMap((keyword) =>
      part ? arrayMember(part, keyword).map((item) => context.dereference(item)) : [],
    );
  const parts = [...reached([context.dereference(schema)], partsOf, DEEPEST)];
  return parts.some((part) => part && isOfParts(part)) ? { type: "string" } : schema;
}

function isOfParts(schema: JsonObject): boolean {
  const types = [member(schema, "type") ?? []].flat();
  if (types.length > 0) return types.includes("object") || types.includes("array");
  return OF_PARTS.some((keyword) => Object.hasOwn(schema, keyword));
}
