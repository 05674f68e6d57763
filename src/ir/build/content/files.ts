import { reached } from "../../../collections/index.js";
import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { composition } from "../../../spec/schema-keywords.js";
import { isFile } from "../../file-schema.js";
import type { Schema } from "../../model.js";
import type { BuildContext } from "../context.js";

/**
 * Returns the names of the properties of a request body that are files or arrays of files, including those of composed schemas:
 * `format: binary` (OpenAPI 3.0), or a `contentMediaType` of bytes without an encoding (OpenAPI 3.1, section 4.8.14.3).
 */
export function fileProperties(context: BuildContext, schema: Schema | undefined): string[] {
  const names = new Set<string>();
  for (const part of composedOf(context, schema)) {
    if (!isObject(part.properties)) continue;
    for (const [name, property] of Object.entries(part.properties)) if (holdsFile(context, property)) names.add(name);
  }
  return [...names];
}

/** True for a schema of a file, or of an array of files. */
function holdsFile(context: BuildContext, property: Json): boolean {
  return composedOf(context, property).some(
    (part) => isFile(part) || composedOf(context, part.items).some((item) => isFile(item)),
  );
}

/** Returns a schema and all schemas that it is composed of, with references followed, without duplicates. */
export function composedOf(context: BuildContext, schema: Json | undefined): JsonObject[] {
  const dereferenced = (values: readonly (Json | undefined)[]) =>
    values.map((value) => context.dereference(value)).filter((value) => value !== undefined);
  return [...reached(dereferenced([schema]), (part) => dereferenced(composition(part)))];
}
