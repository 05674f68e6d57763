import { editDistance } from "../diagnostics/index.js";
import { catalogue } from "./catalogue.js";
import type { ConnectorEntry, ScopeNote } from "./model.js";

/** Longer texts are nobody's mistyped connector type, and would take long to compare. */
const longestType = 64;

/** The types that the catalogue has, sorted by code unit. */
export function connectorTypes(): string[] {
  return Object.keys(catalogue).sort();
}

/** Whether the catalogue has a connector type, exactly so written. */
export function isKnownType(type: string): boolean {
  return Object.hasOwn(catalogue, type);
}

/** What the catalogue says of a connector type; undefined where it does not have it. */
export function connectorEntry(type: string): ConnectorEntry | undefined {
  const row = isKnownType(type) ? catalogue[type] : undefined;
  if (!row) return undefined;
  return {
    hosts: [],
    headers: {},
    unusableScopes: [],
    broadScopes: [],
    renamedScopes: {},
    credentialParameters: [],
    kind: "oauth",
    ...row,
    type,
    connectionConfig: [...row.baseUrl.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name),
  };
}

/**
 * The known type that somebody probably means: the same but for case, spaces and signs (`Google Calendar`), or at most
 * two edits away; one edit for short texts, which are near to everything. Undefined where none is near. Of several that
 * are equally near the first by code unit.
 */
export function suggestType(text: string): string | undefined {
  if (text.length > longestType) return undefined;
  const wanted = plain(text);
  const limit = Math.min(2, Math.floor(wanted.length / 3));
  let nearest: { type: string; distance: number } | undefined;
  for (const type of connectorTypes()) {
    const distance = editDistance(wanted, plain(type));
    if (distance <= limit && distance < (nearest?.distance ?? Number.POSITIVE_INFINITY)) nearest = { type, distance };
  }
  return nearest?.type;
}

/** A type without what people write in different ways. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/**
 * Why a scope is not asked for while an operation offers others: it does not work in practice, or opens more than this
 * API. Undefined for a scope that is as good as others.
 */
export function avoidedScope({ unusableScopes, broadScopes }: ConnectorEntry, scope: string): string | undefined {
  return noteOn([...unusableScopes, ...broadScopes], scope);
}

function noteOn(notes: readonly ScopeNote[], scope: string): string | undefined {
  const matches = (pattern: string) =>
    pattern.endsWith("*") ? scope.startsWith(pattern.slice(0, -1)) : scope === pattern;
  return notes.find((note) => matches(note.scope))?.why;
}

/**
 * Whether a server of a spec (a URL as in OpenAPI 3.1, section 4.8.5, variables put in) takes the connector's token:
 * https, and on the host of the base URL or on a further one. Never for a relative URL, and never for the base URL's own
 * host where that depends on `connectionConfig`, because the spec's host is an example then.
 */
export function takesServer({ baseUrl, hosts }: ConnectorEntry, server: string): boolean {
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (url?.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "") return false;
  const own = /^https:\/\/([^/{}]+)(?:\/|$)/.exec(baseUrl)?.[1];
  return url.hostname === own || hosts.includes(url.hostname);
}
