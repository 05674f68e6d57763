import type { EventForm, MediaType } from "../../ir/index.js";
import type { TypeEngine } from "./engine.js";
import type { TypeNode } from "./syntax/node.js";
import { referenceTo } from "./syntax/references.js";
import { unionOf } from "./syntax/simplify.js";

/**
 * The type of a request body: of what the JSON media types hold, or of a form beside them, which payloads with files are;
 * else of the first media type.
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
 * The type of bytes that are sent: a `Blob`, or a text too where a schema says base64. Some APIs want that text, and of
 * others generators say it that want the bytes: docs/decisions/0021-bodies-of-bytes.md.
 */
function bytesType(content: MediaType[], engine: TypeEngine): TypeNode {
  const blob = referenceTo("Blob");
  const isText = content.some(({ schema }) => engine.isBase64(schema));
  return isText ? unionOf([blob, { kind: "StringKeyword" }]) : blob;
}

/**
 * The type of the content of a response: of what the JSON media types hold; else text, a stream or a `Blob`, by the
 * first media type; unknown where there is none.
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

/** The type of the events of a form: the runtime's, told apart by `event` where their types are known. */
function eventType({ types, data }: EventForm, engine: TypeEngine): TypeNode {
  const names = types?.map((text): TypeNode => ({ kind: "LiteralType", literal: { kind: "StringLiteral", text } }));
  const dataType = engine.typeOf(data ?? true, "response");
  return referenceTo("ServerSentEvent", names ? [dataType, unionOf(names)] : [dataType]);
}

/** The type of an item of a stream of lines, which a spec before OpenAPI 3.2 gives as the schema of the whole. */
function itemType(stream: MediaType | undefined, engine: TypeEngine): TypeNode {
  return engine.typeOf(stream?.itemSchema ?? stream?.schema ?? true, "response");
}

/** The type of what the JSON media types hold; unknown where there is none, or where the spec says nothing of one. */
function jsonType(content: MediaType[], direction: "request" | "response", engine: TypeEngine): TypeNode {
  const json = content.filter((item) => item.isJson);
  const types = json.map((item) => engine.typeOf(item.schema ?? true, direction));
  if (types.length === 0) return { kind: "UnknownKeyword" };
  return types.length === 1 ? (types[0] as TypeNode) : unionOf(types);
}
