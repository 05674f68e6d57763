/**
 * The kinds of object in an OpenAPI document that a `$ref` can stand for, with the members that hold further
 * objects. Everything else (examples, defaults, enums, extensions, descriptions) is data: a `$ref` in it means
 * nothing and is left alone. Covers Swagger 2.0 and OpenAPI 3.0 to 3.2, whose members do not contradict each other.
 */
export type ObjectKind =
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "response"
  | "header"
  | "mediaType"
  | "encoding"
  | "schema"
  | "example"
  | "link";

/** How a member holds objects: itself one, a list of them, a map of them, or one or a list. */
export type Holding = "one" | "list" | "map" | "oneOrList";

export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] as const;

type Members = Record<string, [Holding, ObjectKind]>;

const schemaMembers: Members = {
  properties: ["map", "schema"],
  patternProperties: ["map", "schema"],
  additionalProperties: ["one", "schema"],
  items: ["oneOrList", "schema"],
  prefixItems: ["list", "schema"],
  allOf: ["list", "schema"],
  anyOf: ["list", "schema"],
  oneOf: ["list", "schema"],
  not: ["one", "schema"],
  if: ["one", "schema"],
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: ["one", "schema"],
  else: ["one", "schema"],
  dependentSchemas: ["map", "schema"],
  contains: ["one", "schema"],
  propertyNames: ["one", "schema"],
  unevaluatedItems: ["one", "schema"],
  unevaluatedProperties: ["one", "schema"],
  additionalItems: ["one", "schema"],
  contentSchema: ["one", "schema"],
  $defs: ["map", "schema"],
  definitions: ["map", "schema"],
};

const headerMembers: Members = {
  schema: ["one", "schema"],
  items: ["one", "schema"],
  content: ["map", "mediaType"],
  examples: ["map", "example"],
};

/** The members of each kind that hold objects. Callbacks are left out: an app that calls an API never receives one. */
export const OBJECT_MEMBERS: Record<ObjectKind, Members> = {
  pathItem: {
    parameters: ["list", "parameter"],
    additionalOperations: ["map", "operation"],
    ...Object.fromEntries(METHODS.map((method) => [method, ["one", "operation"]])),
  },
  operation: {
    parameters: ["list", "parameter"],
    requestBody: ["one", "requestBody"],
    responses: ["map", "response"],
  },
  parameter: headerMembers,
  header: headerMembers,
  requestBody: { content: ["map", "mediaType"] },
  response: {
    schema: ["one", "schema"],
    headers: ["map", "header"],
    content: ["map", "mediaType"],
    links: ["map", "link"],
  },
  mediaType: {
    schema: ["one", "schema"],
    itemSchema: ["one", "schema"],
    encoding: ["map", "encoding"],
    examples: ["map", "example"],
  },
  encoding: { headers: ["map", "header"] },
  schema: schemaMembers,
  example: {},
  link: {},
};

/** Where a kind's reusable objects stand: the pointer of the map that holds them, by name. */
export function componentSection(kind: ObjectKind, swagger2: boolean): string {
  if (swagger2) return SWAGGER_2_SECTIONS[kind] ?? "/x-components";
  return `/components/${COMPONENT_SECTIONS[kind]}`;
}

const SWAGGER_2_SECTIONS: Partial<Record<ObjectKind, string>> = {
  schema: "/definitions",
  parameter: "/parameters",
  response: "/responses",
};

const COMPONENT_SECTIONS: Record<ObjectKind, string> = {
  pathItem: "pathItems",
  operation: "x-operations",
  parameter: "parameters",
  requestBody: "requestBodies",
  response: "responses",
  header: "headers",
  mediaType: "mediaTypes",
  encoding: "x-encodings",
  schema: "schemas",
  example: "examples",
  link: "links",
};
