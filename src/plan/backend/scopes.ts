import {
  type Alternatives,
  avoidedScope,
  type ConnectorEntry,
  leastScopes,
  renameScopes,
  scopeAlternatives,
} from "../../connectors/index.js";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { Api, Operation, SecurityRequirement } from "../../ir/index.js";
import type { BackendWay, ScopePlan } from "../model.js";
import { isOAuth, schemeOf } from "./credentials/index.js";

/** The operations that a connector's scopes are for. */
interface ScopesOf {
  /** The carried operations. */
  operations: readonly Operation[];
  /** The connector's entry in the catalogue; undefined if it is unknown. */
  connector: ConnectorEntry | undefined;
}

/**
 * Returns the fewest scopes that a shared connector needs for the operations, or the scopes in the config. Other
 * connectors have no plan: the workspace sets their scopes.
 */
export function planScopes(
  api: Api,
  way: BackendWay,
  { operations, connector }: ScopesOf,
): { plan: ScopePlan | undefined; diagnostics: Diagnostic[] } {
  if (way.via !== "connector" || !("type" in way.connection)) return { plan: undefined, diagnostics: [] };
  const { type, kind } = way.connection;
  const scoped = schemesWithScopes(api);
  // The API no longer contains a scheme that only other operations of the document use.
  const isByOAuth = (name: string) => {
    const scheme = schemeOf(name, api);
    return scheme ? isOAuth(scheme) : scoped.has(name);
  };
  const avoided = (scope: string) => connector && avoidedScope(connector, scope);
  const alternativesOf = (security: SecurityRequirement[]) => {
    const declared = scopeAlternatives(security, isByOAuth);
    return renameScopes(declared, connector?.renamedScopes ?? {});
  };
  const alternatives = operations.map(({ security }) => alternativesOf(security));
  if (way.scopes !== "least") {
    return { plan: { type, scopes: [...way.scopes], known: true, alternatives }, diagnostics: [] };
  }
  const least = leastScopes({
    selected: alternatives,
    all: api.documentSecurity.flatMap(({ requirements, operations }) =>
      Array<Alternatives>(operations).fill(alternativesOf(requirements)),
    ),
    unusable: (scope) => avoided(scope) !== undefined,
  });
  const diagnostics = least.unavoidable.map((scope) =>
    diagnostic("B44-323", {
      message: `An operation of ${api.name} needs the scope ${scope}, which you should avoid: ${avoided(scope) ?? ""}`,
      location: operations[alternatives.findIndex((sets) => sets.some((set) => set.includes(scope)))]?.source,
    }),
  );
  // A metered connector uses Base44's own account.
  const known =
    kind === "metered" ||
    operations.every(({ security }, index) =>
      saysScopes(security, { sets: alternatives[index] ?? [], namesScopes: scoped.size > 0 }),
    );
  return { plan: { type, scopes: least.scopes, known, alternatives }, diagnostics };
}

/**
 * True if the spec says which scopes an operation needs. It does not if there is no security requirement, if a document
 * that never names scopes has an empty array, or if the scheme is not OAuth (such as HTTP bearer).
 */
function saysScopes(
  security: readonly SecurityRequirement[],
  { sets, namesScopes }: { sets: Alternatives; namesScopes: boolean },
): boolean {
  if (security.length > 0 && security.every((requirement) => Object.keys(requirement).length === 0)) return true;
  return namesScopes && (security.length === 0 || sets.length > 0);
}

function schemesWithScopes({ documentSecurity }: Api): Set<string> {
  const entries = documentSecurity
    .flatMap(({ requirements }) => requirements)
    .flatMap((requirement) => Object.entries(requirement));
  return new Set(entries.flatMap(([name, scopes]) => (scopes.length > 0 ? [name] : [])));
}
