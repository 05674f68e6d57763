import { type JsonObject, objectMember } from "../json/index.js";
import type { SpecFamily } from "./model.js";

/** The fields of the Components Object (OpenAPI 3.2.0, section 4.7). */
export const COMPONENT_FIELDS: readonly string[] = [
  "schemas",
  "responses",
  "parameters",
  "examples",
  "requestBodies",
  "headers",
  "securitySchemes",
  "links",
  "callbacks",
  "pathItems",
  "mediaTypes",
];

/**
 * The fields of OpenAPI's objects, in 2.0 to 3.2, that are maps: their keys are names, not fields. Without the maps of schemas
 * (`SCHEMA_MAPS`), and without `variables`, whose objects have fields of their own.
 */
export const OBJECT_MAPS: readonly string[] = [
  ...COMPONENT_FIELDS.filter((field) => field !== "examples"),
  ...["securityDefinitions", "paths", "webhooks", "content", "encoding"],
];

/** Where Swagger 2.0 keeps objects by name, at the root ("Swagger Object"), and OpenAPI 3 the same among the components. */
export const MOVED_SECTIONS = [
  ["definitions", "schemas"],
  ["parameters", "parameters"],
  ["responses", "responses"],
  ["securityDefinitions", "securitySchemes"],
] as const;

/** The objects in a section of a document by name, and the JSON pointer of that section. */
export interface NamedObjects {
  pointer: string;
  objects: JsonObject;
}

/** The named objects of a section of the components, or of its counterpart at the root of a Swagger 2.0 document. */
export function namedObjects(
  { root, family }: { root: JsonObject; family: SpecFamily },
  section: (typeof MOVED_SECTIONS)[number][1],
): NamedObjects {
  const [[own = section] = []] = MOVED_SECTIONS.filter(([, name]) => name === section);
  if (family === "2.0") return { pointer: `/${own}`, objects: objectMember(root, own) ?? {} };
  const objects = objectMember(objectMember(root, "components") ?? {}, section) ?? {};
  return { pointer: `/components/${section}`, objects };
}
