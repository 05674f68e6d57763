import { type Diagnostic, diagnostic, throwErrors } from "../../diagnostics/index.js";
import { type Api, isOfQuery, type MediaType, type Operation, sentJson } from "../../ir/index.js";
import { functionObstacles } from "../backend/index.js";
import type { Plan, PlannedOperation } from "../model.js";
import { unsentBodies } from "../unsent-bodies.js";
import { unsentForms } from "../unsent-forms.js";
import { integrationObstacles } from "./obstacles.js";
import { integrationSetup } from "./setup.js";

/** The maximum number of operations that a Base44 custom integration exposes. */
export const MOST_INTEGRATION_OPERATIONS = 30;

/** The limits of integrations that a run lifts. */
export interface IntegrationOptions {
  /** Permits any number of operations: more than it exposes, or none that it carries. */
  anyNumber: boolean;
}

/**
 * Plans the calls of an API through a custom integration.
 *
 * @throws DiagnosticError if an operation that was selected by name cannot be carried (B44-301); and, unless `anyNumber`
 * permits it, if no operation can be carried (B44-201) or there are too many (B44-204)
 */
export function planIntegration(api: Api, options: IntegrationOptions): Plan {
  const operations = api.operations.map((operation): PlannedOperation => {
    const obstacles = integrationObstacles(operation, api);
    return { operation, transport: obstacles.length === 0 ? "integration" : null, obstacles };
  });
  const diagnostics = operations.filter((item) => item.transport === null).map((item) => notCarried(item, api));
  throwErrors(diagnostics);

  const uncut = operations.filter((item) => item.transport !== null).map((item) => item.operation);
  const pairs = uncut.map((operation) => ({ operation, cut: carriedPart(operation) }));
  const carried = pairs.map(({ cut }) => cut);
  if (carried.length === 0 && operations.length > 0) diagnostics.push(noneCarried(api, options));
  diagnostics.push(...tooMany(api, carried.length, options));
  throwErrors(diagnostics);
  const planned = { ...api, operations: carried };
  return {
    api: planned,
    transport: "integration",
    operations,
    backend: undefined,
    diagnostics: [
      ...diagnostics,
      ...unsentForms(pairs),
      ...unsentBodies(pairs),
      ...integrationSetup({ ...api, operations: uncut }),
    ],
  };
}

/**
 * True for the plan of an integration that only `anyNumber` permits: with no operation that can be called, or with too
 * many.
 */
export function needsAnyNumber({ transport, api, operations }: Plan): boolean {
  if (transport !== "integration" || operations.length === 0) return false;
  const carried = api.operations.length;
  return carried === 0 || carried > MOST_INTEGRATION_OPERATIONS;
}

function notCarried({ operation, obstacles }: PlannedOperation, api: Api): Diagnostic {
  const byFunction = functionObstacles(operation, api);
  return diagnostic("B44-301", {
    severity: operation.named ? "error" : "warning",
    message: `An integration cannot call ${operation.id}: ${obstacles.join("; ")}.`,
    location: operation.source,
    ...(byFunction.length > 0 && {
      help: `Remove the operation from the selection. A backend function cannot call it either: ${byFunction.join("; ")}.`,
    }),
  });
}

function noneCarried(api: Api, { anyNumber }: IntegrationOptions): Diagnostic {
  const byFunction = api.operations.some((operation) => functionObstacles(operation, api).length === 0);
  const rest = anyNumber ? "; only the types of its schemas are generated" : "";
  return diagnostic("B44-201", {
    severity: anyNumber ? "warning" : "error",
    message: `A custom integration can call none of the selected operations of ${api.spec}${rest}.`,
    location: { file: api.spec, pointer: "/paths" },
    setting: ["operations"],
    help: byFunction
      ? "Call the API through a backend function, which can: `via: { function: { secrets: … } }` in a config."
      : "A backend function with secrets can call none of them either: write the calls by hand in a function of your own.",
  });
}

/** Reduces an operation to what `custom.call` sends and returns: parameters in path and query, and JSON. */
function carriedPart(operation: Operation): Operation {
  const { parameters, requestBody, responses } = operation;
  const json = sentJson(requestBody?.content ?? []);
  return {
    ...operation,
    parameters: parameters.filter((parameter) => parameter.in === "path" || isOfQuery(parameter)),
    requestBody: requestBody && json ? { ...requestBody, content: [json] } : undefined,
    responses: responses.map((response) => ({
      ...response,
      content: jsonOf(response.content),
      headers: [],
    })),
  };
}

/**
 * Returns the JSON media types; the same array if all are JSON, so that later stages recognise it and reuse what they made
 * of it.
 */
function jsonOf(content: MediaType[]): MediaType[] {
  return content.every((item) => item.isJson) ? content : content.filter((item) => item.isJson);
}

function tooMany(api: Api, count: number, { anyNumber }: IntegrationOptions): Diagnostic[] {
  if (count <= MOST_INTEGRATION_OPERATIONS) return [];
  return [
    diagnostic(anyNumber ? "B44-307" : "B44-204", {
      message: `${count} operations are selected for ${api.name}; an integration exposes at most ${MOST_INTEGRATION_OPERATIONS}.`,
      location: { file: api.spec, pointer: "/paths" },
      setting: ["operations"],
    }),
  ];
}
