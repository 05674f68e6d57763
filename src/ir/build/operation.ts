import { appendPointer, type JsonObject, member, objectMember, stringMember } from "../../json/index.js";
import { isMethod, type OperationEntry, type SelectedOperation } from "../../spec/select/index.js";
import { operationTags } from "../../spec/tags.js";
import type { Operation, Parameter, RequestBody, Response } from "../model.js";
import type { DocumentNames } from "../names/index.js";
import { isOfQuery } from "../parameters.js";
import { successResponses } from "../responses.js";
import { isUpload } from "../sent-body.js";
import type { BuildContext } from "./context.js";
import { authorizationParameter, buildParameters, mediaTypeParameters } from "./parameter/index.js";
import { buildRequestBody } from "./request-body.js";
import { buildResponses } from "./response.js";
import { buildSecurity } from "./security.js";
import { buildServers } from "./server.js";

/**
 * Builds an Operation Object (OpenAPI 3.1, section 4.8.10). Reports an operation that the bundled document lacks
 * (B44-308), and returns undefined.
 */
export function buildOperation(
  context: BuildContext,
  { entry, named }: SelectedOperation,
  names: Pick<DocumentNames, "functions" | "operationTypes">,
): Operation | undefined {
  const source = entry.origin;
  const name = names.functions.get(entry.id);
  const typeNames = names.operationTypes.get(entry.id);
  const pathItem = context.dereference(member(objectMember(context.root, "paths") ?? {}, entry.path));
  const operation = pathItem && findOperation(context, pathItem, entry);
  if (!operation || name === undefined || typeNames === undefined) {
    context.report("B44-308", `${entry.id} is not an operation object; it is skipped.`, source);
    return undefined;
  }
  if (!/^[/?#]/.test(entry.path)) reportSlash(context, entry);
  const { parameters, template } = buildParameters(context, { path: entry.path, pathItem, operation, source });
  const requestBody = buildRequestBody(context, operation, source);
  const responses = buildResponses(context, operation, entry);
  const ownServers = buildServers(context, operation, source);
  const security = buildSecurity(context.root, operation);
  return {
    id: entry.id,
    method: entry.method,
    path: entry.path,
    template,
    operationId: entry.operationId,
    name,
    ...typeNames,
    summary: stringMember(operation, "summary"),
    description: stringMember(operation, "description"),
    deprecated: member(operation, "deprecated") === true,
    tags: operationTags(operation),
    parameters,
    requestBody,
    responses,
    security,
    authorizationParameter: authorizationParameter(context, { pathItem, operation, security, source }),
    mediaTypeParameters: mediaTypeParameters(context, { pathItem, operation, source }),
    servers: ownServers.length > 0 ? ownServers : buildServers(context, pathItem, source),
    portable: isPortable(parameters, requestBody, responses),
    named,
    source,
  };
}

function reportSlash(context: BuildContext, { path }: OperationEntry): void {
  const message =
    path === ""
      ? "A path is empty; functions call the server's URL itself."
      : `The path ${JSON.stringify(path)} does not start with a slash; functions add one, and an integration gets the path as it is written.`;
  context.report("B44-113", message, context.documentSource(appendPointer("/paths", path)), slashHelp(path));
}

/** Returns what to write instead of a path without a slash, which may be a complete URL. */
function slashHelp(path: string): string | undefined {
  if (path === "") return undefined;
  const [, rest] = /^https?:\/\/[^/]*(.*)$/i.exec(path) ?? [];
  return rest === undefined
    ? `Write ${JSON.stringify(`/${path}`)} in the spec, or ask its author to.`
    : `Write ${JSON.stringify(rest || "/")} as the path, and move the part before it to \`servers\`: [{ url: … }].`;
}

function findOperation(context: BuildContext, pathItem: JsonObject, entry: OperationEntry): JsonObject | undefined {
  const additional = objectMember(pathItem, "additionalOperations") ?? {};
  return context.dereference(isMethod(entry.method) ? member(pathItem, entry.method) : member(additional, entry.key));
}

/** Returns the value of {@link Operation.portable}. */
function isPortable(parameters: Parameter[], body: RequestBody | undefined, responses: Response[]): boolean {
  const isFixedHeader = ({ in: place, required, fixedValue }: Parameter) =>
    place === "header" && required && fixedValue !== undefined;
  const isPlain = (parameter: Parameter) => parameter.in === "path" || isOfQuery(parameter);
  return (
    parameters.every((parameter) => isPlain(parameter) || isFixedHeader(parameter)) &&
    (body === undefined || (body.content.some((content) => content.isJson) && !isUpload(body))) &&
    successResponses(responses).every(({ content }) => content.length === 0 || content.some((item) => item.isJson))
  );
}
