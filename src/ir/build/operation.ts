import { appendPointer, arrayMember, type JsonObject, member, objectMember, stringMember } from "../../spec/json.js";
import type { SelectedOperation } from "../../spec/select/index.js";
import type { Operation, Parameter, RequestBody, Response } from "../model.js";
import type { BuildContext } from "./context.js";
import { buildParameters } from "./parameter.js";
import { buildRequestBody } from "./request-body.js";
import { buildResponses } from "./response.js";
import { buildSecurity } from "./security.js";
import { buildServers } from "./server.js";

/** The names that an operation was given. */
export interface OperationNames {
  name: string;
  argumentsTypeName: string;
  resultTypeName: string;
}

/** Operation Object (OpenAPI 3.1, section 4.8.10). Undefined where the bundled document lost it, which is reported. */
export function buildOperation(
  context: BuildContext,
  selected: SelectedOperation,
  names: OperationNames,
): Operation | undefined {
  const { entry, named } = selected;
  const pathItem = context.dereference(member(objectMember(context.root, "paths") ?? {}, entry.path));
  const operation = pathItem && findOperation(context, pathItem, entry.method);
  if (!pathItem || !operation) {
    context.report("B44-308", `${entry.id} is no operation object; it is left out.`, entry.origin);
    return undefined;
  }
  const source = entry.origin;
  const parameters = buildParameters(context, { path: entry.path, pathItem, operation, source });
  const requestBody = buildRequestBody(context, operation, source);
  const responses = buildResponses(context, operation, {
    ...source,
    pointer: appendPointer(source.pointer, "responses"),
  });
  const ownServers = buildServers(operation);
  return {
    id: entry.id,
    method: entry.method,
    path: entry.path,
    operationId: entry.operationId,
    ...names,
    summary: stringMember(operation, "summary"),
    description: stringMember(operation, "description"),
    deprecated: member(operation, "deprecated") === true,
    tags: arrayMember(operation, "tags").filter((tag) => typeof tag === "string"),
    parameters,
    requestBody,
    responses,
    security: buildSecurity(context, operation),
    servers: ownServers.length > 0 ? ownServers : buildServers(pathItem),
    portable: isPortable(parameters, requestBody, responses),
    named,
    source,
  };
}

function findOperation(context: BuildContext, pathItem: JsonObject, method: string): JsonObject | undefined {
  const additional = objectMember(pathItem, "additionalOperations") ?? {};
  return context.dereference(member(pathItem, method) ?? member(additional, method.toUpperCase()));
}

function isPortable(parameters: Parameter[], body: RequestBody | undefined, responses: Response[]): boolean {
  const answers = responses.filter(({ status }) => status === "2XX" || (typeof status === "number" && status < 300));
  return (
    parameters.every((parameter) => parameter.in === "path" || parameter.in === "query") &&
    (body === undefined || body.content.some((content) => content.isJson)) &&
    answers.every((answer) => answer.content.length === 0 || answer.content.some((content) => content.isJson))
  );
}
