import { type ConnectorEntry, connectorEntry } from "../../connectors/index.js";
import { type Diagnostic, DiagnosticError, throwErrors } from "../../diagnostics/index.js";
import { type Api, schemasByKey } from "../../ir/index.js";
import type { Credential, HeaderValue } from "../../runtime/functions/b44-definition.js";
import type { BackendPlan, BackendWay, Plan, PlannedOperation } from "../model.js";
import { configuredCredentials, withTokenSchemes } from "./credentials/index.js";
import { connectionProblems, missingSecrets, noBaseUrl, noneCarried, notCarriedBy, nothingToCall } from "./faults.js";
import { callNotes, keyParameterNotes, keyPropertyNotes } from "./notes/index.js";
import {
  accessProblems,
  type OperationContext,
  type PlannedCall,
  planOperation,
  withChosenStreams,
} from "./operation/index.js";
import { withoutTokenParameters, withParameterKeys, withRequestHeaders } from "./parameters/index.js";
import { planScopes } from "./scopes.js";
import { type BaseUrl, baseUrlOf } from "./servers/index.js";
import { setupNotes } from "./setup.js";
import { scopedCredentials } from "./token-scopes.js";

/**
 * Plans the calls of an API from a backend function, which authorises them with a connector's token or with secrets.
 *
 * @throws DiagnosticError if an operation that was selected by name cannot be carried (B44-309), if no operation is
 * left (B44-201), if the base URL is unknown (B44-310), or if secrets are missing or invalid (B44-311, B44-312)
 */
export function planBackend(givenApi: Api, givenWay: BackendWay): Plan {
  if (givenApi.operations.length === 0) throw new DiagnosticError(nothingToCall(givenApi));
  const streaming = withChosenStreams(withRequestHeaders(givenApi, givenWay.requestHeaders), givenWay.streams);
  const keyed = withParameterKeys(withTokenSchemes(streaming.api, givenWay), givenWay);
  const { base, ...context } = contextOf(keyed.api, keyed.way);
  const { api, way, connection, connector, headers, baseUrl } = context;
  const configured = configuredCredentials(api, way, "url" in base ? base.url : undefined);
  const planned = api.operations.map((operation) => planOperation(operation, context));
  const faults = [...streaming.diagnostics, ...configured.diagnostics, ...keyed.diagnostics];
  faults.push(...wayFaults(context, base), ...callFaults(planned, context));
  // A secret with a wrong name is one fault, not two.
  if (!faults.some(({ code }) => code === "B44-312")) faults.push(...missingSecrets(planned, api));
  throwErrors(faults);

  const carried = planned.filter(({ obstacles }) => obstacles.length === 0);
  if (carried.length === 0) throw new DiagnosticError([...faults, noneCarried(api)]);
  const operations = carried.map(({ cut }) => cut);
  const sent = scopedCredentials({ api, way, credentials: sentCredentials(configured.credentials, carried), carried });
  const scopes = planScopes(api, way, { operations, connector });
  const backend: BackendPlan = {
    connection,
    baseUrl,
    headers,
    credentials: sent.credentials,
    timeout: way.timeout,
    validate: way.validate,
    operations: new Map(carried.map(({ operation, backend }) => [operation.id, backend])),
    scopes: scopes.plan,
  };
  const notes = callNotes({ api, way, backend, carried });
  return {
    api: { ...api, operations },
    transport: way.via,
    operations: planned.map(({ operation, obstacles }): PlannedOperation => {
      return { operation, transport: obstacles.length === 0 ? way.via : null, obstacles };
    }),
    backend,
    diagnostics: [...faults, ...sent.diagnostics, ...notes, ...scopes.diagnostics, ...setupNotes(api, backend)],
  };
}

/** Returns the context that the operations of an API share, and the base URL or why it is unknown. */
function contextOf(given: Api, way: BackendWay): OperationContext & { base: BaseUrl } {
  const connection = way.via === "connector" ? way.connection : undefined;
  const connector = connection && "type" in connection ? connectorEntry(connection.type) : undefined;
  const api = withoutTokenParameters(given, connector?.credentialParameters);
  const base = baseUrlOf({ api, servers: api.servers, configured: way.baseUrl, connector });
  const baseUrl = "url" in base ? base.url : "";
  const headers = fixedHeaders(way, connector);
  return { api, way, connection, connector, headers, base, baseUrl, schemas: schemasByKey(api) };
}

/** Returns the faults of the transport in the config, which affect all operations. */
function wayFaults({ api, way, connection }: OperationContext, base: BaseUrl): Diagnostic[] {
  return [
    ...(connection ? connectionProblems(api, connection) : []),
    ...accessProblems(api, way.access),
    ...("problem" in base ? [noBaseUrl(api, base.problem)] : []),
  ];
}

/**
 * Returns the faults of single operations. For a function with secrets, also reports parameters and properties that
 * look like keys.
 */
function callFaults(planned: readonly PlannedCall[], { api, way, schemas }: OperationContext): Diagnostic[] {
  const faults = planned.filter(({ obstacles }) => obstacles.length > 0).map((item) => notCarriedBy(way, item));
  if (way.via !== "function") return faults;
  const cut = planned.map((item) => item.cut);
  return [...faults, ...keyParameterNotes(api, planned), ...keyPropertyNotes(api, cut, schemas)];
}

/** Reduces the credentials to those that operations use. */
function sentCredentials(
  credentials: Record<string, Credential>,
  carried: readonly PlannedCall[],
): Record<string, Credential> {
  const sent = new Set(carried.flatMap(({ backend }) => backend.credentials));
  return Object.fromEntries(Object.entries(credentials).filter(([name]) => sent.has(name)));
}

/**
 * Returns the headers of every request, by lower-case name: those that the connector's API requires, and those in the
 * config.
 */
function fixedHeaders(way: BackendWay, connector: ConnectorEntry | undefined): Record<string, HeaderValue> {
  const all = [...Object.entries(connector?.headers ?? {}), ...Object.entries(way.headers)];
  return Object.fromEntries(all.map(([name, value]) => [name.toLowerCase(), value]));
}
