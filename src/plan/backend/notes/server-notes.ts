import { type Diagnostic, diagnostic, firstOf } from "../../../diagnostics/index.js";
import type { Api, Operation, Server } from "../../../ir/index.js";
import type { BackendPlan, BackendWay } from "../../model.js";
import { operationList } from "../../operation-list.js";
import { placeholderFor, type ServerTaken, serverTaken } from "../servers/index.js";

/** A server of the spec, and the operations that are called there. */
interface Used {
  taken: ServerTaken;
  operations: Operation[];
  /** True if the URL is the API's base URL, false if only these operations use it. */
  isBase: boolean;
}

/**
 * Reports calls that go to a placeholder server (B44-337), and other servers that the spec could mean: other values of
 * a variable in the host, or further servers (B44-338). Nothing is reported for a base URL in the config, or for a
 * metered connector, whose address is known.
 */
export function serverNotes(api: Api, way: BackendWay, backend: BackendPlan): Diagnostic[] {
  if (way.baseUrl !== undefined || backend.connection?.kind === "metered") return [];
  const used = usedServers(api, backend);
  const placeholders = used.filter(({ taken }) => placeholderFor(taken.url, backend.connection) !== undefined);
  const choices = used.filter((item) => !placeholders.includes(item)).flatMap(({ taken }) => choiceOf(taken));
  return [
    ...placeholders.map((item) => placeholderNote(api, item, backend)),
    ...(choices.length === 0 ? [] : [choiceNote(api, choices)]),
  ];
}

function usedServers(api: Api, backend: BackendPlan): Used[] {
  const byUrl = new Map<string, Used>();
  for (const operation of api.operations) {
    const own = backend.operations.get(operation.id)?.baseUrl;
    const url = own ?? backend.baseUrl;
    const known = byUrl.get(url);
    if (known) known.operations.push(operation);
    else {
      const taken = serverTaken(own === undefined ? api.servers : operation.servers, api.address);
      // Any other URL is the known one of the connector.
      if (taken?.url === url) byUrl.set(url, { taken, operations: [operation], isBase: own === undefined });
    }
  }
  return [...byUrl.values()];
}

function placeholderNote(api: Api, { taken, operations, isBase }: Used, { connection }: BackendPlan): Diagnostic {
  const where = isBase ? "the API's config entry" : "a separate config entry for these operations";
  return diagnostic("B44-337", {
    message: `Calls of ${api.name} go to ${taken.url}, ${placeholderFor(taken.url, connection)} (${operationList(operations)}).`,
    location: taken.server.source,
    ...(isBase ? { setting: ["baseUrl"] } : {}),
    help: `Set the API's address in ${where}: baseUrl: "https://…".`,
  });
}

/** The number of other servers that a message names. */
const NAMED = 3;

/** A server that calls go to, with words for the other URLs that the spec could mean. */
interface Choice {
  words: string;
  server: Server;
}

/** Returns an empty array if the spec cannot mean another URL. */
function choiceOf({ url, server, others }: ServerTaken): Choice[] {
  const variables = hostVariables(server);
  const stand = variables.length > 1 ? "have their defaults" : "has its default";
  const clauses = [
    ...(variables.length > 0 ? [`where ${variables.join(" and ")} ${stand}`] : []),
    ...(others.length > 0 ? [`and not to ${firstOf(others, NAMED)}, which the spec also names`] : []),
  ];
  return clauses.length > 0 ? [{ words: [url, ...clauses].join(", "), server }] : [];
}

/**
 * Returns the names of the variables in the host of a server's URL. A variable directly after a complete host is part
 * of the path.
 */
function hostVariables({ template, url }: Server): string[] {
  const [written, filled] = [hostIn(template), hostIn(url)];
  const [last] = /\{[^{}]+\}$/.exec(written) ?? [];
  const host = last !== undefined && written === filled + last ? filled : written;
  return [...host.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
}

function hostIn(url: string): string {
  const [, host = ""] = /^(?:[^/]*:)?(?:\/\/)?([^/?#]*)/.exec(url) ?? [];
  return host;
}

function choiceNote(api: Api, choices: readonly Choice[]): Diagnostic {
  return diagnostic("B44-338", {
    message: `Calls of ${api.name} go to ${choices.map(({ words }) => words).join("; to ")}.`,
    location: choices[0]?.server.source,
    setting: ["baseUrl"],
  });
}
