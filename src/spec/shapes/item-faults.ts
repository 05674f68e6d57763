import { isDeepStrictEqual } from "node:util";
import { isObject, type Json, type JsonObject, stringMember } from "../../json/index.js";
import { isMediaType, meantMediaTypes } from "../meant-media-types.js";
import { parameterKey } from "../parameter-place.js";
import type { ShapeFault } from "./shape-faults.js";
import { shown } from "./values.js";

/**
 * Finds faults of the items of `parameters` (OpenAPI 3.2.0, section 4.10; B44-113): items that are not objects, and parameters that occur
 * twice and differ.
 * @param follow returns the target of an item that is a reference, else the item
 */
export function parameterListFaults(items: readonly Json[], follow: (item: JsonObject) => Json): ShapeFault[] {
  const faults: ShapeFault[] = [];
  const known = new Map<string, Json>();
  for (const [index, item] of items.entries()) {
    if (!isObject(item)) {
      const problem = `a parameter is ${shown(item)}, but must be an object; it is ignored`;
      faults.push({ code: "B44-113", problem, tokens: [index], help: PARAMETER_HELP });
      continue;
    }
    const parameter = follow(item);
    const key = keyOf(parameter);
    if (key === undefined) continue;
    const other = known.get(key.text);
    known.set(key.text, parameter);
    if (other === undefined || isDeepStrictEqual(other, parameter)) continue;
    const problem = `the parameter ${key.words} occurs twice; the last one is used`;
    faults.push({ code: "B44-113", problem, tokens: [index], kind: "twice", help: "Remove one of them." });
  }
  return faults;
}

const PARAMETER_HELP = "Write an object, such as `{ name: id, in: query, schema: { type: string } }`.";

/** The key of a parameter, and how messages name it. Undefined for the body of Swagger 2.0, whose name means nothing. */
function keyOf(parameter: Json): { text: string; words: string } | undefined {
  if (!isObject(parameter)) return undefined;
  const name = stringMember(parameter, "name");
  const place = stringMember(parameter, "in");
  if (name === undefined || place === undefined || place === "body") return undefined;
  return { text: parameterKey({ in: place, name }), words: `${JSON.stringify(name)} in ${JSON.stringify(place)}` };
}

/** The faults of responses that are not objects (section 4.16; B44-113). Null is a response without content. */
export function responsesFaults(responses: JsonObject): ShapeFault[] {
  const isFault = (status: string) =>
    !isObject(responses[status]) && responses[status] !== null && !status.startsWith("x-");
  return Object.keys(responses)
    .filter(isFault)
    .map((status) => ({
      code: "B44-113",
      problem: `the response ${JSON.stringify(status)} is ${shown(responses[status] as Json)}, but must be an object; its content is unknown`,
      tokens: [status],
      kind: "response",
      help: "Write an object with a `description`, and with `content` if the response has any.",
    }));
}

/**
 * Finds faults of a map of media types (section 4.14; B44-113): keys that are not one media type, and values that are not objects.
 */
export function contentFaults(content: JsonObject): ShapeFault[] {
  const meant = meantMediaTypes(content);
  return Object.entries(content).flatMap(([key, value]): ShapeFault[] => {
    if (key.startsWith("x-")) return [];
    const read = meant.get(key);
    if (read) return [keyFault(key, read)];
    if (!isMediaType(key)) return [unknownKeyFault(key)];
    if (isObject(value) || value === null) return [];
    const problem = `the content ${JSON.stringify(key)} is ${shown(value)}, but must be an object; it is typed unknown`;
    const help = "Write an object: `{ schema: … }`.";
    return [{ code: "B44-401", problem, tokens: [key], kind: "media type", help }];
  });
}

/** The fault of a key that is read as these media types, or ignored if there are none. */
function keyFault(key: string, [one, ...others]: readonly string[]): ShapeFault {
  const fault = { code: "B44-113", tokens: [key] } as const;
  if (one === undefined) {
    const problem = "a key of `content` is not a media type; it is ignored";
    return { ...fault, problem };
  }
  if (one === "*/*" && key.trim() !== "*") {
    const problem = "a key of `content` is not a media type; the content is unknown";
    return { ...fault, problem };
  }
  if (others.length > 0) {
    const problem = `${JSON.stringify(key)} contains several media types, but must be one; it is read as all of them`;
    const help = `Write ${[one, ...others].map((each) => `\`${each}\``).join(", ")} as separate keys.`;
    return { ...fault, problem, kind: "media types", help };
  }
  const problem = `${JSON.stringify(key)} is not a media type; it is read as \`${one}\``;
  return { ...fault, problem, kind: "meant media type", help: `Write \`${one}\`.` };
}

/** The fault of an unknown key with a schema, which shows the kind of content (docs/decisions/0021-bodies-of-bytes.md). */
function unknownKeyFault(key: string): ShapeFault {
  const problem = `${JSON.stringify(key)} is not a media type; the kind of content is taken from its schema`;
  const help = "Write a media type, such as `application/json`.";
  return { code: "B44-113", problem, tokens: [key], kind: "no media type", help };
}
