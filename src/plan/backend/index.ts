import { type ConnectorEntry, connectorEntry } from "../../connectors/index.js";
import { DiagnosticError, refuseErrors } from "../../diagnostics/index.js";
import type { Api } from "../../ir/index.js";
import { mediaTypeHeaderNotes } from "../media-type-headers.js";
import type { BackendPlan, BackendWay, Credential, HeaderValue, Plan, PlannedOperation } from "../model.js";
import { unsendableNotes } from "../unsendable.js";
import { unsentBodies } from "../unsent-bodies.js";
import { unsentForms } from "../unsent-forms.js";
import { accessProblems } from "./access.js";
import { schemasByKey } from "./answers.js";
import { authorizationNotes } from "./authorization.js";
import { bareAuthorization } from "./bare-authorization.js";
import { baseUrlOf } from "./base-url.js";
import { configuredCredentials } from "./configured-credentials.js";
import { connectionProblems, missingSecrets, noBaseUrl, noneCarried, notCarriedBy, nothingToCall } from "./faults.js";
import { keyNotes } from "./key-like-parameters.js";
import { keyPropertyNotes } from "./key-like-properties.js";
import { type OperationContext, type PlannedCall, planOperation } from "./operation.js";
import { withParameterKeys } from "./parameter-keys.js";
import { varyingParameters } from "./parameters.js";
import { plainHttpNotes } from "./plain-http.js";
import { planScopes } from "./scopes.js";
import { serverNotes } from "./server-notes.js";
import { setupNotes } from "./setup.js";
import { scopedCredentials } from "./token-scopes.js";
import { withTokenSchemes } from "./undeclared-tokens.js";
import { untakenStreams } from "./untaken-streams.js";
import { unsentSecrets, withoutCredentials } from "./without-credentials.js";

export { baseUrlOf } from "./base-url.js";
export { fetchesTokens } from "./client-credentials.js";
export { isSilent } from "./credentials.js";
export { functionObstacles } from "./function-obstacles.js";
export { backendObstacles } from "./obstacles.js";
export { secretWords } from "./secret-words.js";
export {
  authenticationScheme,
  hasClientFlow,
  isAuthorisedBy,
  isBySecret,
  isEmpty,
  isOAuth,
  partsOf,
  preferredFirst,
  schemeOf,
} from "./security-schemes.js";
export { tokenObstacles } from "./token.js";

/**
 * Plans the calls of an API from a backend function, which authorises them with a connector's token or with secrets.
 * Throws where an operation that was named itself cannot be carried (B44-309), where none is left (B44-201), where it is
 * not known where the API is (B44-310), and where secrets are missing or not understood (B44-311, B44-312).
 */
export function planBackend(givenApi: Api, givenWay: BackendWay): Plan {
  if (givenApi.operations.length === 0) throw new DiagnosticError(nothingToCall(givenApi));
  const keyed = withParameterKeys(withTokenSchemes(givenApi, givenWay), givenWay);
  const { api, way } = keyed;
  const connection = way.via === "connector" ? way.connection : undefined;
  const connector = connection && "type" in connection ? connectorEntry(connection.type) : undefined;
  const base = baseUrlOf({ api, servers: api.servers, configured: way.baseUrl, connector });
  const { credentials, diagnostics } = configuredCredentials(api, way, "url" in base ? base.url : undefined);
  diagnostics.push(...keyed.diagnostics);
  if (connection) diagnostics.push(...connectionProblems(api, connection));
  diagnostics.push(...accessProblems(api, way.access));
  if ("problem" in base) diagnostics.push(noBaseUrl(api, base.problem));

  const headers = fixedHeaders(way, connector);
  const baseUrl = "url" in base ? base.url : "";
  const context: OperationContext = { api, way, connection, connector, headers, baseUrl, schemas: schemasByKey(api) };
  const planned = api.operations.map((operation) => planOperation(operation, context));
  const notCarried = planned.filter(({ obstacles }) => obstacles.length > 0);
  diagnostics.push(...notCarried.map((item) => notCarriedBy(way, item)));
  if (way.via === "function") {
    const cut = planned.map((item) => item.cut);
    diagnostics.push(...keyNotes(api, planned), ...keyPropertyNotes(api, cut, context.schemas));
  }
  // A secret under a wrong name is one fault, not two.
  if (!diagnostics.some(({ code }) => code === "B44-312")) diagnostics.push(...missingSecrets(planned, api));
  refuseErrors(diagnostics);

  const carried = planned.filter(({ obstacles }) => obstacles.length === 0);
  if (carried.length === 0) throw new DiagnosticError([...diagnostics, noneCarried(api)]);
  const operations = carried.map(({ cut }) => cut);
  const whole = carried.map(({ operation }) => operation);
  const called = whole.map((operation) => ({ ...operation, parameters: varyingParameters(operation, headers) }));
  const sent = scopedCredentials({ api, way, credentials: sentCredentials(credentials, carried), carried });
  const scopes = planScopes(api, way, { operations, connector });
  const backend: BackendPlan = {
    connection,
    baseUrl: context.baseUrl,
    headers,
    credentials: sent.credentials,
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
      ...sent.diagnostics,
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
  carried: readonly PlannedCall[],
): Record<string, Credential> {
  const sent = new Set(carried.flatMap(({ backend }) => backend.credentials));
  return Object.fromEntries(Object.entries(credentials).filter(([name]) => sent.has(name)));
}

/** Headers of every request, by lower-case name: what the connector's API wants, and what the config says. */
function fixedHeaders(way: BackendWay, connector: ConnectorEntry | undefined): Record<string, HeaderValue> {
  const all = [...Object.entries(connector?.headers ?? {}), ...Object.entries(way.headers)];
  return Object.fromEntries(all.map(([name, value]) => [name.toLowerCase(), value]));
}
