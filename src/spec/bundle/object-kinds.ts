import type { JsonObject } from "../../json/index.js";
import type { SpecFamily } from "../model.js";
import { type Holding, SCHEMA_KEYWORDS } from "../schema-keywords.js";

/**
 * The kinds of object in an OpenAPI document that a `$ref` can replace, and security requirements, which name schemes by URI.
 * Everything else (examples, defaults, enums, extensions, descriptions) is data, in which a `$ref` has no meaning. Path items are
 * followed where operations are listed. Callbacks are omitted, because an app that calls an API never receives one.
 */
export type ObjectKind =
  | "openapi"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "response"
  | "header"
  | "mediaType"
  | "encoding"
  | "schema"
  | "securityScheme"
  | "securityRequirement"
  | "example"
  | "link";

/** How a member contains objects, and their kind. */
export interface Rule {
  holding: Holding;
  kind: ObjectKind;
}

const rules = (holding: Holding, kind: ObjectKind, ...keys: string[]) =>
  keys.map((key): [string, Rule] => [key, { holding, kind }]);

const headerRules = new Map([
  ...rules("one", "schema", "schema", "items"),
  ...rules("map", "mediaType", "content"),
  ...rules("map", "example", "examples"),
]);

const encodingRules = [
  ...rules("map", "encoding", "encoding"),
  ...rules("list", "encoding", "prefixEncoding"),
  ...rules("one", "encoding", "itemEncoding"),
];

/**
 * The members of each kind that contain objects, in Swagger 2.0 and OpenAPI 3.0 to 3.2, which do not contradict each other. Without
 * the operations of path items, which are selected individually, and of a document only the members that concern all operations.
 */
export const OBJECT_RULES: Record<ObjectKind, ReadonlyMap<string, Rule>> = {
  openapi: new Map(rules("oneOrList", "securityRequirement", "security")),
  pathItem: new Map(rules("list", "parameter", "parameters")),
  operation: new Map([
    ...rules("list", "parameter", "parameters"),
    ...rules("one", "requestBody", "requestBody"),
    ...rules("map", "response", "responses"),
    ...rules("oneOrList", "securityRequirement", "security"),
  ]),
  parameter: headerRules,
  header: headerRules,
  requestBody: new Map([...rules("one", "schema", "schema"), ...rules("map", "mediaType", "content")]),
  response: new Map([
    ...rules("one", "schema", "schema"),
    ...rules("map", "header", "headers"),
    ...rules("map", "mediaType", "content"),
    ...rules("map", "link", "links"),
  ]),
  mediaType: new Map([
    ...rules("one", "schema", "schema", "itemSchema"),
    ...rules("map", "example", "examples"),
    ...encodingRules,
  ]),
  encoding: new Map([...rules("map", "header", "headers"), ...encodingRules]),
  schema: new Map([...SCHEMA_KEYWORDS].map(([keyword, holding]) => [keyword, { holding, kind: "schema" }])),
  securityScheme: new Map(),
  securityRequirement: new Map(),
  example: new Map(),
  link: new Map(),
};

/**
 * Returns the reference of an object that contains no other object with references, or "" for a schema of that kind without a
 * reference: a bundle copies it unchanged. Most schemas are of that kind. Undefined for any other object.
 */
export function referenceOfLeaf(kind: ObjectKind, object: JsonObject): string | undefined {
  let reference = kind === "schema" ? "" : undefined;
  for (const key in object) {
    const child = object[key];
    if (key === "$ref" && typeof child === "string" && child !== "") reference = child;
    else if (key.startsWith("$") || key === "discriminator") return undefined;
    else if (typeof child === "object" && child !== null && OBJECT_RULES[kind].has(key)) return undefined;
  }
  return reference;
}

/** Returns the section for reusable objects of a kind: the keys from the root of the document to the map that has them by name. */
export function componentSection(kind: ObjectKind, family: SpecFamily): readonly string[] {
  return family === "2.0" ? (SWAGGER_2_SECTIONS[kind] ?? OTHER_SWAGGER_2_SECTION) : COMPONENT_SECTIONS[kind];
}

const SWAGGER_2_SECTIONS: Partial<Record<ObjectKind, readonly string[]>> = {
  schema: ["definitions"],
  parameter: ["parameters"],
  response: ["responses"],
  securityScheme: ["securityDefinitions"],
};

/** Swagger 2.0 has no place for other kinds; an extension may contain anything. */
const OTHER_SWAGGER_2_SECTION: readonly string[] = ["x-components"];

const COMPONENT_SECTIONS: Record<ObjectKind, readonly string[]> = {
  openapi: ["components", "x-openapi"],
  pathItem: ["components", "pathItems"],
  operation: ["components", "x-operations"],
  parameter: ["components", "parameters"],
  requestBody: ["components", "requestBodies"],
  response: ["components", "responses"],
  header: ["components", "headers"],
  mediaType: ["components", "mediaTypes"],
  encoding: ["components", "x-encodings"],
  schema: ["components", "schemas"],
  securityScheme: ["components", "securitySchemes"],
  securityRequirement: ["components", "x-securityRequirements"],
  example: ["components", "examples"],
  link: ["components", "links"],
};

/** The extensions in which a bundle has reusable objects of kinds for which OpenAPI has no section. */
export const EXTENSION_SECTIONS: readonly string[] = [OTHER_SWAGGER_2_SECTION, ...Object.values(COMPONENT_SECTIONS)]
  .flatMap((section) => section.at(-1) ?? [])
  .filter((name) => name.startsWith("x-"));

const KIND_OF_SECTION = new Map(
  [...Object.entries(SWAGGER_2_SECTIONS), ...Object.entries(COMPONENT_SECTIONS)].map(([kind, section]) => [
    section.join("/"),
    kind as ObjectKind,
  ]),
);

/** Returns the kind of a reusable object by the keys to it from the root; undefined if it is not in such a section. */
export function sectionKind(tokens: readonly string[]): ObjectKind | undefined {
  return tokens.length > 3 ? undefined : KIND_OF_SECTION.get(tokens.slice(0, -1).join("/"));
}

/** Kinds that do not affect generated code: broken references of these kinds are removed silently. */
export const DATA: ReadonlySet<ObjectKind> = new Set(["example", "link"]);
