import type { SpecFamily } from "../model.js";
import { TYPE_KEYWORDS } from "../schema-keywords.js";

/** What a field has to hold for it to be understood. A schema is an object, or a boolean since OpenAPI 3.1. */
export type Shape = "object" | "list" | "map" | "schema" | "boolean" | "text";

/** The OpenAPI objects whose fields are looked at: those without which a call is another one. */
export type ObjectName = "pathItem" | "operation" | "parameter" | "requestBody" | "response" | "mediaType";

/** The fields of an OpenAPI object, in Swagger 2.0 and OpenAPI 3.0 to 3.2, which do not contradict each other. */
interface ObjectFields {
  /** The object as messages name it. */
  words: string;
  /** The fields that say how to call an operation, what it responds, or what it is called. */
  shapes: ReadonlyMap<string, Shape>;
  /** The other fields: nothing is said of what they hold, but they are no other field misspelt. */
  others: ReadonlySet<string>;
  /** Fields one of which there has to be, in these versions alone where any are said, and what becomes of the object without. */
  needs?: { oneOf: readonly string[]; consequence: string; in?: readonly SpecFamily[]; help?: string };
  /** What is often written in the place of a field, in lower case. */
  wrongNames: ReadonlyMap<string, string>;
  /** Keywords of a schema that say something of the object only where its field for one is not there. */
  insteadOfSchema?: ReadonlySet<string>;
}

/** {@link ObjectFields} as they are written down below: `others` as words of one text. */
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

/** True for a key that means something in an object of this kind, and for every key where its fields are not listed here. */
export function isField(kind: string, key: string): boolean {
  if (!Object.hasOwn(OBJECT_FIELDS, kind)) return true;
  const { shapes, others, insteadOfSchema } = OBJECT_FIELDS[kind as ObjectName];
  return shapes.has(key) || others.has(key) || insteadOfSchema?.has(key) === true;
}
