import type { Api, Operation } from "../../../ir/index.js";
import { withoutEnd } from "../../../spec/without-ends.js";
import type { ChangeKindName } from "../kinds/index.js";
import type { OperationReport } from "./report.js";

/** Compares the servers of an operation (OpenAPI 3.1, section 4.8.5): its own, or else the document's. */
export function compareServers(report: OperationReport, apis: { before: Api; after: Api }): void {
  const before = urlsOf(report.before, apis.before);
  const after = urlsOf(report.after, apis.after);
  const add = (kind: ChangeKindName, predicate: string) => report.add({ kind, place: { part: "server" }, predicate });
  const [was, is] = [before[0], after[0]];
  const isMoved = was !== undefined && is !== undefined && was !== is;
  if (isMoved) add("server-changed", `had the first server ${was} and now has ${is}`);
  const reported = new Set(isMoved ? [was, is] : []);
  for (const url of before) {
    if (!after.includes(url) && !reported.has(url)) add("server-removed", `no longer has the server ${url}`);
  }
  for (const url of after) {
    if (!before.includes(url) && !reported.has(url)) add("server-added", `now also has the server ${url}`);
  }
}

/** Returns the distinct URLs, without trailing slashes. */
function urlsOf(operation: Operation, api: Api): string[] {
  const servers = operation.servers.length > 0 ? operation.servers : api.servers;
  return [...new Set(servers.map(({ url }) => withoutEnd(url, "/") || "/"))];
}
