import { editDistance } from "../diagnostics/index.js";
import { catalogue } from "./catalogue.js";
import type { ConnectorEntry, ScopeNote } from "./model.js";

/** Longer strings are not mistyped connector types, and would take long to compare. */
const longestType = 64;

/** The types in the catalogue, sorted by code unit. */
export function connectorTypes(): string[] {
  return Object.keys(catalogue).sort();
}

/** True if the catalogue has a connector type with exactly this spelling. */
export function isKnownType(type: string): boolean {
  return Object.hasOwn(catalogue, type);
}

/** Returns the catalogue's entry of a connector type; undefined if there is none. */
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
 * Suggests the known type that is probably meant: one that differs only in case, spaces and punctuation
 * (`Google Calendar`), or by at most two edits, one for short strings. If several are equally similar, the first by
 * code unit; undefined if none is similar.
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

/** A type without case, spaces and punctuation. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/**
 * Returns why a scope is avoided if an operation offers others: it does not work in practice, or grants access to more
 * than this API. Undefined for other scopes.
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
 * True if the connector's token may be sent to a server of a spec (a URL as in OpenAPI 3.1, section 4.8.5, with
 * variables replaced): https, and on the host of the base URL or on one of the other hosts. Never true for a relative
 * URL, nor for the base URL's own host if that depends on `connectionConfig`, because the host in the spec is only an
 * example then.
 */
export function acceptsServer({ baseUrl, hosts }: ConnectorEntry, server: string): boolean {
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (url?.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "") return false;
  const own = /^https:\/\/([^/{}]+)(?:\/|$)/.exec(baseUrl)?.[1];
  return url.hostname === own || hosts.includes(url.hostname);
}
