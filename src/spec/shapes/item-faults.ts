import { isDeepStrictEqual } from "node:util";
import { closest } from "../../diagnostics/index.js";
import { isObject, type Json, type JsonObject, stringMember } from "../../json/index.js";
import { mediaTypeList } from "../media-type-list.js";
import type { ShapeFault } from "./shape-faults.js";
import { shown } from "./values.js";

/**
 * What is wrong with the items of a list of parameters (OpenAPI 3.2.0, section 4.10, `parameters`; B44-113): those that
 * are no objects, and those that stand in it twice and say different things. @param follow gives what an item refers
 * to, or the item
 */
export function parameterListFaults(items: readonly Json[], follow: (item: JsonObject) => Json): ShapeFault[] {
  const faults: ShapeFault[] = [];
  const known = new Map<string, Json>();
  for (const [index, item] of items.entries()) {
    if (!isObject(item)) {
      const problem = `a parameter is ${shown(item)}, where an object has to stand; it is left out`;
      faults.push({ code: "B44-113", problem, tokens: [index], help: PARAMETER_HELP });
      continue;
    }
    const parameter = follow(item);
    const key = keyOf(parameter);
    if (key === undefined) continue;
    const other = known.get(key.text);
    known.set(key.text, parameter);
    if (other === undefined || isDeepStrictEqual(other, parameter)) continue;
    const problem = `the parameter ${key.words} stands twice in one list; the last one counts`;
    faults.push({ code: "B44-113", problem, tokens: [index], kind: "twice", help: "Leave one of them out." });
  }
  return faults;
}

const PARAMETER_HELP = "Write an object there, such as `{ name: id, in: query, schema: { type: string } }`.";

/** What tells parameters apart: place and name. The one body of Swagger 2.0 may have any name. */
function keyOf(parameter: Json): { text: string; words: string } | undefined {
  if (!isObject(parameter)) return undefined;
  const name = stringMember(parameter, "name");
  const place = stringMember(parameter, "in");
  if (name === undefined || place === undefined || place === "body") return undefined;
  const text = `${place} ${place === "header" ? name.toLowerCase() : name}`;
  return { text, words: `${JSON.stringify(name)} in ${JSON.stringify(place)}` };
}

/**
 * What is wrong with the responses of an operation (section 4.16; B44-113): those that are no objects. Null has no
 * content.
 */
export function responsesFaults(responses: JsonObject): ShapeFault[] {
  const isFault = (status: string) =>
    !isObject(responses[status]) && responses[status] !== null && !status.startsWith("x-");
  return Object.keys(responses)
    .filter(isFault)
    .map((status) => ({
      code: "B44-113",
      problem: `the response ${JSON.stringify(status)} is ${shown(responses[status] as Json)}, where an object has to stand; nothing is known of its content`,
      tokens: [status],
      kind: "response",
      help: "Write an object there, with a `description`, and the `content` if there is any.",
    }));
}

/**
 * What is wrong with a map of media types (section 4.14; B44-113): keys that are none or several, and what is no
 * object.
 */
export function contentFaults(content: JsonObject): ShapeFault[] {
  return Object.entries(content).flatMap(([key, value]): ShapeFault[] => {
    if (key.startsWith("x-")) return [];
    const tokens = [key];
    const list = mediaTypeList(key);
    if (list) {
      const problem = `${JSON.stringify(key)} is a list, where one media type has to stand; it is taken apart`;
      const help = `Write ${list.map((one) => `\`${one}\``).join(", ")} as keys of their own.`;
      return [{ code: "B44-113", problem, tokens, kind: "media types", help }];
    }
    if (!isMediaType(key)) {
      const problem = `${JSON.stringify(key)} is no media type; its content is read as bytes`;
      const meant = mediaTypeMeant(key);
      const help =
        meant === undefined ? "Write a media type, such as `application/json`." : `Did you mean \`${meant}\`?`;
      return [{ code: "B44-113", problem, tokens, kind: "no media type", help }];
    }
    if (isObject(value) || value === null) return [];
    const problem = `the content ${JSON.stringify(key)} is ${shown(value)}, where an object has to stand; it is typed unknown`;
    const help = "Write an object there: `{ schema: … }`.";
    return [{ code: "B44-401", problem, tokens, kind: "media type", help }];
  });
}

/** True for a type and a subtype with a slash between them (RFC 9110, section 8.3.1), whatever they are. */
function isMediaType(key: string): boolean {
  const [type = ""] = key.split(";", 1);
  const slash = type.indexOf("/");
  return slash > 0 && type.slice(slash + 1).trim() !== "";
}

const USUAL = [
  "application/json",
  "application/xml",
  "application/x-www-form-urlencoded",
  "application/octet-stream",
  "application/pdf",
  "multipart/form-data",
  "text/plain",
  "text/html",
  "text/csv",
];

function mediaTypeMeant(key: string): string | undefined {
  const name = key.slice(0, LONGEST).toLowerCase();
  return USUAL.find((usual) => usual.endsWith(`/${name}`)) ?? closest(name, USUAL);
}

/** Longer than any that is meant. */
const LONGEST = 50;
