import type { MediaType, Operation, Parameter } from "../../ir/index.js";
import type { TypeEngine } from "./engine.js";
import { documentation } from "./prepare/documentation.js";
import type { PropertySignatureNode, TypeLiteralNode, TypeNode } from "./syntax/node.js";

/** Whether an operation's function takes arguments, and whether they may be left out. */
export interface ArgumentShape {
  hasArguments: boolean;
  isOptional: boolean;
}

/** The groups of parameters that arguments have, under the SDK's own names. */
const GROUPS = [
  { key: "pathParams", location: "path" },
  { key: "queryParams", location: "query" },
] as const;

/** The shape of an operation's arguments: needed to call the function, without making any type. */
export function argumentShape(operation: Operation): ArgumentShape {
  const parameters = operation.parameters.filter((item) => GROUPS.some((group) => group.location === item.in));
  const { requestBody } = operation;
  return {
    hasArguments: parameters.length > 0 || requestBody !== undefined,
    isOptional: !parameters.some((item) => item.required) && requestBody?.required !== true,
  };
}

/** The type of an operation's arguments: `pathParams`, `queryParams` and `payload`, as far as it has them. */
export function argumentsType(operation: Operation, engine: TypeEngine): TypeLiteralNode {
  const members: PropertySignatureNode[] = [];
  for (const { key, location } of GROUPS) {
    const group = operation.parameters.filter((item) => item.in === location);
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
      type: contentType(requestBody.content, "request", engine),
      doc: requestBody.description ? [requestBody.description] : undefined,
    });
  }
  return { kind: "TypeLiteral", members };
}

function parameterProperty(parameter: Parameter, engine: TypeEngine): PropertySignatureNode {
  const doc = parameterDoc(parameter);
  return {
    kind: "PropertySignature",
    name: { kind: "StringLiteral", text: parameter.name },
    optional: !parameter.required,
    type: engine.typeOf(parameter.schema, "request"),
    doc: doc.length > 0 ? doc : undefined,
  };
}

/** The parts of a parameter's comment, in the order that properties of schemas have them. */
function parameterDoc({ description, deprecated, schema }: Parameter): string[] {
  const said = typeof schema === "boolean" ? {} : documentation(schema);
  return [
    description?.trim() || said.title,
    said.format === undefined ? undefined : `Format: ${said.format}`,
    deprecated || said.deprecated ? "@deprecated" : undefined,
    said.default === undefined ? undefined : `@default ${said.default}`,
    said.example === undefined ? undefined : `@example ${said.example}`,
  ].filter((part): part is string => typeof part === "string");
}

/** The type of what the JSON media types hold; unknown where there is none, or where the spec says nothing of one. */
export function contentType(content: MediaType[], direction: "request" | "response", engine: TypeEngine): TypeNode {
  const json = content.filter((item) => item.isJson);
  const types = json.map((item) => engine.typeOf(item.schema ?? true, direction));
  if (types.length === 0) return { kind: "UnknownKeyword" };
  return types.length === 1 ? (types[0] as TypeNode) : engine.union(types);
}
