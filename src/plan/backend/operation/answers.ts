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

/** What the function hands on as the data of content; nothing for streams, which it knows by their headers. */
const DATA: Partial<Record<ContentKind, AnswerKind>> = {
  json: "json",
  text: "text",
  form: "text",
  binary: "binary",
  multipart: "binary",
};

/**
 * The kind of content of an operation's successful responses, by status, where the spec allows one kind only: servers
 * send downloads as text, and JSON as HTML. Where it allows several, the response's header decides, and likewise where a
 * JSON response may be a string, whose quotes some frameworks leave out. Error responses are JSON where all declared ones
 * are; a proxy's error page is not JSON, and its header says so.
 *
 * @param operation as the spec has it, with all media types
 */
export function answersOf({ responses }: Operation, schemas: SchemasByKey): Answers | undefined {
  const kinds = withContent(successResponses(responses)).map(
    (response) => [response.status, kindOf(response, schemas)] as const,
  );
  // What a range has is not what a status within it has, which is declared by itself.
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

/** The one kind that a response is; undefined where its header tells. */
function kindOf({ content }: Response, schemas: SchemasByKey): AnswerKind | undefined {
  const [kind, ...others] = new Set(content.map((item) => DATA[item.kind]));
  if (others.length > 0) return undefined;
  return kind === "json" && content.some(({ schema }) => mayBeText(schema, schemas)) ? undefined : kind;
}

/** How deep is looked for what a schema is put together of. */
const DEEPEST_PART = 20;

/** True for a schema by which a value may be a string, as far as it says so, or what it is put together of does. */
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
