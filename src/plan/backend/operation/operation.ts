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

/** What the operations of an API have in common. */
export interface OperationContext {
  api: Api;
  way: BackendWay;
  connection: Connection | undefined;
  connector: ConnectorEntry | undefined;
  headers: Record<string, HeaderValue>;
  baseUrl: string;
  schemas: SchemasByKey;
}

/** An operation as a function calls it, and what keeps it from that. */
export interface PlannedCall {
  operation: Operation;
  /** The operation without the headers that are the same for every call. */
  called: Operation;
  /** The operation with what a function carries of it. */
  cut: Operation;
  backend: BackendOperation;
  obstacles: string[];
  /** True where the one obstacle is that the spec does not say where to call it. */
  lacksBaseUrl: boolean;
  /** Why no credentials authorise it, where that is for the config to fix. */
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

/** The request body that a function sends: none with a method that has none, where the API can do without. */
function carriedBody(operation: Operation, connection: Connection | undefined): RequestBody | undefined {
  const { method, requestBody } = operation;
  if (!requestBody) return undefined;
  const isWithout = method === "get" || method === "head";
  if (isWithout && isDispensable(operation, requestBody)) return undefined;
  return sentBody(requestBody, { isJsonOnly: connection?.kind === "metered" });
}

/** Where an operation with servers of its own is. The config's base URL stands for all. */
function ownBaseUrl({ servers }: Operation, { api, way, connector }: OperationContext): BaseUrl | undefined {
  if (servers.length === 0 || way.baseUrl !== undefined) return undefined;
  return baseUrlOf({ api, servers, configured: undefined, connector });
}
