import { isObject, type Json, member } from "../../spec/json.js";
import type { MediaType, Schema } from "../model.js";
import type { BuildContext } from "./context.js";

/** The entries of a `content` map (OpenAPI 3.1, section 4.8.14). */
export function buildContent(context: BuildContext, content: Json | undefined): MediaType[] {
  if (!isObject(content)) return [];
  return Object.entries(content)
    .filter(([key]) => !key.startsWith("x-"))
    .map(([key, value]) => {
      const mediaType = (key.split(";")[0] ?? "").trim().toLowerCase();
      return { mediaType, isJson: isJsonMediaType(mediaType), schema: contentSchema(context, value) };
    });
}

/** The schema of a Media Type Object, or of what a reference to one leads to (OpenAPI 3.2). */
export function contentSchema(context: BuildContext, mediaType: Json): Schema | undefined {
  const object = context.dereference(mediaType);
  return object && asSchema(member(object, "schema"));
}

/** The value as a schema; undefined where it is missing or something that a schema cannot be. */
export function asSchema(value: Json | undefined): Schema | undefined {
  return typeof value === "boolean" || isObject(value) ? value : undefined;
}

/** JSON by its name (RFC 6839 `+json` too), or a wildcard, which specs of JSON APIs write for it. */
export function isJsonMediaType(mediaType: string): boolean {
  return /^(application|text)\/(x-)?json$|\+json$|^\*\/\*$|^application\/\*$/.test(mediaType);
}
