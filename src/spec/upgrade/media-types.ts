import { isObject, type Json, type JsonObject, member, stringMember } from "../../json/index.js";
import { meantMediaType, mediaTypeList } from "../meant-media-types.js";
import { formatOfTypeName } from "../type-names.js";

/** What Swagger 2.0's `consumes` or `produces` say: the operation's own list, and the document's. */
export interface DeclaredMediaTypes {
  own: string[];
  document: string[];
}

/**
 * Reads `consumes` or `produces`. The operation's list replaces the document's, and an empty one clears it (Swagger
 * 2.0, "Operation Object"). Without an operation, what holds for the document.
 */
export function declaredMediaTypes(
  root: JsonObject,
  operation: JsonObject | undefined,
  keyword: "consumes" | "produces",
): DeclaredMediaTypes {
  const own = operation && member(operation, keyword);
  const cleared = Array.isArray(own) && own.length === 0;
  return { own: mediaTypes(own), document: cleared ? [] : mediaTypes(member(root, keyword)) };
}

function mediaTypes(value: Json | undefined): string[] {
  if (value === undefined) return [];
  const list = Array.isArray(value) ? value : [value];
  const texts = list.filter((item) => typeof item === "string");
  return [...new Set(texts.flatMap(readMediaType))];
}

function readMediaType(text: string): readonly string[] {
  const list = mediaTypeList(text);
  if (list) return list;
  const one = meantMediaType(text) ?? text;
  return one.includes("/") ? [one] : [];
}

/** The media types that are declared, or JSON where none is. */
export function effectiveMediaTypes(declared: DeclaredMediaTypes): string[] {
  if (declared.own.length > 0) return declared.own;
  return declared.document.length > 0 ? declared.document : ["application/json"];
}

/**
 * The media types of a response: what is produced, and JSON where that is not among it and an example is in JSON. Strictly an example
 * is of what is produced (Swagger 2.0, "Example Object"), but that is one list for all responses of an operation, and the errors of
 * one that responds with texts or bytes are not of it.
 */
export function answerMediaTypes(produces: DeclaredMediaTypes, examples: JsonObject): string[] {
  const produced = effectiveMediaTypes(produces);
  return produced.some((mediaType) => /[/+]json\b|\*/i.test(mediaType))
    ? produced
    : [...produced, ...Object.keys(examples).filter((mediaType) => /[/+]json$/i.test(mediaType))];
}

/** True for what has Swagger 2.0's type `file` ("Parameter Object", "Response Object"), in whatever case. */
export function isOfFile(typed: Json | undefined): boolean {
  return isObject(typed) && formatOfTypeName(stringMember(typed, "type") ?? "") === "binary";
}

/**
 * The media types of a file: those that are neither JSON nor XML, which are meant for what else there is, such as errors,
 * and bytes where there are no others. XML that an operation names itself, without JSON, is what its file is.
 */
export function fileMediaTypes({ own, document }: DeclaredMediaTypes): string[] {
  const others = (own.length > 0 ? own : document).filter((mediaType) => !/[/+](json|xml)\b/i.test(mediaType));
  if (others.length > 0) return others;
  const isXml = own.length > 0 && own.every((mediaType) => /[/+]xml\b/i.test(mediaType));
  return isXml ? own : ["application/octet-stream"];
}
