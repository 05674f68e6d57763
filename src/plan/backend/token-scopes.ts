import { type Alternatives, leastScopes, scopeAlternatives } from "../../connectors/index.js";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { Api, Operation, SecurityRequirement } from "../../ir/index.js";
import type { ClientCredentials, Credential } from "../../runtime/functions/b44-definition.js";
import type { BackendWay } from "../model.js";
import { operationList } from "../operation-list.js";
import { isFetched, partsOf, schemeOf } from "./credentials/index.js";
import type { PlannedCall } from "./operation/index.js";

/** The credentials of an API, and the calls that they are for. */
interface Scoped {
  api: Api;
  way: BackendWay;
  credentials: Record<string, Credential>;
  carried: readonly PlannedCall[];
}

/**
 * The credentials with the scopes to ask for where they are tokens to be fetched: those that the config names, else the
 * least that all operations together need, of those that the flow `clientCredentials` declares. One token is for all:
 * see docs/decisions/0022-client-credentials.md. Tells of operations that need others (B44-352).
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

/** An operation that takes a token, and the sets of its scopes any of which will do. */
interface Taking {
  operation: Operation;
  sets: Alternatives;
}

/** The operations that take the token of a scheme, with what they need of it where their other credentials go along. */
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

/** The least scopes that operations need of those that client credentials have, and those that they need besides. */
interface DeclaredScopes {
  scopes: string[];
  missing: string[];
  /** The operations that need one of the latter. */
  needing: Operation[];
}

function declaredScopes(api: Api, name: string, taking: readonly Taking[]): DeclaredScopes {
  const scheme = schemeOf(name, api);
  const flow = scheme?.type === "oauth2" ? scheme.clientCredentials : undefined;
  // The scopes of other flows are what users grant.
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
