import { type Alternatives, leastScopes, scopeAlternatives } from "../../connectors/index.js";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { Api, Operation, SecurityRequirement } from "../../ir/index.js";
import type { ClientCredentials, Credential } from "../../runtime/functions/b44-definition.js";
import type { BackendWay } from "../model.js";
import { operationList } from "../operation-list.js";
import { isFetched, partsOf, schemeOf } from "./credentials/index.js";
import type { PlannedCall } from "./operation/index.js";

/** The credentials of an API, and the calls that use them. */
interface Scoped {
  api: Api;
  way: BackendWay;
  credentials: Record<string, Credential>;
  carried: readonly PlannedCall[];
}

/**
 * Adds the scopes to request to credentials whose tokens are fetched: those in the config, or else the fewest that all
 * operations together need, of those that the flow `clientCredentials` declares. All operations share one token: see
 * docs/decisions/0022-client-credentials.md. Reports operations that need other scopes (B44-352).
 */
export function scopedCredentials({ api, way, credentials, carried }: Scoped): {
  credentials: Record<string, Credential>;
  diagnostics: Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const scoped = Object.entries(credentials).map(([name, credential]): [string, Credential] => {
    if (!isFetched(credential)) return [name, credential];
    if (way.scopes !== "least") return [name, withScopes(credential, way.scopes)];
    const least = declaredScopes(api, name, takingOf(api, name, carried));
    if (least.missing.length > 0) diagnostics.push(undeclared(api, name, least));
    return [name, withScopes(credential, least.scopes)];
  });
  return { credentials: Object.fromEntries(scoped), diagnostics };
}

function withScopes(credential: ClientCredentials, scopes: readonly string[]): ClientCredentials {
  return scopes.length > 0 ? { ...credential, scope: scopes.join(" ") } : credential;
}

/** An operation that uses a token, and its alternative sets of scopes. */
interface Taking {
  operation: Operation;
  sets: Alternatives;
}

/**
 * Returns the operations that use the token of a scheme, with the scopes from the alternatives whose other credentials
 * are sent, too.
 */
function takingOf(api: Api, name: string, carried: readonly PlannedCall[]): Taking[] {
  return carried.flatMap(({ operation, backend: { credentials } }) => {
    if (!credentials.includes(name)) return [];
    const isSent = (scheme: string) => credentials.includes(scheme) || schemeOf(scheme, api) === undefined;
    const served = operation.security.filter((requirement) =>
      partsOf(requirement, api).every((part) => part.some(isSent)),
    );
    return [{ operation, sets: setsOf(served, name) }];
  });
}

function setsOf(security: readonly SecurityRequirement[], name: string): Alternatives {
  return scopeAlternatives(security, (scheme) => scheme === name);
}

/** The fewest declared scopes that operations need, and the undeclared ones that they cannot do without. */
interface DeclaredScopes {
  scopes: string[];
  missing: string[];
  /** The operations that need one of the undeclared scopes. */
  needing: Operation[];
}

function declaredScopes(api: Api, name: string, taking: readonly Taking[]): DeclaredScopes {
  const scheme = schemeOf(name, api);
  const flow = scheme?.type === "oauth2" ? scheme.clientCredentials : undefined;
  // The scopes of other flows are granted by users.
  if (!flow) return { scopes: [], missing: [], needing: [] };
  const declared = new Set(flow.scopes);
  const { scopes, unavoidable } = leastScopes({
    selected: taking.map(({ sets }) => sets),
    all: api.documentSecurity.flatMap(({ requirements, operations }) =>
      Array<Alternatives>(operations).fill(setsOf(requirements, name)),
    ),
    unusable: (scope) => !declared.has(scope),
  });
  const needing = taking.filter(({ sets }) => sets.every((set) => set.some((scope) => unavoidable.includes(scope))));
  return {
    scopes: scopes.filter((scope) => declared.has(scope)),
    missing: unavoidable,
    needing: needing.flatMap(({ operation, sets }) => (sets.length > 0 ? [operation] : [])),
  };
}

function undeclared(api: Api, name: string, { missing, needing }: DeclaredScopes): Diagnostic {
  return diagnostic("B44-352", {
    message: `According to the spec, calls of ${api.name} need scopes that client credentials for ${name} cannot get: ${missing.join(", ")} (${operationList(needing)}).`,
    location: needing[0]?.source,
    help: "The function does not request them. If the API accepts them, set all scopes to request in its config entry: scopes: […]. If not, remove these operations from the selection.",
  });
}
