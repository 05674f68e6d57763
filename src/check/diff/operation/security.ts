import type { Api, SecurityRequirement, SecurityScheme } from "../../../ir/index.js";
import type { ChangeKindName } from "../kinds/index.js";
import { canonical } from "../schema/side/index.js";
import type { OperationReport } from "./report.js";

/** Compares the security requirements of an operation (OpenAPI 3.1, sections 4.8.27 and 4.8.30). */
export function compareSecurity(report: OperationReport, apis: { before: Api; after: Api }): void {
  const add: Add = (kind, predicate) => report.add({ kind, place: { part: "security" }, predicate });
  const renamed = renamedSchemes(apis);
  const before = report.before.security.map((alternative) => withNewNames(alternative, renamed));
  const after = report.after.security;
  compareSchemes({ before, after, apis, renamed }, add);
  const [neededNone, needsNone] = [before, after].map(areOpen);
  if (neededNone && needsNone) return;
  if (neededNone) add("security-added", `required no credentials and now requires ${alternativesText(after)}`);
  else if (needsNone) add("security-removed", `required ${alternativesText(before)} and now requires no credentials`);
  else compareAlternatives(before, after, add);
}

type Add = (kind: ChangeKindName, predicate: string) => void;

/** True if a call needs no credentials, including when the spec does not declare security. */
function areOpen(alternatives: readonly SecurityRequirement[]): boolean {
  return alternatives.length === 0 || alternatives.some((item) => Object.keys(item).length === 0);
}

function compareAlternatives(
  before: readonly SecurityRequirement[],
  after: readonly SecurityRequirement[],
  add: Add,
): void {
  for (const alternative of before) compareAlternative(alternative, after, add);
  for (const alternative of after) {
    if (before.some((item) => isMetBy(item, alternative) || isMetBy(alternative, item))) continue;
    add("security-alternative-added", `can now also be called with ${alternativeText(alternative)}`);
  }
}

function compareAlternative(was: SecurityRequirement, after: readonly SecurityRequirement[], add: Add): void {
  const met = after.filter((item) => isMetBy(item, was));
  if (met.length > 0) {
    if (met.some((item) => isMetBy(was, item))) return;
    const fewer = met.find((item) => schemesOf(item) === schemesOf(was));
    if (fewer) add("security-scope-removed", `no longer requires ${scopesText(was, fewer)}`);
    return;
  }
  const more = after.find((item) => schemesOf(item) === schemesOf(was) && isMetBy(was, item));
  if (more) add("security-scope-added", `now requires ${scopesText(more, was)}`);
  else add("security-alternative-removed", `can no longer be called with ${alternativeText(was)}`);
}

/** True if credentials that meet `given` also meet `needed`. */
function isMetBy(needed: SecurityRequirement, offered: SecurityRequirement): boolean {
  return Object.entries(needed).every(
    ([name, scopes]) => Object.hasOwn(offered, name) && scopes.every((scope) => offered[name]?.includes(scope)),
  );
}

function schemesOf(alternative: SecurityRequirement): string {
  return Object.keys(alternative).sort().join(" and ");
}

/** Returns the scopes that one alternative needs and another does not. */
function scopesText(more: SecurityRequirement, fewer: SecurityRequirement): string {
  const scopes = Object.entries(more).flatMap(([name, list]) => list.filter((scope) => !fewer[name]?.includes(scope)));
  return `the scope ${scopes.sort().join(", ")}`;
}

function alternativeText(alternative: SecurityRequirement): string {
  return Object.keys(alternative)
    .sort()
    .map((name) => {
      const scopes = alternative[name] ?? [];
      return scopes.length > 0 ? `${name} (${scopes.join(", ")})` : name;
    })
    .join(" and ");
}

function alternativesText(alternatives: readonly SecurityRequirement[]): string {
  return alternatives.map(alternativeText).join(" or ");
}

/** Maps security schemes that were renamed, but are otherwise unchanged, to their new names. */
function renamedSchemes({ before, after }: { before: Api; after: Api }): Map<string, string> {
  const isNew = (name: string) => !Object.hasOwn(before.securitySchemes, name);
  const fresh = Object.entries(after.securitySchemes).filter(([name]) => isNew(name));
  return new Map(
    Object.entries(before.securitySchemes).flatMap(([name, scheme]) => {
      if (Object.hasOwn(after.securitySchemes, name)) return [];
      const same = fresh.filter(([, other]) => definition(other) === definition(scheme));
      const [only] = same;
      return only && same.length === 1 ? [[name, only[0]] as const] : [];
    }),
  );
}

function withNewNames(alternative: SecurityRequirement, renamed: Map<string, string>): SecurityRequirement {
  return Object.fromEntries(Object.entries(alternative).map(([name, scopes]) => [renamed.get(name) ?? name, scopes]));
}

interface UsedSchemes {
  before: readonly SecurityRequirement[];
  after: readonly SecurityRequirement[];
  apis: { before: Api; after: Api };
  renamed: Map<string, string>;
}

/** Compares the definitions of the security schemes that both versions of an operation use. */
function compareSchemes({ before, after, apis, renamed }: UsedSchemes, add: Add): void {
  const oldNames = new Map([...renamed].map(([was, is]) => [is, was]));
  const names = (list: readonly SecurityRequirement[]) => new Set(list.flatMap((item) => Object.keys(item)));
  for (const name of [...names(before)].filter((item) => names(after).has(item)).sort()) {
    const old = oldNames.get(name);
    if (old !== undefined) add("security-scheme-renamed", `has the security scheme ${old} under the new name ${name}`);
    const was = apis.before.securitySchemes[old ?? name];
    const is = apis.after.securitySchemes[name];
    if (!was || !is || isKept(was, is)) continue;
    add(
      "security-scheme-changed",
      `has a changed security scheme ${name}: it was ${schemeText(was)} and is now ${schemeText(is)}`,
    );
  }
}

/**
 * Returns the parts of a security scheme that concern a caller, as a string. Omits the scheme's array of all scopes,
 * because the needed ones are compared per operation.
 */
function definition(scheme: SecurityScheme): string {
  const { description: _, source: __, ...rest } = scheme;
  if (rest.type === "oauth2") return canonical({ type: rest.type });
  // Header names are case-insensitive (RFC 9110, section 5.1).
  const isHeader = rest.type === "apiKey" && rest.in === "header";
  return canonical(isHeader ? { ...rest, name: rest.name.toLowerCase() } : rest);
}

/** True if existing credentials still work. Client credentials as an additional way break nothing. */
function isKept(was: SecurityScheme, is: SecurityScheme): boolean {
  const tokenUrl = tokenUrlOf(was);
  return definition(was) === definition(is) && (tokenUrl === undefined || tokenUrl === tokenUrlOf(is));
}

/** Returns the token URL of the client credentials flow. */
function tokenUrlOf(scheme: SecurityScheme): string | undefined {
  return scheme.type === "oauth2" ? scheme.clientCredentials?.tokenUrl : undefined;
}

function schemeText(scheme: SecurityScheme): string {
  switch (scheme.type) {
    case "apiKey":
      return `the ${scheme.in} ${scheme.name}`;
    case "http":
      return `HTTP ${scheme.scheme}`;
    case "oauth2": {
      const tokenUrl = tokenUrlOf(scheme);
      return tokenUrl === undefined ? scheme.type : `${scheme.type} with client credentials for ${tokenUrl}`;
    }
    default:
      return scheme.type;
  }
}
