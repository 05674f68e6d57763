import type { SecurityRequirement } from "../ir/index.js";

/**
 * What an operation needs of OAuth scopes: sets of scopes, any of which will do (OpenAPI 3.1, section 4.8.30). An empty
 * set, and no sets at all, mean that no scope is needed.
 */
export type Alternatives = readonly (readonly string[])[];

/**
 * The security requirements of an operation as sets of OAuth scopes: of each requirement the scopes of all its OAuth 2 and
 * OpenID Connect schemes together. `isOAuth` says of a scheme's name whether it is one of these. Requirements without
 * such a scheme (an API key, or `{}`, which is none) are left out where others have one: a connector's token goes with every
 * call, and what it opens is wanted. The scopes of a set are sorted by code unit; no set is there twice.
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

/**
 * The same alternatives with scopes by other names, as a catalogue's `renamedScopes` has them: a scope may give way to
 * another one or, with null, to none.
 */
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

/** Whether a token with these scopes may call an operation. */
export function isSatisfied(alternatives: Alternatives, scopes: ReadonlySet<string>): boolean {
  return alternatives.length === 0 || alternatives.some((needed) => needed.every((scope) => scopes.has(scope)));
}

/** The scopes sorted by code unit, each once. */
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
