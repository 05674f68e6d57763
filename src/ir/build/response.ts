import { appendPointer, type JsonObject, member, objectMember, stringMember } from "../../json/index.js";
import type { OperationEntry } from "../../spec/select/index.js";
import { isToken } from "../../spec/token.js";
import type { Response, ResponseHeader, SourceRef } from "../model.js";
import { answeredObjects, buildContent } from "./content/index.js";
import type { BuildContext } from "./context.js";
import { isWithoutContent } from "./faults/index.js";

/**
 * Builds a Responses Object (OpenAPI 3.1, section 4.8.16): statuses, ranges such as `4XX`, and `default`, in that order. Content of
 * responses that never have any in HTTP is ignored (B44-332).
 */
export function buildResponses(context: BuildContext, operation: JsonObject, entry: OperationEntry): Response[] {
  const responses = new Map<Response["status"], Response>();
  const object = objectMember(operation, "responses") ?? {};
  const { file, pointer } = entry.origin;
  const source = context.firstPlace(object, { file, pointer: appendPointer(pointer, "responses") });
  for (const [key, value] of Object.entries(object)) {
    if (key.startsWith("x-")) continue;
    const written = statusOf(key);
    const status = written ?? meantStatus(key);
    const place = { ...source, pointer: appendPointer(source.pointer, key) };
    if (status === undefined || responses.has(status)) {
      const what = status === undefined ? "is not a valid response status" : "is a status that is already declared";
      context.report("B44-113", `${JSON.stringify(key)} ${what}; it is ignored.`, place);
      continue;
    }
    if (written === undefined)
      context.report(
        "B44-113",
        `${JSON.stringify(key)} is not a valid response status; it is read as ${status}.`,
        place,
      );
    const response = {
      status,
      ...context.described(value, buildResponse(context, context.dereference(value), place)),
    };
    if (response.content.length > 0 && isWithoutContent(entry.method, status)) {
      context.surplusContent.add(entry, response);
      responses.set(status, { ...response, content: [] });
    } else responses.set(status, response);
  }
  return [...responses.values()].sort((a, b) => rank(a) - rank(b));
}

function buildResponse(
  context: BuildContext,
  object: JsonObject | undefined,
  holder: SourceRef,
): Omit<Response, "status"> {
  if (!object) return { description: undefined, content: [], headers: [], source: holder };
  const known = context.responses.get(object);
  if (known) return known;
  const source = context.source(object, holder);
  const response = {
    description: stringMember(object, "description"),
    content: answeredObjects(context, buildContent(context, member(object, "content"), source)),
    headers: buildHeaders(context, objectMember(object, "headers") ?? {}),
    source,
  };
  context.responses.set(object, response);
  return response;
}

/** Builds the Header Objects of a response (section 4.8.21). `content-type` is ignored (section 4.8.17). */
function buildHeaders(context: BuildContext, headers: JsonObject): ResponseHeader[] {
  const byName = new Map<string, ResponseHeader>();
  for (const [key, value] of Object.entries(headers)) {
    const name = key.toLowerCase();
    if (name === "content-type" || !isToken(name)) continue;
    const object = context.dereference(value);
    const header = { name, description: object && stringMember(object, "description") };
    byName.set(name, context.described(value, header));
  }
  return [...byName.values()];
}

function statusOf(key: string): Response["status"] | undefined {
  if (/^[1-5]\d\d$/.test(key)) return Number(key);
  if (/^[1-5]XX$/i.test(key)) return key.toUpperCase() as Response["status"];
  return key.toLowerCase() === "default" ? "default" : undefined;
}

/** Returns the intended status of a key with more than a status, such as `200 OK`, or the range for `20X` or `400-499`. */
function meantStatus(key: string): Response["status"] | undefined {
  const [, hundreds] = /^\s*([1-5])(?:[\dx*][x*]|00\s*-\s*\d99)(?![\w*])/i.exec(key) ?? [];
  if (hundreds !== undefined) return `${hundreds}XX` as Response["status"];
  const [, status] = /^\s*([1-5]\d\d)(?!\w)/.exec(key) ?? [];
  return status === undefined ? undefined : Number(status);
}

function rank({ status }: Response): number {
  if (typeof status === "number") return 0;
  return status === "default" ? 2 : 1;
}
