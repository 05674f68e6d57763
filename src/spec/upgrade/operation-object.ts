import { type Changes, type JsonObject, objectMember, replaceMembers, stringMember } from "../../json/index.js";
import { parameterList, type SplitParameters, splitParameters } from "./body-parameters.js";
import type { UpgradeContext } from "./context.js";
import { requestBodyFromForm } from "./form-request-body.js";
import { declaredMediaTypes } from "./media-types.js";
import { requestBodyFromParameter, upgradeRequestBody } from "./request-body-object.js";
import { upgradeResponses } from "./response-object.js";
import { ownServersOf, placeServers } from "./server-object.js";

/**
 * Upgrades an Operation Object (OpenAPI 3.1, "Operation Object"). Swagger 2.0's body and form parameters become the
 * request body. Those of the path item (`shared`) apply unless the operation has its own.
 */
export function upgradeOperation(operation: JsonObject, shared: SplitParameters, context: UpgradeContext): JsonObject {
  const changes: Changes = new Map();
  const written = parameterList(operation);
  const split = splitParameters(written ?? [], context);
  changes.set("parameters", split.parameters.length > 0 || written?.length === 0 ? split.parameters : undefined);
  const requestBody = objectMember(operation, "requestBody");
  const upgradedBody = requestBody
    ? upgradeRequestBody(requestBody, context)
    : requestBodyOf({ operation, split, shared }, context);
  if (upgradedBody) changes.set("requestBody", upgradedBody);
  const responses = objectMember(operation, "responses");
  const produces = declaredMediaTypes(context.root, operation, "produces");
  if (responses) changes.set("responses", upgradeResponses(responses, produces, context));
  if (context.family === "2.0") {
    for (const key of ["consumes", "produces", "schemes"]) changes.set(key, undefined);
    const servers = ownServersOf(operation, context.root);
    placeServers(servers, context.placeOf(operation, "schemes"), context);
    if (servers.length > 0) changes.set("servers", servers);
  }
  return context.origins.carry(operation, replaceMembers(operation, changes));
}

interface OperationParameters {
  operation: JsonObject;
  /** The operation's own parameters. */
  split: SplitParameters;
  /** The parameters of the path item. */
  shared: SplitParameters;
}

/** Makes the request body from body and form parameters (Swagger 2.0); undefined if there are none. */
function requestBodyOf(
  { operation, split, shared }: OperationParameters,
  context: UpgradeContext,
): JsonObject | undefined {
  const ownsBody = split.body.length > 0 || split.form.length > 0;
  const body = ownsBody ? split.body : shared.body;
  const form = [...(split.body.length > 0 ? [] : shared.form), ...split.form];
  reportSurplus(operation, body, form, context);
  const consumes = declaredMediaTypes(context.root, operation, "consumes");
  const fields = [...new Map(form.map((field) => [stringMember(field, "name"), field])).entries()]
    .filter(([name]) => name !== undefined)
    .map(([, field]) => field);
  if (body[0]) return requestBodyFromParameter(body[0], consumes, context);
  return fields.length > 0 ? requestBodyFromForm(fields, consumes, context) : undefined;
}

function reportSurplus(operation: JsonObject, body: JsonObject[], form: JsonObject[], context: UpgradeContext): void {
  const name = stringMember(operation, "operationId");
  const subject = name === undefined ? "An operation" : `Operation ${JSON.stringify(name)}`;
  if (body.length > 1) {
    context.report(
      "B44-113",
      `${subject} has more than one body parameter; the first one is used, the others are ignored.`,
      operation,
    );
  }
  if (body.length > 0 && form.length > 0) {
    const message = `${subject} has both a body parameter and form parameters; the form parameters are ignored.`;
    context.report("B44-113", message, operation);
  }
}
