import type { Json, JsonObject } from "../../../json/index.js";
import type { SpecFamily } from "../../model.js";
import type { ObjectKind } from "../object-kinds.js";

/**
 * What a bundle loses by a broken reference: the operation, because nobody knows how to call it; the type of a place, which becomes
 * `unknown`; or a part that a call can do without. See docs/decisions/0008.
 */
export type Loss = "operation" | "type" | "part";

/** What a call is made of: without one of these it cannot be made. */
const CALLING = new Set<ObjectKind>(["openapi", "pathItem", "operation", "parameter", "requestBody"]);

/** What only describes more of a response, or data; a broken one is left out. */
const DISPENSABLE = new Set<ObjectKind>([
  "header",
  "encoding",
  "securityScheme",
  "securityRequirement",
  "example",
  "link",
]);

/** What is lost where the reference stands for one object of a kind. */
export function lossOf(kind: ObjectKind): Loss {
  if (CALLING.has(kind)) return "operation";
  return DISPENSABLE.has(kind) ? "part" : "type";
}

/** The same where it stands for a whole list or map of such, a member of `holder`. */
export function lossOfMany(kind: ObjectKind, holder: ObjectKind): Loss {
  if (CALLING.has(kind) || (kind === "mediaType" && holder === "requestBody")) return "operation";
  return kind === "response" || kind === "mediaType" ? "type" : "part";
}

/** An object of a kind that says nothing about what it stands for, in the place of a broken reference. */
export function standIn(kind: ObjectKind, family: SpecFamily): JsonObject {
  if (kind !== "response") return {};
  return { description: "", ...(family === "2.0" ? { schema: {} } : { content: anyContent() }) };
}

/** The same for a whole list or map, a member of `holder`; undefined where the member can be left out. */
export function standInForMany(kind: ObjectKind, holder: ObjectKind, family: SpecFamily): Json | undefined {
  if (kind === "response") return { default: standIn("response", family) };
  return kind === "mediaType" && holder === "response" ? anyContent() : undefined;
}

/** Content of which nothing is known. */
function anyContent(): JsonObject {
  return { "*/*": {} };
}
