import { type ConnectorEntry, checkConnection, connectorEntry } from "../../connectors/index.js";
import { type Diagnostic, DiagnosticError, diagnostic, fail } from "../../diagnostics/index.js";
import type { Api, Operation } from "../../ir/index.js";
import { isDispensable } from "../dispensable-body.js";
import { mediaTypeHeaderNotes } from "../media-type-headers.js";
import type {
  BackendOperation,
  BackendPlan,
  BackendWay,
  Connection,
  Credential,
  HeaderValue,
  Plan,
  PlannedOperation,
} from "../model.js";
import { unsendableNotes } from "../unsendable.js";
import { unsentBodies } from "../unsent-bodies.js";
import { unsentForms } from "../unsent-forms.js";
import { accessOf, accessProblems } from "./access.js";
import { answersOf, type SchemasByKey, schemasByKey } from "./answers.js";
import { authorizationNotes } from "./authorization.js";
import { bareAuthorization } from "./bare-authorization.js";
import { type BaseUrl, baseUrlOf } from "./base-url.js";
import { acceptOf, handedOn, sentBody, streamOf, textEventsOf } from "./content.js";
import { type CredentialProblem, operationCredentials } from "./credentials.js";
import { keyNotes } from "./key-like-parameters.js";
import { keyPropertyNotes } from "./key-like-properties.js";
import { backendObstacles, meteredObstacles } from "./obstacles.js";
import { withParameterKeys } from "./parameter-keys.js";
import { carriedParameters, varyingParameters } from "./parameters.js";
import { plainHttpNotes } from "./plain-http.js";
import { withResponseHeaders } from "./response-headers.js";
import { planScopes } from "./scopes.js";
import { serverNotes } from "./server-notes.js";
import { configuredCredentials, setupNotes } from "./setup.js";
import { untakenStreams } from "./untaken-streams.js";
import { unsentSecrets, withoutCredentials } from "./without-credentials.js";

export { baseUrlOf } from "./base-url.js";
export { isSilent } from "./credentials.js";
export { functionObstacles } from "./function-obstacles.js";
export { backendObstacles } from "./obstacles.js";
export { secretWords } from "./secret-words.js";
export { authenticationScheme, isBySecret, isEmpty, partsOf, preferredFirst, schemeOf } from "./security-schemes.js";
export { tokenObstacles } from "./token.js";

/**
 * Plans the calls of an API from a backend function, which authorises them with a connector's token or with secrets.
 * Throws where an operation that was named itself cannot be carried (B44-309), where none is left (B44-201), where it is
 * not known where the API is (B44-310), and where secrets are missing or not understood (B44-311, B44-312).
 */
export function planBackend(givenApi: Api, givenWay: BackendWay): Plan {
  if (givenApi.operations.length === 0) {
    const message = `There is nothing that a backend function could call: ${givenApi.spec} declares no operations.`;
    fail("B44-201", {
      message,
      location: { file: givenApi.spec },
      help: "Leave the API out of the config, or give the spec that holds its `paths`.",
    });
  }
  const keyed = withParameterKeys(givenApi, givenWay);
  const { api, way } = keyed;
  const connection = way.via === "connector" ? way.connection : undefined;
  const connector = connection && "type" in connection ? connectorEntry(connection.type) : undefined;
  const { credentials, diagnostics } = configuredCredentials(api, way);
  diagnostics.push(...keyed.diagnostics);
  if (connection) diagnostics.push(...connectionProblems(api, connection));
  diagnostics.push(...accessProblems(api, way.access));
  const base = baseUrlOf({ api, servers: api.servers, configured: way.baseUrl, connector });
  if ("problem" in base) diagnostics.push(noBaseUrl(api, base.problem));

  const headers = fixedHeaders(way, connector);
  const baseUrl = "url" in base ? base.url : "";
  const context: Context = { api, way, connection, connector, headers, baseUrl, schemas: schemasByKey(api) };
  const planned = api.operations.map((operation) => planOperation(operation, context));
  const notCarried = planned.filter(({ obstacles }) => obstacles.length > 0);
  diagnostics.push(...notCarried.map((item) => notCarriedBy(way, item)));
  if (way.via === "function") {
    const cut = planned.map((item) => item.cut);
    diagnostics.push(...keyNotes(api, planned), ...keyPropertyNotes(api, cut, context.schemas));
  }
  // A secret under a wrong name is one fault, not two.
  if (!diagnostics.some(({ code }) => code === "B44-312")) diagnostics.push(...missingSecrets(planned, api));
  if (diagnostics.some(({ severity }) => severity === "error")) throw new DiagnosticError(diagnostics);

  const carried = planned.filter(({ obstacles }) => obstacles.length === 0);
  if (carried.length === 0) {
    const message = `A backend function can carry none of the selected operations of ${api.spec}.`;
    throw new DiagnosticError([...diagnostics, diagnostic("B44-201", { message, location: { file: api.spec } })]);
  }
  const operations = carried.map(({ cut }) => cut);
  const whole = carried.map(({ operation }) => operation);
  const called = whole.map((operation) => ({ ...operation, parameters: varyingParameters(operation, headers) }));
  const scopes = planScopes(api, way, { operations, connector });
  const backend: BackendPlan = {
    connection,
    baseUrl: context.baseUrl,
    headers,
    credentials: sentCredentials(credentials, carried),
    timeout: way.timeout,
    validate: way.validate,
    operations: new Map(carried.map(({ operation, backend }) => [operation.id, backend])),
    scopes: scopes.plan,
  };
  return {
    api: { ...api, operations },
    transport: way.via,
    operations: planned.map(({ operation, obstacles }): PlannedOperation => {
      return { operation, transport: obstacles.length === 0 ? way.via : null, obstacles };
    }),
    backend,
    diagnostics: [
      ...diagnostics,
      ...unsentForms(carried),
      ...unsendableNotes(called),
      ...authorizationNotes(whole, backend),
      ...mediaTypeHeaderNotes(whole, { headers, help: MEDIA_TYPE_HELP }),
      ...withoutCredentials({ ...api, operations: whole }, backend),
      ...unsentSecrets(api, way, backend),
      ...bareAuthorization(api, way, backend),
      ...unsentBodies(carried),
      ...(connection?.kind === "metered" ? [] : untakenStreams(whole)),
      ...plainHttpNotes({ ...api, operations }, backend, way.baseUrl),
      ...serverNotes({ ...api, operations }, way, backend),
      ...scopes.diagnostics,
      ...setupNotes(api, backend),
    ],
  };
}

const MEDIA_TYPE_HELP = (name: string) =>
  `If the API needs another value, say in the config what every call has: headers: { ${JSON.stringify(name)}: "…" }.`;

/** The credentials that an operation takes. */
function sentCredentials(
  credentials: Record<string, Credential>,
  carried: readonly CarriedOperation[],
): Record<string, Credential> {
  const sent = new Set(carried.flatMap(({ backend }) => backend.credentials));
  return Object.fromEntries(Object.entries(credentials).filter(([name]) => sent.has(name)));
}

interface Context {
  api: Api;
  way: BackendWay;
  connection: Connection | undefined;
  connector: ConnectorEntry | undefined;
  headers: Record<string, HeaderValue>;
  baseUrl: string;
  schemas: SchemasByKey;
}

interface CarriedOperation {
  operation: Operation;
  /** The operation with what a function carries of it. */
  cut: Operation;
  backend: BackendOperation;
  obstacles: string[];
  /** True where the one obstacle is that the spec does not say where to call it. */
  lacksBaseUrl: boolean;
  /** Why no credentials authorise it, where that is for the config to mend. */
  problem: CredentialProblem | undefined;
}

function planOperation(operation: Operation, context: Context): CarriedOperation {
  const { api, way, connection, connector } = context;
  const credentials = operationCredentials(operation, api, way);
  const called = { ...operation, parameters: varyingParameters(operation, context.headers) };
  const obstacles = connection?.kind === "metered" ? meteredObstacles(called) : backendObstacles(called);
  const base = ownBaseUrl(operation, context);
  const baseProblem = base && "problem" in base ? [base.problem] : [];
  obstacles.push(...baseProblem, ...credentials.obstacles);
  const body = operation.requestBody;
  const isSent =
    body && !((operation.method === "get" || operation.method === "head") && isDispensable(operation, body));
  const responses = withResponseHeaders(operation, handedOn(operation), way.responseHeaders);
  const cut: Operation = {
    ...operation,
    parameters: carriedParameters(operation, {
      api,
      credentials: credentials.names,
      connector,
      headers: context.headers,
    }),
    requestBody: isSent ? sentBody(body, { isJsonOnly: connection?.kind === "metered" }) : undefined,
    responses,
  };
  const headerNames = responses.flatMap(({ headers }) => headers.map(({ name }) => name));
  return {
    operation,
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

/** Where an operation with servers of its own is. The config's base URL stands for all. */
function ownBaseUrl({ servers }: Operation, { api, way, connector }: Context): BaseUrl | undefined {
  if (servers.length === 0 || way.baseUrl !== undefined) return undefined;
  return baseUrlOf({ api, servers, configured: undefined, connector });
}

/** What is wrong with the connector that the config names (B44-320). */
function connectionProblems(api: Api, connection: Connection): Diagnostic[] {
  return checkConnection(connection).map(({ severity, problem, help }) =>
    diagnostic("B44-320", { severity, message: `${api.name}: ${problem}`, setting: ["via", "connector"], help }),
  );
}

/** Headers of every request, by lower-case name: what the connector's API wants, and what the config says. */
function fixedHeaders(way: BackendWay, connector: ConnectorEntry | undefined): Record<string, HeaderValue> {
  const all = [...Object.entries(connector?.headers ?? {}), ...Object.entries(way.headers)];
  return Object.fromEntries(all.map(([name, value]) => [name.toLowerCase(), value]));
}

function noBaseUrl(api: Api, problem: string): Diagnostic {
  const message = `It is not known where to call ${api.name}: ${problem}.`;
  return diagnostic("B44-310", { message, location: { file: api.spec }, setting: ["baseUrl"] });
}

function notCarriedBy(way: BackendWay, { operation, obstacles, lacksBaseUrl }: CarriedOperation): Diagnostic {
  return diagnostic("B44-309", {
    severity: operation.named ? "error" : "warning",
    message: `A ${way.via} cannot carry ${operation.id}: ${obstacles.join("; ")}.`,
    location: operation.source,
    ...(lacksBaseUrl && {
      help: "Leave the operation out, or say where the API is, for all of its calls: baseUrl in its entry of the config.",
    }),
  });
}

/** Operations that nothing authorises, told by what they lack. */
function missingSecrets(planned: readonly CarriedOperation[], api: Api): Diagnostic[] {
  const byProblem = new Map<string, CarriedOperation[]>();
  for (const item of planned) {
    if (item.problem === undefined || item.obstacles.length > 0) continue;
    const { problem } = item.problem;
    byProblem.set(problem, [...(byProblem.get(problem) ?? []), item]);
  }
  return [...byProblem].map(([problem, operations]) => {
    const [first] = operations;
    const isMany = operations.length > 1;
    const more = isMany ? ` and ${operations.length - 1} more` : "";
    return diagnostic("B44-311", {
      message: `${first?.operation.id}${more} of ${api.name} cannot be authorised: ${isMany ? "they are" : "it is"} ${problem}.`,
      location: first?.operation.source,
      help: first?.problem?.help,
    });
  });
}
