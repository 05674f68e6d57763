import { reached } from "../../../collections/index.js";
import {
  type ContentKind,
  dereferenced,
  isSuccess,
  type Operation,
  type Response,
  type Schema,
  type SchemasByKey,
  successResponses,
} from "../../../ir/index.js";
import { arrayMember, isObject } from "../../../json/index.js";
import type { AnswerKind, Answers } from "../../../runtime/functions/b44-definition.js";
import { composition } from "../../../spec/schema-keywords.js";

/** How a function returns each kind of content. Streams have no entry, because the response headers identify them. */
const DATA: Partial<Record<ContentKind, AnswerKind>> = {
  json: "json",
  text: "text",
  form: "text",
  binary: "binary",
  multipart: "binary",
};

/**
 * Returns the kind of content of success responses by status, if the spec allows only one kind; undefined if the
 * response header decides. Servers often send the wrong header, such as text for downloads or HTML for JSON. The header
 * decides if the spec allows several kinds, or if a JSON response may be a string, whose quotes some frameworks omit.
 * Error responses are JSON if all declared ones are; the error page of a proxy is not JSON, and its header says so.
 *
 * @param operation the operation from the spec, with all media types
 */
export function answersOf({ responses }: Operation, schemas: SchemasByKey): Answers | undefined {
  const kinds = withContent(successResponses(responses)).map(
    (response) => [response.status, kindOf(response, schemas)] as const,
  );
  // The content of a range differs from that of a status within it that is declared separately.
  const isDecided = kinds.every(([, kind]) => kind !== undefined);
  const entries = kinds.flatMap(([status, kind]) =>
    kind !== undefined && (isDecided || typeof status === "number") ? [[status, kind] as const] : [],
  );
  const failures = withContent(responses.filter((response) => !isSuccess(response)));
  const isJson = failures.length > 0 && failures.every((response) => kindOf(response, schemas) === "json");
  if (entries.length === 0 && !isJson) return undefined;
  return { ...Object.fromEntries(entries), ...(isJson ? { failure: "json" } : {}) };
}

function withContent(responses: readonly Response[]): Response[] {
  return responses.filter(({ content }) => content.length > 0);
}

/** Returns the only kind of content that a response has; undefined if its header decides. */
function kindOf({ content }: Response, schemas: SchemasByKey): AnswerKind | undefined {
  const [kind, ...others] = new Set(content.map((item) => DATA[item.kind]));
  if (others.length > 0) return undefined;
  return kind === "json" && content.some(({ schema }) => mayBeText(schema, schemas)) ? undefined : kind;
}

/** The maximum depth to which composition is followed. */
const DEEPEST_PART = 20;

/** True if a schema, or one that it is composed of, allows strings. */
function mayBeText(given: Schema | undefined, schemas: SchemasByKey): boolean {
  const parts = (schema: Schema | undefined) =>
    isObject(schema) && schema.type === undefined ? composition(schema) : [];
  const found = reached([given], (schema) => parts(dereferenced(schema, schemas)) as Schema[], DEEPEST_PART);
  return [...found].some((schema) => isOfTexts(dereferenced(schema, schemas)));
}

function isOfTexts(schema: Schema | undefined): boolean {
  if (!isObject(schema)) return false;
  const { type, const: only } = schema;
  const values = [...arrayMember(schema, "enum"), only];
  return type === undefined ? values.some((value) => typeof value === "string") : [type].flat().includes("string");
}
