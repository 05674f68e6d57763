import { isObject, type Json, type JsonObject, member, stringMember } from "../../json/index.js";
import type { ShapeFault } from "./shape-faults.js";
import { shown } from "./values.js";

/**
 * Finds faults of the `servers` of a document, path item or operation (OpenAPI 3.2.0, section 4.5; B44-113): it is not an array, or has
 * items that are not objects with a `url`. Null counts as absent.
 */
export function serverFaults(holder: JsonObject): ShapeFault[] {
  const servers = member(holder, "servers") ?? null;
  if (servers === null) return [];
  if (!Array.isArray(servers)) {
    return [fault(`\`servers\` is ${shown(servers)}, but must be an array; it is ignored`, ["servers"])];
  }
  return servers.flatMap((server, index) => {
    const problem = serverProblem(server);
    return problem === undefined ? [] : [fault(`${problem}; it is ignored`, ["servers", index])];
  });
}

function serverProblem(server: Json): string | undefined {
  if (!isObject(server)) return `a server is ${shown(server)}, but must be an object`;
  if (stringMember(server, "url") !== undefined) return undefined;
  const url = member(server, "url") ?? null;
  return url === null ? "a server has no `url`" : `the \`url\` of a server is ${shown(url)}, but must be a string`;
}

function fault(problem: string, tokens: readonly (string | number)[]): ShapeFault {
  return {
    code: "B44-113",
    problem,
    tokens,
    kind: "server",
    help: "Write an array of objects, servers: [{ url: … }].",
  };
}
