import type { ConnectorEntry } from "../../../connectors/index.js";
import type { Api, Operation, RequestBody, SchemasByKey } from "../../../ir/index.js";
import type { Connection, HeaderValue } from "../../../runtime/functions/b44-definition.js";
import { isDispensable } from "../../dispensable-body.js";
import type { BackendOperation, BackendWay } from "../../model.js";
import { type CredentialProblem, operationCredentials } from "../credentials/index.js";
import { carriedParameters, varyingParameters } from "../parameters/index.js";
import { type BaseUrl, baseUrlOf } from "../servers/index.js";
import { accessOf } from "./access.js";
import { answersOf } from "./answers.js";
import { acceptOf, handedOn, sentBody, streamOf, textEventsOf } from "./content.js";
import { backendObstacles, meteredObstacles } from "./obstacles.js";
import { withResponseHeaders } from "./response-headers.js";

/** The context that all operations of an API share. */
export interface OperationContext {
  api: Api;
  way: BackendWay;
  connection: Connection | undefined;
  connector: ConnectorEntry | undefined;
  headers: Record<string, HeaderValue>;
  baseUrl: string;
  schemas: SchemasByKey;
}

/** An operation with the plan of its calls, and the obstacles to them. */
export interface PlannedCall {
  operation: Operation;
  /** The operation without the headers that are the same in every call. */
  called: Operation;
  /** The operation reduced to what a function carries. */
  cut: Operation;
  backend: BackendOperation;
  obstacles: string[];
  /** True if the only obstacle is that the spec does not say where to call the operation. */
  lacksBaseUrl: boolean;
  /** Why no credentials authorise it, if a change to the config fixes that. */
  problem: CredentialProblem | undefined;
}

/** Plans the calls of one operation. */
export function planOperation(operation: Operation, context: OperationContext): PlannedCall {
  const { api, way, connection, connector } = context;
  const credentials = operationCredentials(operation, api, way);
  const called = { ...operation, parameters: varyingParameters(operation, context) };
  const obstacles = connection?.kind === "metered" ? meteredObstacles(called) : backendObstacles(called);
  const base = ownBaseUrl(operation, context);
  const baseProblem = base && "problem" in base ? [base.problem] : [];
  obstacles.push(...baseProblem, ...credentials.obstacles);
  const responses = withResponseHeaders(operation, handedOn(operation), way.responseHeaders);
  const cut: Operation = {
    ...operation,
    parameters: carriedParameters(called, { api, credentials: credentials.names }),
    requestBody: carriedBody(operation, connection),
    responses,
  };
  const headerNames = responses.flatMap(({ headers }) => headers.map(({ name }) => name));
  return {
    operation,
    called,
    cut,
    backend: {
      access: accessOf(operation.id, way.access),
      baseUrl: base && "url" in base && base.url !== context.baseUrl ? base.url : undefined,
      accept: acceptOf(responses),
      credentials: credentials.names,
      anonymous: credentials.anonymous,
      answers: connection?.kind === "metered" ? undefined : answersOf(operation, context.schemas),
      responseHeaders: [...new Set(headerNames)].sort(),
      stream: streamOf(responses),
      textEvents: textEventsOf(responses),
    },
    obstacles,
    lacksBaseUrl: !connector && baseProblem.length === 1 && obstacles.length === 1,
    problem: credentials.problem,
  };
}

/**
 * Returns the request body that a function sends. Undefined for GET and HEAD, which have none, if the API can do
 * without it.
 */
function carriedBody(operation: Operation, connection: Connection | undefined): RequestBody | undefined {
  const { method, requestBody } = operation;
  if (!requestBody) return undefined;
  const isWithout = method === "get" || method === "head";
  if (isWithout && isDispensable(operation, requestBody)) return undefined;
  return sentBody(requestBody, { isJsonOnly: connection?.kind === "metered" });
}

/**
 * Returns the base URL of an operation with its own servers; undefined if it has none, or if the config sets the base
 * URL of all operations.
 */
function ownBaseUrl({ servers }: Operation, { api, way, connector }: OperationContext): BaseUrl | undefined {
  if (servers.length === 0 || way.baseUrl !== undefined) return undefined;
  return baseUrlOf({ api, servers, configured: undefined, connector });
}
