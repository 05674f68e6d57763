import { type Alternatives, leastScopes, scopeAlternatives } from "../../connectors/index.js";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { Api, Operation, SecurityRequirement } from "../../ir/index.js";
import type { BackendWay, Credential } from "../model.js";
import { operationList } from "../operation-list.js";
import { isFetched } from "./client-credentials.js";
import type { PlannedCall } from "./operation.js";
import { schemeOf } from "./security-schemes.js";

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
    const taking = carried.filter(({ backend }) => backend.credentials.includes(name));
    const operations = taking.map(({ operation }) => operation);
    const least = way.scopes === "least" ? declaredScopes(api, name, operations) : { scopes: way.scopes, missing: [] };
    if (least.missing.length > 0) diagnostics.push(undeclared({ api, name, operations, missing: least.missing }));
    return [name, least.scopes.length > 0 ? { ...credential, scope: least.scopes.join(" ") } : credential];
  });
  return { credentials: Object.fromEntries(scoped), diagnostics };
}

/** The least scopes that operations need of those that client credentials have, and those that they need besides. */
interface DeclaredScopes {
  scopes: string[];
  missing: string[];
}

function declaredScopes(api: Api, name: string, operations: readonly Operation[]): DeclaredScopes {
  const scheme = schemeOf(name, api);
  const flow = scheme?.type === "oauth2" ? scheme.clientCredentials : undefined;
  // The scopes of other flows are what users grant.
  if (!flow) return { scopes: [], missing: [] };
  const declared = new Set(flow.scopes);
  const { scopes, unavoidable } = leastScopes({
    selected: operations.map(({ security }) => setsOf(security, name)),
    all: api.documentSecurity.flatMap(({ requirements, operations: count }) =>
      Array<Alternatives>(count).fill(setsOf(requirements, name)),
    ),
    unusable: (scope) => !declared.has(scope),
  });
  return { scopes: scopes.filter((scope) => declared.has(scope)), missing: unavoidable };
}

function setsOf(security: readonly SecurityRequirement[], name: string): Alternatives {
  return scopeAlternatives(security, (scheme) => scheme === name);
}

interface Undeclared {
  api: Api;
  name: string;
  operations: readonly Operation[];
  missing: readonly string[];
}

function undeclared({ api, name, operations, missing }: Undeclared): Diagnostic {
  const needing = operations.filter(({ security }) =>
    setsOf(security, name).some((set) => set.some((scope) => missing.includes(scope))),
  );
  return diagnostic("B44-352", {
    message: `By the spec, calls of ${api.name} need scopes that client credentials for ${name} do not have: ${missing.join(", ")} (${operationList(needing)}).`,
    location: needing[0]?.source,
    help: `They are not asked for. If the API knows them, name all scopes to ask for in its entry of the config: scopes: […]; if not, leave these operations out.`,
  });
}
