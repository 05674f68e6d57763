import { buildBody, definitionFor, formText } from "./b44-body.ts";
import type { ApiDefinition, CallArguments, OperationDefinition, ParameterDefinition } from "./b44-definition.ts";
import { invalidInput } from "./b44-failure.ts";
import { given, idOf, isCookieText, isHeaderText, refused } from "./b44-parameters.ts";
import {
  asIs,
  cookieName,
  type Encode,
  encode,
  encodeInCookie,
  encodeInPath,
  encodeInSegment,
  encodeReserved,
  isGroup,
  joined,
  pairs,
  pathText,
  simpleText,
  textOf,
} from "./b44-style.ts";

/** The default `user-agent`. Some APIs refuse requests without one. */
export const USER_AGENT = "base44-function";

/** A request without its credentials. */
export interface BuiltRequest {
  url: URL;
  init: { method: string; headers: Headers; body?: string | Blob };
}

/** What a request is built from. `base` is the API's base URL, with all `{names}` filled in. */
export interface RequestParts {
  definition: ApiDefinition;
  operation: OperationDefinition;
  args: CallArguments;
  base: string;
}

/**
 * Builds the request of a call (OpenAPI 3.1, section 4.8.12): the parameters by style, the body, and the API's headers.
 *
 * @throws {CallFailure} `invalid_input` if a value cannot be sent, or would lead to another path
 */
export function buildRequest({ definition, operation, args, base }: RequestParts): BuiltRequest {
  const headers = new Headers({ "user-agent": USER_AGENT });
  const query: string[] = [];
  const cookies: string[] = [];
  for (const parameter of operation.parameters ?? []) {
    const value = given(args, parameter);
    if (value === undefined || parameter.in === "path") continue;
    const text = TEXTS[parameter.in](parameter, value);
    if (text === undefined) throw refused({ operation, parameter, problem: `is not valid in a ${parameter.in}` });
    const taken = takenName({ definition, operation, parameter, value, text });
    if (taken !== undefined) {
      throw refused({
        operation,
        parameter,
        problem: `has a member ${JSON.stringify(taken)}, which is already used there`,
      });
    }
    if (parameter.in === "header") {
      if (text || !isWithoutMembers(value)) headers.set(parameter.name, text);
    } else if (text) (parameter.in === "cookie" ? cookies : query).push(text);
  }
  // A spec can also declare the header `cookie` itself as a parameter.
  if (cookies.length > 0) headers.set("cookie", [headers.get("cookie"), ...cookies].filter(Boolean).join("; "));
  if (operation.accept) headers.set("accept", operation.accept);
  const url = locate({ operation, args, base, query: query.join("&") });
  const init: BuiltRequest["init"] = { method: operation.method, headers };
  const body = operation.body && buildBody(definitionFor(operation.body, args.payload), args.payload);
  const problem = body && /^(GET|HEAD)$/.test(operation.method) ? `cannot be sent with ${operation.method}` : body;
  if (typeof problem === "string") throw invalidInput({ operation: idOf(operation), pointer: "/payload", problem });
  if (typeof body === "object") {
    init.body = body.body;
    headers.set("content-type", body.type);
  }
  for (const [name, value] of Object.entries(definition.headers)) {
    if (typeof value === "string" && !isPreset(operation, name)) headers.set(name, value);
  }
  return { url, init };
}

/** True for a header for which an operation has a value of its own. */
function isPreset({ parameters = [] }: OperationDefinition, header: string): boolean {
  return parameters.some(
    ({ in: place, name, fixed }) => place === "header" && fixed !== undefined && name.toLowerCase() === header,
  );
}

/** Writes the value of a parameter, by location. Returns undefined for a value that is not valid there. */
const TEXTS = { query: queryText, querystring: wholeQuery, header: headerText, cookie: cookieText };

function queryText(parameter: ParameterDefinition, value: unknown): string {
  return joined(pairs({ ...written(parameter, value), encode: parameter.allowReserved ? encodeReserved : encode }));
}

/** A parameter with its value, which is a JSON string if the parameter is sent as JSON. */
function written(parameter: ParameterDefinition, value: unknown): ParameterDefinition & { value: unknown } {
  return { ...parameter, value: parameter.json ? JSON.stringify(value) : value };
}

/** Writes a parameter that makes up the whole query: a form, JSON, other text, or a string that already is a query. */
function wholeQuery({ json, text, encoding }: ParameterDefinition, value: unknown): string {
  if (json) return encode(JSON.stringify(value));
  if (text) return encode(textOf(value));
  if (isGroup(value)) return formText(value, encoding);
  return String(value).replace(/^\?/, "").replaceAll("#", "%23");
}

function headerText({ json, style, explode }: ParameterDefinition, value: unknown): string | undefined {
  const text = json
    ? JSON.stringify(value).replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`)
    : simpleText({ value, style, explode, encode: asIs });
  return isHeaderText(text) ? text : undefined;
}

/** True for an array or object without defined members, which counts as undefined (RFC 6570, section 2.3). */
function isWithoutMembers(value: unknown): boolean {
  return isGroup(value) && Object.values(value).every((item) => item === undefined || item === null);
}

function cookieText(parameter: ParameterDefinition, value: unknown): string | undefined {
  const isForm = parameter.style !== "cookie";
  const code = parameter.allowReserved ? encodeInCookie : encode;
  const list = pairs({
    ...written(parameter, value),
    encode: isForm ? code : asIs,
    encodeName: isForm ? cookieName : asIs,
  });
  if (isForm) return joined(list);
  return list.every((pair) => isCookieText(pair.join(""))) ? joined(list, "; ") : undefined;
}

interface Written extends Omit<RequestParts, "args" | "base"> {
  parameter: ParameterDefinition;
  value: unknown;
  text: string;
}

/**
 * The name of another parameter, or of a credential, that a member of an object would be taken for, because the member
 * is sent as a pair of its own.
 */
function takenName({ definition, operation, parameter, value, text }: Written): string | undefined {
  const place = parameter.in === "querystring" ? "query" : parameter.in;
  if (place === "header" || (parameter.in !== "querystring" && !isGroup(value))) return undefined;
  const others = [
    ...(operation.parameters ?? []),
    ...(operation.credentials ?? []).map((name) => definition.credentials[name]),
  ];
  const taken = others.flatMap((other) => (other?.in === place && other.name !== parameter.name ? [other.name] : []));
  if (place === "query") {
    const pairs = new URLSearchParams(text);
    return taken.find((name) => pairs.has(name));
  }
  const names = text.split(/; |&/).map((pair) => pair.split("=", 1).join(""));
  return taken.find((name) => names.includes(name));
}

function locate({ operation, args, base, query }: Omit<RequestParts, "definition"> & { query: string }): URL {
  // Some specs distinguish operations of one URL by a fragment. Requests do not contain it (RFC 9110, section 7.1).
  const [called = ""] = /^(?:\{[^{}]+\}|[^#])*/.exec(operation.template ?? operation.path) ?? [];
  const parts = called.split(/\{([^{}]+)\}/);
  const filled = parts.map((part, index) =>
    index % 2 === 0 ? part.replaceAll("\\", "%5C") : segment({ operation, args, name: part }),
  );
  const text = filled.join("").replace(/^(?=[^/?])/, "/");
  const [path = ""] = text.split("?", 1);
  // A value with unencoded slashes may begin with one. A server that reads only the path would take `//name` for a
  // host.
  const strays = text.startsWith("//") && !called.startsWith("//");
  if (strays || path.split("/").some((part) => /^(\.|%2e){1,2}$/i.test(part))) {
    throw invalidInput({ operation: idOf(operation), parameter: "the path", problem: "would become another path" });
  }
  return new URL(`${base}${text}${query && (text.includes("?") ? "&" : "?")}${query}`);
}

interface Segment {
  operation: OperationDefinition;
  args: CallArguments;
  name: string;
}

function segment({ operation, args, name }: Segment): string {
  const parameter = operation.parameters?.find((one) => one.in === "path" && one.name === name) ?? { name, in: "path" };
  const value = given(args, parameter);
  const code = encodeOf(parameter);
  let text = "";
  if (value !== undefined) text = parameter.json ? code(JSON.stringify(value)) : simpleText({ value, encode: code });
  const isEmpty = code === encode ? text === "" : /^(\/|%2f)*$/i.test(text);
  if (isEmpty) throw refused({ operation, parameter, problem: "is missing or empty" });
  if (hasDotSegment(text)) {
    throw refused({ operation, parameter, problem: "is a dot segment" });
  }
  return parameter.json ? text : pathText({ ...parameter, value, encode: code });
}

/** How the value of a path parameter is encoded. */
function encodeOf({ style, allowReserved }: ParameterDefinition): Encode {
  if (style === "reserved") return encodeInPath;
  return allowReserved ? encodeInSegment : encode;
}

/**
 * True if some server would take a segment of a path for `.` or `..`: servers and proxies may decode a path before they
 * resolve dots, or decode it twice, and a segment may have parameters (`..;a=b`).
 */
function hasDotSegment(text: string): boolean {
  return text.split(/\/|%(?:25)*(?:2f|5c)/i).some((part) => /^(\.|%(?:25)*2e){1,2}(;|%(?:25)*3b|$)/i.test(part));
}
