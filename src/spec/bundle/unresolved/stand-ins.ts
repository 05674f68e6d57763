import type { Json, JsonObject } from "../../../json/index.js";
import type { SpecFamily } from "../../model.js";
import type { ObjectKind } from "../object-kinds.js";

/**
 * What a broken reference loses: the operation, because it is unknown how to call it; a type, which becomes `unknown`; or a part that
 * calls do not need. See docs/decisions/0008.
 */
export type Loss = "operation" | "type" | "part";

/** Kinds that calls cannot do without. */
const CALLING = new Set<ObjectKind>(["openapi", "pathItem", "operation", "parameter", "requestBody"]);

/** Kinds that calls and types do not need: broken ones are removed. */
const DISPENSABLE = new Set<ObjectKind>([
  "header",
  "encoding",
  "securityScheme",
  "securityRequirement",
  "example",
  "link",
]);

/** Returns what is lost if the reference is in the place of one object. */
export function lossOf(kind: ObjectKind): Loss {
  if (CALLING.has(kind)) return "operation";
  return DISPENSABLE.has(kind) ? "part" : "type";
}

/**
 * Returns what is lost if the reference is in the place of an array or map of objects.
 * @param holder the kind of the object with that member
 */
export function lossOfMany(kind: ObjectKind, holder: ObjectKind): Loss {
  if (CALLING.has(kind) || (kind === "mediaType" && holder === "requestBody")) return "operation";
  return kind === "response" || kind === "mediaType" ? "type" : "part";
}

/** Returns an object that replaces a broken reference, and allows anything. */
export function standIn(kind: ObjectKind, family: SpecFamily): JsonObject {
  if (kind !== "response") return {};
  return { description: "", ...(family === "2.0" ? { schema: {} } : { content: anyContent() }) };
}

/** Like {@link standIn}, for an array or map, see {@link lossOfMany}; undefined if the member can be removed. */
export function standInForMany(kind: ObjectKind, holder: ObjectKind, family: SpecFamily): Json | undefined {
  if (kind === "response") return { default: standIn("response", family) };
  return kind === "mediaType" && holder === "response" ? anyContent() : undefined;
}

/** Returns unknown content. */
function anyContent(): JsonObject {
  return { "*/*": {} };
}
