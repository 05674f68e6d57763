import type { EventForm, MediaType } from "../../ir/index.js";
import type { TypeEngine } from "./engine.js";
import type { TypeNode } from "./syntax/node.js";
import { referenceTo } from "./syntax/references.js";
import { unionOf } from "./syntax/simplify.js";

/**
 * Returns the type of a request body: the types of the JSON media types, plus the form beside them, as which payloads
 * with files are sent; otherwise the type of the first media type.
 */
export function payloadType(content: MediaType[], engine: TypeEngine): TypeNode {
  const [first] = content;
  const form = first?.isJson ? content.find(({ kind }) => kind === "multipart") : undefined;
  if (form) return unionOf([jsonType(content, "request", engine), engine.multipartTypeOf(form.schema ?? true)]);
  switch (content.some((item) => item.isJson) ? "json" : first?.kind) {
    case "form":
      return engine.typeOf(first?.schema ?? true, "request");
    case "multipart":
      return engine.multipartTypeOf(first?.schema ?? true);
    case "text":
    case "events":
    case "lines":
      return { kind: "StringKeyword" };
    case "binary":
      return bytesType(content, engine);
    default:
      return jsonType(content, "request", engine);
  }
}

/**
 * Returns the type of bytes in a request: a `Blob`, or also a string if a schema says base64. Some APIs expect that
 * string; other specs say so only because of their generator, and expect the bytes:
 * docs/decisions/0021-bodies-of-bytes.md.
 */
function bytesType(content: MediaType[], engine: TypeEngine): TypeNode {
  const blob = referenceTo("Blob");
  const isText = content.some(({ schema }) => engine.isBase64(schema));
  return isText ? unionOf([blob, { kind: "StringKeyword" }]) : blob;
}

/**
 * Returns the type of a response's content: that of the JSON media types; otherwise a string, a stream or a `Blob`, by
 * the first media type; `unknown` without content.
 */
export function answerType(content: MediaType[], engine: TypeEngine): TypeNode {
  const [first] = content;
  switch (content.some((item) => item.isJson) ? "json" : first?.kind) {
    case "form":
    case "text":
      return { kind: "StringKeyword" };
    case "multipart":
    case "binary":
      return referenceTo("Blob");
    case "events":
      return referenceTo("AsyncIterable", [unionOf((first?.events ?? []).map((form) => eventType(form, engine)))]);
    case "lines":
      return referenceTo("AsyncIterable", [itemType(first, engine)]);
    default:
      return jsonType(content, "response", engine);
  }
}

/**
 * Returns the type of events of one form: the runtime's `ServerSentEvent`, with literal `event` types if they are
 * known.
 */
function eventType({ types, data }: EventForm, engine: TypeEngine): TypeNode {
  const names = types?.map((text): TypeNode => ({ kind: "LiteralType", literal: { kind: "StringLiteral", text } }));
  const dataType = engine.typeOf(data ?? true, "response");
  return referenceTo("ServerSentEvent", names ? [dataType, unionOf(names)] : [dataType]);
}

/**
 * Returns the type of an item of a stream of lines. Specs before OpenAPI 3.2 give it as the schema of the whole
 * content.
 */
function itemType(stream: MediaType | undefined, engine: TypeEngine): TypeNode {
  return engine.typeOf(stream?.itemSchema ?? stream?.schema ?? true, "response");
}

/** Returns the type of the JSON media types; `unknown` if there are none, or if one has no schema. */
function jsonType(content: MediaType[], direction: "request" | "response", engine: TypeEngine): TypeNode {
  const json = content.filter((item) => item.isJson);
  const types = json.map((item) => engine.typeOf(item.schema ?? true, direction));
  if (types.length === 0) return { kind: "UnknownKeyword" };
  return types.length === 1 ? (types[0] as TypeNode) : unionOf(types);
}
