import {
  type Api,
  type Encoding,
  isStream,
  type MediaType,
  type Operation,
  type Parameter,
  type Schema,
  sentMethod,
} from "../../ir/index.js";
import type { BackendOperation, BackendPlan } from "../../plan/index.js";
import type {
  ApiDefinition,
  BodyDefinition,
  EncodingDefinition,
  OperationDefinition,
  ParameterDefinition,
} from "../../runtime/functions/b44-definition.js";
import { CheckCompiler } from "./check.js";
import { sharedSchemas } from "./shared-schemas.js";

/**
 * Returns the definition of an API for its function: the operations that may be called, and everything that their calls
 * need.
 */
export function apiDefinition(api: Api, backend: BackendPlan): ApiDefinition {
  const schemas = backend.validate ? api.schemas : [];
  const checks = new CheckCompiler(schemas, { shared: sharedSchemas(api.operations) });
  const checkOf = (schema: Schema | undefined) => (backend.validate ? checks.check(schema) : undefined);
  const operations = Object.fromEntries(
    api.operations.flatMap((operation): [string, OperationDefinition][] => {
      const planned = backend.operations.get(operation.id);
      return planned ? [[operation.id, operationDefinition(operation, planned, checkOf)]] : [];
    }),
  );
  return {
    name: api.name,
    baseUrl: backend.baseUrl,
    headers: backend.headers,
    credentials: backend.credentials,
    ...(backend.connection ? { connection: backend.connection } : {}),
    timeout: backend.timeout,
    validate: backend.validate,
    operations,
    checks: checks.named,
  };
}

type CheckOf = (schema: Schema | undefined) => ReturnType<CheckCompiler["check"]>;

function operationDefinition(operation: Operation, planned: BackendOperation, checkOf: CheckOf): OperationDefinition {
  const parameters = operation.parameters.map((parameter) => parameterDefinition(parameter, checkOf));
  const body = operation.requestBody && bodyDefinition(operation, checkOf);
  return {
    method: sentMethod(operation),
    path: operation.path,
    ...(operation.template === undefined ? {} : { template: operation.template }),
    access: planned.access,
    ...(planned.baseUrl === undefined ? {} : { baseUrl: planned.baseUrl }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { body } : {}),
    accept: planned.accept,
    ...(planned.credentials.length > 0 ? { credentials: planned.credentials } : {}),
    ...(planned.answers ? { answers: planned.answers } : {}),
    ...(planned.responseHeaders.length > 0 ? { responseHeaders: planned.responseHeaders } : {}),
    ...(planned.stream ? { stream: planned.stream } : {}),
    ...(planned.textEvents ? { textEvents: planned.textEvents } : {}),
  };
}

/** The default style of each parameter location (OpenAPI 3.1, section 4.8.12.2.1). */
const DEFAULT_STYLES = { path: "simple", header: "simple", query: "form", cookie: "form", querystring: "form" };

function parameterDefinition(parameter: Parameter, checkOf: CheckOf): ParameterDefinition {
  const { name, in: place, style, explode, isJson, fixedValue } = parameter;
  const check = checkOf(parameter.schema);
  const encoding = encodingDefinitions(parameter.encoding ?? {});
  return {
    name,
    in: place,
    ...(parameter.required ? { required: true } : {}),
    ...(style === DEFAULT_STYLES[place] ? {} : { style }),
    ...(explode === (style === "form" || style === "cookie") ? {} : { explode }),
    ...(parameter.allowReserved ? { allowReserved: true } : {}),
    ...(isJson ? { json: true } : {}),
    ...(isOtherText(parameter) ? { text: true } : {}),
    ...(encoding ? { encoding } : {}),
    ...(fixedValue !== undefined ? { fixed: fixedValue } : {}),
    ...(check ? { check } : {}),
  };
}

/**
 * Matches the media types of whole query strings that are sent as given: forms, and plain text, whose encoding is not
 * specified.
 */
const QUERIES = /x-www-form-urlencoded\b|^\s*text\/plain\b/i;

/**
 * True for a whole query string of another media type, which is percent-encoded (OpenAPI 3.2.0, section 4.12.4, "URL
 * Percent-Encoding").
 */
function isOtherText({ in: place, contentType, isJson }: Parameter): boolean {
  return place === "querystring" && contentType !== undefined && !isJson && !QUERIES.test(contentType);
}

const WHOLE_KINDS = { json: "json", form: "form", multipart: "multipart", text: "text", binary: "binary" } as const;

function bodyDefinition({ requestBody }: Operation, checkOf: CheckOf): BodyDefinition | undefined {
  // The plan keeps the one media type that is sent, several for files, or JSON and the form for payloads with files.
  const [content, ...others] = requestBody?.content ?? [];
  if (!content) return undefined;
  const types = content.kind === "binary" && others.length > 0 ? [content, ...others] : [];
  const [form] = content.isJson ? others : [];
  return {
    ...(requestBody?.required ? { required: true } : {}),
    ...contentDefinition(content, checkOf),
    ...(types.length > 0 ? { types: types.map((item) => item.headerValue ?? item.mediaType) } : {}),
    ...(form ? { withFiles: contentDefinition(form, checkOf) } : {}),
  };
}

function contentDefinition(content: MediaType, checkOf: CheckOf): BodyDefinition {
  const kind = isStream(content.kind) ? "text" : WHOLE_KINDS[content.kind];
  const isText = kind === "text" || kind === "binary";
  const check = isText ? undefined : checkOf(content.schema);
  const encoding = encodingDefinitions(content.encoding);
  return {
    kind,
    type: sentType(content, kind),
    ...(check ? { check } : {}),
    ...(encoding ? { encoding } : {}),
  };
}

// The media type to send for a wildcard, which is not a media type itself. For `binary`, the type of the file replaces
// it.
const DEFAULT_TYPES: Record<BodyDefinition["kind"], string> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  text: "text/plain",
  binary: "*/*",
};

/**
 * Returns the media type as written in the spec, without parameters for multipart bodies, since each has its own
 * boundary.
 */
function sentType({ mediaType, headerValue }: MediaType, kind: BodyDefinition["kind"]): string {
  if (headerValue === undefined) return DEFAULT_TYPES[kind];
  if (kind === "multipart") return mediaType;
  return kind === "binary" ? headerValue : withoutOtherCharset(headerValue);
}

/** Removes a charset other than UTF-8: text is always sent in UTF-8. */
function withoutOtherCharset(headerValue: string): string {
  return headerValue.replace(/(?<![ \t])[ \t]*;[ \t]*charset=("[^"]*"|[^;\s]*)/i, (parameter, charset: string) =>
    /^"?utf-8"?$/i.test(charset) ? parameter : "",
  );
}

function encodingDefinitions(encoding: Record<string, Encoding>): Record<string, EncodingDefinition> | undefined {
  const entries = Object.entries(encoding).map(([property, item]): [string, EncodingDefinition] => [
    property,
    {
      ...(item.contentType === undefined ? {} : { contentType: item.contentType }),
      ...(item.style === undefined ? {} : { style: item.style }),
      ...(item.explode === undefined ? {} : { explode: item.explode }),
      ...(item.allowReserved ? { allowReserved: true as const } : {}),
    },
  ]);
  const saying = entries.filter(([, item]) => Object.keys(item).length > 0);
  return saying.length > 0 ? Object.fromEntries(saying) : undefined;
}
