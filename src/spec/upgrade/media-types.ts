import { isObject, type Json, type JsonObject, member, stringMember } from "../../json/index.js";
import { meantMediaType, mediaTypeList } from "../meant-media-types.js";
import { formatOfTypeName } from "../type-names.js";

/** Swagger 2.0's `consumes` or `produces`: the operation's own media types, and the document's. */
export interface DeclaredMediaTypes {
  own: string[];
  document: string[];
}

/**
 * Reads `consumes` or `produces`. The operation's array replaces the document's, and an empty one clears it (Swagger 2.0, "Operation
 * Object"). Without an operation, the document's array applies.
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

/** Returns the declared media types of an operation, or JSON if none are declared. */
export function effectiveMediaTypes(declared: DeclaredMediaTypes): string[] {
  if (declared.own.length > 0) return declared.own;
  return declared.document.length > 0 ? declared.document : ["application/json"];
}

/**
 * Returns the media types of a response: those that the operation produces, and JSON if only an example has it. Strictly, examples are
 * of media types that the operation produces (Swagger 2.0, "Example Object"). But all its responses share one array, and an operation
 * that returns text or bytes often has errors in JSON.
 */
export function answerMediaTypes(produces: DeclaredMediaTypes, examples: JsonObject): string[] {
  const produced = effectiveMediaTypes(produces);
  return produced.some((mediaType) => /[/+]json\b|\*/i.test(mediaType))
    ? produced
    : [...produced, ...Object.keys(examples).filter((mediaType) => /[/+]json$/i.test(mediaType))];
}

/** True for Swagger 2.0's type `file` ("Parameter Object", "Response Object"), in any case. */
export function isOfFile(typed: Json | undefined): boolean {
  return isObject(typed) && formatOfTypeName(stringMember(typed, "type") ?? "") === "binary";
}

/**
 * Returns the media types of a file: those that are neither JSON nor XML, because these are usually for other responses, such as
 * errors; bytes if there are no others. If an operation itself names only XML, its file is XML.
 */
export function fileMediaTypes({ own, document }: DeclaredMediaTypes): string[] {
  const others = (own.length > 0 ? own : document).filter((mediaType) => !/[/+](json|xml)\b/i.test(mediaType));
  if (others.length > 0) return others;
  const isXml = own.length > 0 && own.every((mediaType) => /[/+]xml\b/i.test(mediaType));
  return isXml ? own : ["application/octet-stream"];
}
