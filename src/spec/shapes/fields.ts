import type { SpecFamily } from "../model.js";
import { TYPE_KEYWORDS } from "../schema-keywords.js";

/** The form that the value of a field must have. A schema is an object, or a boolean since OpenAPI 3.1. */
export type Shape = "object" | "list" | "map" | "schema" | "boolean" | "text";

/** The OpenAPI objects whose fields are checked: those that affect calls. */
export type ObjectName = "pathItem" | "operation" | "parameter" | "requestBody" | "response" | "mediaType";

/** The fields of an OpenAPI object, in Swagger 2.0 and OpenAPI 3.0 to 3.2, which do not contradict each other. */
interface ObjectFields {
  /** The object as messages name it. */
  words: string;
  /** The fields that affect how an operation is called, what it responds, or its name, and the form of their values. */
  shapes: ReadonlyMap<string, Shape>;
  /** The other fields: their values are not checked, but they are not misspellings. */
  others: ReadonlySet<string>;
  /** Fields of which one is needed, in all versions or those under `in`, and the consequence if all are missing. */
  needs?: { oneOf: readonly string[]; consequence: string; in?: readonly SpecFamily[]; help?: string };
  /** Wrong names of fields that authors often write, in lower case. */
  wrongNames: ReadonlyMap<string, string>;
  /** Keywords of a schema that the object may have only if it has no `schema`. */
  insteadOfSchema?: ReadonlySet<string>;
}

/** {@link ObjectFields} as written below: `others` is one string of words. */
interface Written extends Omit<ObjectFields, "shapes" | "others" | "wrongNames"> {
  shapes: Record<string, Shape>;
  others: string;
  wrongNames: Record<string, string>;
}

const fields = ({ shapes, others, wrongNames, ...rest }: Written): ObjectFields => ({
  ...rest,
  shapes: new Map(Object.entries(shapes)),
  others: new Set(others.split(" ")),
  wrongNames: new Map(Object.entries(wrongNames)),
});

const wrongContent = { schemas: "schema", contents: "content" };

/**
 * The fields by object (OpenAPI 3.2.0, sections 4.9, 4.10, 4.12, 4.13, 4.17 and 4.14). The methods of a path item are
 * not among them.
 */
export const OBJECT_FIELDS: Record<ObjectName, ObjectFields> = {
  pathItem: fields({
    words: "a path item",
    shapes: { parameters: "list", additionalOperations: "map" },
    others: "$ref summary description servers",
    wrongNames: { params: "parameters" },
  }),
  operation: fields({
    words: "an operation",
    shapes: { parameters: "list", requestBody: "object", responses: "map", operationId: "text" },
    others:
      "$ref tags summary description externalDocs callbacks deprecated security servers consumes produces schemes",
    wrongNames: { params: "parameters", body: "requestBody" },
    needs: {
      oneOf: ["responses"],
      consequence: "its result is typed unknown",
      in: ["2.0", "3.0"],
      help: "To get a typed result, add `responses` with the response for each status.",
    },
  }),
  parameter: fields({
    words: "a parameter",
    shapes: { required: "boolean", explode: "boolean", allowReserved: "boolean", schema: "schema", content: "map" },
    others: "$ref name in description deprecated allowEmptyValue style example examples collectionFormat",
    wrongNames: wrongContent,
    insteadOfSchema: TYPE_KEYWORDS,
  }),
  requestBody: fields({
    words: "a request body",
    shapes: { content: "map", required: "boolean", schema: "schema" },
    others: "$ref description",
    wrongNames: wrongContent,
    needs: { oneOf: ["content", "schema"], consequence: "the operation is read as having no request body" },
  }),
  response: fields({
    words: "a response",
    shapes: { content: "map", schema: "schema" },
    others: "$ref summary description headers examples links",
    wrongNames: wrongContent,
  }),
  mediaType: fields({
    words: "a media type",
    shapes: { schema: "schema", itemSchema: "schema" },
    others: "$ref description example examples encoding prefixEncoding itemEncoding",
    wrongNames: wrongContent,
  }),
};

/** True for a field of an object of this kind, and for every key of a kind whose fields are not listed here. */
export function isField(kind: string, key: string): boolean {
  if (!Object.hasOwn(OBJECT_FIELDS, kind)) return true;
  const { shapes, others, insteadOfSchema } = OBJECT_FIELDS[kind as ObjectName];
  return shapes.has(key) || others.has(key) || insteadOfSchema?.has(key) === true;
}
