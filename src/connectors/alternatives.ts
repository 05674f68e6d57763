import type { SecurityRequirement } from "../ir/index.js";

/**
 * The OAuth scopes that an operation needs: sets of scopes, any one of which is enough (OpenAPI 3.1, section 4.8.30).
 * An empty set, or no sets at all, means that no scope is needed.
 */
export type Alternatives = readonly (readonly string[])[];

/**
 * Converts the security requirements of an operation to sets of OAuth scopes. The set of a requirement has the scopes
 * of all its OAuth 2 and OpenID Connect schemes; `isOAuth` returns true for the names of such schemes. Requirements
 * without one (an API key, or `{}` for no security) are omitted if another has one, because every call is sent with the
 * connector's token anyway, and the scopes should allow what it unlocks. The scopes of a set are sorted by code unit.
 * There are no duplicate sets.
 */
export function scopeAlternatives(
  security: readonly SecurityRequirement[],
  isOAuth: (schemeName: string) => boolean,
): Alternatives {
  const byOAuth = security.filter((requirement) => Object.keys(requirement).some(isOAuth));
  const open = security.filter((requirement) => Object.keys(requirement).length === 0);
  const sets = (byOAuth.length > 0 ? byOAuth : open).map((requirement) =>
    Object.entries(requirement).flatMap(([scheme, scopes]) => (isOAuth(scheme) ? scopes : [])),
  );
  return distinctSets(sets);
}

/** Renames scopes as in a catalogue entry's `renamedScopes`: each to another scope or, with null, to none. */
export function renameScopes(
  alternatives: Alternatives,
  renamed: Readonly<Record<string, string | null>>,
): Alternatives {
  const rename = (scope: string) => {
    const name = Object.hasOwn(renamed, scope) ? renamed[scope] : scope;
    return typeof name === "string" ? [name] : [];
  };
  return distinctSets(alternatives.map((scopes) => scopes.flatMap(rename)));
}

/** True if a token with these scopes may call an operation. */
export function isSatisfied(alternatives: Alternatives, scopes: ReadonlySet<string>): boolean {
  return alternatives.length === 0 || alternatives.some((needed) => needed.every((scope) => scopes.has(scope)));
}

/** Sorts scopes by code unit and removes duplicates. */
export function sortedScopes(scopes: Iterable<string>): string[] {
  return [...new Set(scopes)].sort();
}

function distinctSets(sets: readonly (readonly string[])[]): Alternatives {
  const byText = new Map<string, string[]>();
  for (const set of sets) {
    const scopes = sortedScopes(set);
    byText.set(JSON.stringify(scopes), scopes);
  }
  return [...byText.values()];
}
