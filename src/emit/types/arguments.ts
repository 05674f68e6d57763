import { ARGUMENT_GROUPS, type EventForm, type MediaType, type Operation, type Parameter } from "../../ir/index.js";
import type { JsonObject } from "../../json/index.js";
import type { TypeEngine } from "./engine.js";
import { documentationOf } from "./prepare/index.js";
import { orInherited } from "./syntax/inherited.js";
import type { PropertySignatureNode, TypeLiteralNode, TypeNode } from "./syntax/node.js";

/** Whether an operation's function takes arguments, and whether they may be left out. */
interface ArgumentShape {
  hasArguments: boolean;
  isOptional: boolean;
}

/** The shape of an operation's arguments: needed to call the function, without making any type. */
export function argumentShape(operation: Operation): ArgumentShape {
  const { parameters, requestBody } = operation;
  return {
    hasArguments: parameters.length > 0 || requestBody !== undefined,
    isOptional: !parameters.some((item) => item.required) && requestBody?.required !== true,
  };
}

/** The type of an operation's arguments: groups of parameters and `payload`, as far as it has them. */
export function argumentsType(operation: Operation, engine: TypeEngine): TypeLiteralNode {
  const members: PropertySignatureNode[] = [];
  for (const { key, locations } of ARGUMENT_GROUPS) {
    const group = operation.parameters.filter((item) => locations.some((location) => location === item.in));
    if (group.length === 0) continue;
    members.push({
      kind: "PropertySignature",
      name: { kind: "Identifier", text: key },
      optional: !group.some((item) => item.required),
      type: { kind: "TypeLiteral", members: group.map((item) => parameterProperty(item, engine)) },
    });
  }
  const { requestBody } = operation;
  if (requestBody) {
    members.push({
      kind: "PropertySignature",
      name: { kind: "Identifier", text: "payload" },
      optional: !requestBody.required,
      type: payloadType(requestBody.content, engine),
      doc: requestBody.description ? [requestBody.description] : undefined,
    });
  }
  return { kind: "TypeLiteral", members };
}

function parameterProperty(parameter: Parameter, engine: TypeEngine): PropertySignatureNode {
  const known = engine.parameters.get(parameter);
  if (known) return known;
  const doc = parameterDoc(parameter);
  const property = orInherited({
    kind: "PropertySignature",
    name: { kind: "StringLiteral", text: parameter.name },
    optional: !parameter.required,
    type: engine.typeOf(parameter.schema, "request"),
    doc: doc.length > 0 ? doc : undefined,
  });
  engine.parameters.set(parameter, property);
  return property;
}

/** The parts of a parameter's comment: what it says itself counts before what its schema says. */
function parameterDoc({ description, deprecated, example, schema }: Parameter): string[] {
  const said: JsonObject = typeof schema === "boolean" ? {} : { ...schema };
  if (description?.trim()) said.description = description.trim();
  if (deprecated) said.deprecated = true;
  if (example !== undefined) said.example = example;
  return documentationOf(said);
}

/**
 * The type of a request body: of what the JSON media types hold, or of a form beside them, which payloads with files are;
 * else of the first media type.
 */
function payloadType(content: MediaType[], engine: TypeEngine): TypeNode {
  const [first] = content;
  const form = first?.isJson ? content.find(({ kind }) => kind === "multipart") : undefined;
  if (form) return engine.union([jsonType(content, "request", engine), engine.multipartTypeOf(form.schema ?? true)]);
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
  const blob = reference("Blob");
  const isText = content.some(({ schema }) => engine.isBase64(schema));
  return isText ? engine.union([blob, { kind: "StringKeyword" }]) : blob;
}

/**
 * The type of the content of an answer: of what the JSON media types hold; else text, a stream or a `Blob`, by the
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
      return reference("Blob");
    case "events":
      return reference("AsyncIterable", [engine.union((first?.events ?? []).map((form) => eventType(form, engine)))]);
    case "lines":
      return reference("AsyncIterable", [itemType(first, engine)]);
    default:
      return jsonType(content, "response", engine);
  }
}

/** The type of the events of a form: the runtime's, told apart by `event` where their types are known. */
function eventType({ types, data }: EventForm, engine: TypeEngine): TypeNode {
  const names = types?.map((text): TypeNode => ({ kind: "LiteralType", literal: { kind: "StringLiteral", text } }));
  const dataType = engine.typeOf(data ?? true, "response");
  return reference("ServerSentEvent", names ? [dataType, engine.union(names)] : [dataType]);
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
  return types.length === 1 ? (types[0] as TypeNode) : engine.union(types);
}

function reference(name: string, typeArguments: TypeNode[] = []): TypeNode {
  return { kind: "TypeReference", typeName: { kind: "Identifier", text: name }, typeArguments };
}
