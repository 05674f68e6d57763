import { closest } from "../diagnostics/index.js";
import { isObject, type Json, type JsonObject, setMember } from "../json/index.js";

/** Media types that are written without their type, or with a slip. */
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

/** A registered type or a wildcard, and a subtype (RFC 9110, section 8.3.1). */
const TYPE = /^(?:application|text|image|audio|video|font|multipart|message|model|\*)\/./i;
/** The same without parameters, as nearly all keys are written. */
const PLAIN = /^(?:application|text|image|audio|video|font|multipart|message|model|\*)\/[\w.+*-]+$/i;
const PARAMETER = /^[\w.-]+\s*=/;

/** Strings that no program sends as a media type, and what they stand for. */
const OTHER_WORDS = new Map([
  ["plain/text", "text/plain"],
  ["*", "*/*"],
]);

/** Longer strings are not corrected. */
const LONGEST = 200;
/** The share of a name that may be misspelt. */
const MISSPELT = 1 / 8;

/** True for a type and a subtype with a slash between them (RFC 9110, section 8.3.1), whatever they are. */
export function isMediaType(key: string): boolean {
  const [type = ""] = key.split(";", 1);
  const slash = type.indexOf("/");
  return slash > 0 && type.slice(slash + 1).trim() !== "";
}

/**
 * The media type that is meant by a string in the place of one (OpenAPI 3.2.0, section 4.14; Swagger 2.0, "Mime Types"): `JSON`,
 * `applcation/json`, `application/json, charset=utf-8`. Undefined for what is one, and for what resembles none.
 */
export function meantMediaType(text: string): string | undefined {
  if (PLAIN.test(text) || text.length > LONGEST) return undefined;
  const end = /[;,]|$/.exec(text)?.index ?? 0;
  const name = text.slice(0, end).trim().toLowerCase();
  const parameters = text.slice(end + 1).trim();
  if (parameters !== "" && !PARAMETER.test(parameters)) return undefined;
  const meant = TYPE.test(name) ? name : nearest(name);
  if (meant === undefined || (meant === name && text.charAt(end) !== ",")) return undefined;
  return parameters === "" ? meant : `${meant};${parameters}`;
}

function nearest(name: string): string | undefined {
  const other = OTHER_WORDS.get(name) ?? USUAL.find((usual) => usual.endsWith(`/${name}`));
  return other ?? (name.length < 8 ? undefined : closest(name, USUAL, MISSPELT));
}

/**
 * What is meant by the keys of a content map that are not media types, by key: a list is taken apart, another spelling is read as the
 * one that is meant, unless the map has that too, and a key without a schema stands for nothing: converters from Swagger 2.0 make
 * such keys of examples by property names. If there are only such keys, the first stands for unknown content. Other keys are not in
 * the result.
 */
export function meantMediaTypes(content: JsonObject): ReadonlyMap<string, readonly string[]> {
  if (isAllPlain(content)) return NOTHING;
  const keys = Object.keys(content).filter((key) => !key.startsWith("x-"));
  const meant = new Map(keys.flatMap((key) => readKey(key, content) ?? []));
  const [first] = keys;
  if (first !== undefined && keys.every((key) => meant.get(key)?.length === 0)) meant.set(first, ["*/*"]);
  return meant;
}

/** A quick check: it holds for nearly all maps, and large specs have thousands. */
function isAllPlain(content: JsonObject): boolean {
  for (const key in content) if (!PLAIN.test(key) && !key.startsWith("x-")) return false;
  return true;
}

const NOTHING: ReadonlyMap<string, readonly string[]> = new Map();

function readKey(key: string, content: JsonObject): [readonly [key: string, read: readonly string[]]] | undefined {
  if (PLAIN.test(key)) return undefined;
  const list = mediaTypeList(key);
  if (list) return [[key, list]];
  const one = meantMediaType(key);
  if (one !== undefined) return [[key, Object.hasOwn(content, one) ? [] : [one]]];
  return isMediaType(key) || saysSomething(content[key]!) ? undefined : [[key, []]];
}

/** Whether a Media Type Object describes its content. A value that is no object counts, since it is reported on its own. */
function saysSomething(value: Json): boolean {
  if (value === null) return false;
  return !isObject(value) || ["schema", "itemSchema", "$ref"].some((key) => Object.hasOwn(value, key));
}

/** A content map with the media types that are meant by its keys; the same object where these are media types. */
export function withMeantMediaTypes(content: JsonObject): JsonObject {
  const meant = meantMediaTypes(content);
  if (meant.size === 0) return content;
  const copy: JsonObject = {};
  for (const key of Object.keys(content)) {
    // The entry of a media type of its own wins over an entry for several.
    const isFree = (one: string) => !Object.hasOwn(content, one) && !Object.hasOwn(copy, one);
    for (const one of meant.get(key)?.filter(isFree) ?? [key]) setMember(copy, one, content[key]!);
  }
  return copy;
}

/** A media type with its parameters (RFC 9110, section 8.3.1); the ends of it are found without going back. */
const MEDIA_TYPE = /[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(?:\s*;\s*[\w!#$&^.+*-]+=(?:"[^"]*"|[^\s;,"]*))*/y;
const SEPARATOR = /\s*[,;]\s*|\s+/y;

/**
 * The media types of a string that is a list of them, with commas, semicolons or spaces between, where OpenAPI has one
 * (3.2.0, section 4.14; Swagger 2.0, "Mime Types"). Undefined for what is one, or something else.
 */
export function mediaTypeList(text: string): string[] | undefined {
  if (!/[,;\s]/.test(text)) return undefined;
  const list: string[] = [];
  const trimmed = text.trim();
  for (let end = 0; end < trimmed.length; ) {
    const [found] = matchAt(MEDIA_TYPE, trimmed, end);
    if (found === undefined) return undefined;
    list.push(found);
    end += found.length;
    const [separator] = matchAt(SEPARATOR, trimmed, end);
    if (separator === undefined && end < trimmed.length) return undefined;
    end += separator?.length ?? 0;
  }
  return list.length > 1 || trimmed.endsWith(",") ? list : undefined;
}

function matchAt(pattern: RegExp, text: string, index: number): readonly string[] {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? [];
}
