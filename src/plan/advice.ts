import {
  acceptsServer,
  type ConnectorEntry,
  connectorEntry,
  connectorTypes,
  scopeAlternatives,
} from "../connectors/index.js";
import { type Api, type Operation, type SecurityScheme, successResponses } from "../ir/index.js";
import {
  backendObstacles,
  baseUrlOf,
  functionObstacles,
  hasClientFlow,
  isAuthorisedBy,
  isBySecret,
  isEmpty,
  isOAuth,
  isSilent,
  meteredObstacles,
  partsOf,
  preferredFirst,
  schemeOf,
  secretWords,
  tokenObstacles,
} from "./backend/index.js";
import { integrationObstacles, isHeldByIntegration } from "./integration/index.js";
import type { Transport } from "./model.js";
import { isUnsendable } from "./unsendable.js";

/** The transport that is recommended for an operation, and why. */
export interface OperationAdvice {
  /** The operation id. */
  operation: string;
  /** Null if no transport carries it. */
  recommended: Transport | null;
  /** The reason, as one clause. */
  why: string;
  ways: WayAdvice[];
}

/** How one transport suits an operation. */
interface WayAdvice {
  way: Transport;
  fits: boolean;
  /** The obstacles if it does not fit, else what it requires. */
  notes: string[];
}

/** What to know about each transport before choosing one: credentials, callers, limits. */
export const WAY_FACTS: Record<Transport, string> = {
  integration:
    "a workspace admin imports the spec and stores the credentials; the app and functions call it; JSON only, at most 30 operations",
  connector: "someone connects an OAuth account; calls go through a function of the app (about 50 functions per app)",
  function: "the app stores a secret; calls go through a function of the app (about 50 functions per app)",
};

/** Returns for each operation which transports carry it, and which of them is recommended. */
export function advise(api: Api): OperationAdvice[] {
  const connectors = connectorsOf(api);
  return api.operations.map((operation) => adviseOperation(operation, api, connectors));
}

/** Returns the connectors of Base44 whose tokens may be sent to the spec's servers, preferably those for the same API. */
function connectorsOf({ servers }: Api): ConnectorEntry[] {
  const entries = connectorTypes().flatMap((type) => connectorEntry(type) ?? []);
  const fitting = entries.filter(
    (entry) => entry.kind !== "key" && servers.some(({ url }) => acceptsServer(entry, url)),
  );
  const sameApi = fitting.filter(({ baseUrl }) =>
    servers.some(({ url }) => isBelow(baseUrl, url) || isBelow(url, baseUrl)),
  );
  return sameApi.length > 0 ? sameApi : fitting;
}

/** True if a URL is equal to another one or below it. Several APIs can share a host. */
function isBelow(url: string, other: string): boolean {
  const folder = (text: string) => (text.endsWith("/") ? text : `${text}/`);
  return folder(url).startsWith(folder(other));
}

function adviseOperation(operation: Operation, api: Api, connectors: readonly ConnectorEntry[]): OperationAdvice {
  const integration = integrationWay(operation, api);
  const connector = connectorWay(operation, api, connectors);
  const backend = functionWay(operation, api);
  const ways = [integration, connector, backend];
  const lack = lackOfIntegration(operation, api);
  const account = areMetered(connectors)
    ? "Base44 calls it with its own account and bills each call"
    : "Base44 keeps the account connected and renews its tokens";
  return { operation: operation.id, ...choice({ integration, connector, backend }, { lack, account }), ways };
}

/** True if all connectors use Base44's own account. */
function areMetered(connectors: readonly ConnectorEntry[]): boolean {
  return connectors.every(({ kind }) => kind === "metered");
}

/**
 * Returns the recommended transport and the reason. `lack` is the reason to prefer a function to an integration, if there
 * is one; `account` is the reason to prefer a connector.
 */
function choice(
  ways: { integration: WayAdvice; connector: WayAdvice; backend: WayAdvice },
  { lack, account }: { lack: string | undefined; account: string },
): Pick<OperationAdvice, "recommended" | "why"> {
  const { integration, connector, backend } = ways;
  if (connector.fits) return { recommended: "connector", why: account };
  if (backend.fits && lack !== undefined) return { recommended: "function", why: lack };
  if (integration.fits)
    return { recommended: "integration", why: "custom.call can call it, without deploying a function" };
  if (backend.fits)
    return { recommended: "function", why: `custom.call cannot call it: ${integration.notes.join("; ")}` };
  return { recommended: null, why: backend.notes.join("; ") };
}

function integrationWay(operation: Operation, api: Api): WayAdvice {
  const obstacles = integrationObstacles(operation, api);
  const headers = operation.parameters.filter((item) => item.in === "header" && item.required && !isUnsendable(item));
  const notes = headers.map(({ name }) => `the admin sets the header ${name}`);
  if (!isAuthorisedBy(operation, api, isHeldByIntegration))
    notes.push("it cannot store the credentials that the spec requires");
  else if (!isAuthorisedBy(operation, api, isHeldForGood)) notes.push("nothing renews its OAuth token");
  if (answersNoJson(operation))
    notes.push("Base44 does not define what custom.call returns for responses that are not JSON");
  return { way: "integration", fits: obstacles.length === 0, notes: obstacles.length > 0 ? obstacles : notes };
}

/**
 * Returns what a function does better than an integration for an operation's credentials or responses, as one clause;
 * undefined if nothing.
 */
function lackOfIntegration(operation: Operation, api: Api): string | undefined {
  return (
    lackOfCredentials(operation, api) ??
    (answersNoJson(operation) ? "it returns responses that are not JSON" : undefined)
  );
}

/** True if successful responses have content, but never JSON. */
function answersNoJson({ responses }: Operation): boolean {
  const answers = successResponses(responses).filter(({ content }) => content.length > 0);
  return answers.length > 0 && !answers.some(({ content }) => content.some((item) => item.isJson));
}

function lackOfCredentials(operation: Operation, api: Api): string | undefined {
  const isAuthorised = (serves: (scheme: SecurityScheme) => boolean) => isAuthorisedBy(operation, api, serves);
  if (isAuthorised(isHeldForGood)) return undefined;
  if (!isAuthorised(isFixedSecret) && isAuthorised(isLasting))
    return "it renews the OAuth token, which expires in an integration";
  if (isAuthorised(isFixedSecret) || !isAuthorised(isHeldByIntegration))
    return "it sends credentials that an integration cannot store";
  return undefined;
}

function isHeldForGood(scheme: SecurityScheme): boolean {
  return isHeldByIntegration(scheme) && !isOAuth(scheme);
}

function isFixedSecret(scheme: SecurityScheme): boolean {
  return isBySecret(scheme) && !isOAuth(scheme);
}

/** True if a function can send the credential permanently: the value of a secret, or tokens that it fetches. */
function isLasting(scheme: SecurityScheme): boolean {
  return isFixedSecret(scheme) || hasClientFlow(scheme);
}

function connectorWay(operation: Operation, api: Api, connectors: readonly ConnectorEntry[]): WayAdvice {
  if (connectors.length === 0)
    return { way: "connector", fits: false, notes: ["Base44 has no connector for its server"] };
  const obstaclesOf = areMetered(connectors) ? meteredObstacles : backendObstacles;
  const obstacles = [...obstaclesOf(operation), ...tokenObstacles(operation, api)];
  const notes = obstacles.length > 0 ? obstacles : [connectorNote(operation, api, connectors)];
  return { way: "connector", fits: obstacles.length === 0, notes };
}

/** Returns the connectors that carry an operation, and the scopes that it needs from a connected account. */
function connectorNote(operation: Operation, api: Api, connectors: readonly ConnectorEntry[]): string {
  const types = connectors.map(({ type }) => type).join(" or ");
  if (areMetered(connectors)) return `${types}, which is metered`;
  const hasScopes = (name: string) => {
    const scheme = schemeOf(name, api);
    return scheme !== undefined && isOAuth(scheme);
  };
  const sets = scopeAlternatives(operation.security, hasScopes).filter((scopes) => scopes.length > 0);
  const scopes = sets.slice(0, 3).map((set) => set.join(" and "));
  return scopes.length > 0 ? `${types}, with ${scopes.join(", or ")}` : types;
}

function functionWay(operation: Operation, api: Api): WayAdvice {
  const obstacles = functionObstacles(operation, api);
  if (obstacles.length > 0) return { way: "function", fits: false, notes: obstacles };
  return { way: "function", fits: true, notes: [...secretNotes(operation, api), ...baseUrlNotes(operation, api)] };
}

function secretNotes({ security }: Operation, api: Api): string[] {
  if (security.length === 0 && isSilent(api)) return [UNSAID_CREDENTIALS];
  const isBySecrets = (name: string) => {
    const scheme = schemeOf(name, api);
    return scheme === undefined || isBySecret(scheme);
  };
  const alternatives = preferredFirst(security, api)
    .filter((requirement) => Object.keys(requirement).every(isBySecrets))
    .map((requirement) =>
      partsOf(requirement, api)
        .map((names) => names.map((name) => secretFor(name, api)).join(" or "))
        .join(" and "),
    );
  if (alternatives.length === 0) return [];
  const none = security.some(isEmpty) ? ", or none" : "";
  return [`a secret for ${[...new Set(alternatives)].join(", or for ")}${none}`];
}

const UNSAID_CREDENTIALS =
  "credentials, if the API needs any, as `headers` in the config: the spec never mentions them";

/**
 * Returns a note if the config has to set the base URL. An operation's own server does not show where the other operations
 * are.
 */
function baseUrlNotes({ servers }: Operation, api: Api): string[] {
  const places = [api.servers, ...(servers.length > 0 ? [servers] : [])];
  for (const place of places) {
    const base = baseUrlOf({ api, servers: place, configured: undefined, connector: undefined });
    if ("problem" in base) return [`baseUrl in the config, because ${base.problem}`];
  }
  return [];
}

function secretFor(name: string, api: Api): string {
  const scheme = schemeOf(name, api);
  return `${name} (${scheme ? secretWords(scheme) : "undeclared: set it as a header in the config"})`;
}
