import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { shownPath } from "../files/index.js";
import type { InputDocument, Lock, LockUpdate } from "../project/index.js";
import type { GenerateRequest } from "./generate-request.js";

/**
 * What a run cannot see: that an address of the config is another one by its query alone. A query may hold a secret, so
 * nothing of it is kept, not even a hash, from which a short one could be guessed (B44-707). Told by the run that finds the config
 * changed, of the APIs whose copies it used as they were.
 */
export function unseenQueries(
  { apis, folder }: GenerateRequest,
  before: Lock | undefined,
  after: LockUpdate,
): Diagnostic[] {
  const config = after.config;
  if (!config || !before?.config || hashesOf(config.inputs) === hashesOf(before.config.inputs)) return [];
  const names = apis.flatMap(({ name, lock }) => {
    const [was, is] = [before.apis[name], after.apis[name]];
    const isUsed = lock?.mode !== "update" && was !== undefined && is !== undefined;
    return isUsed &&
      is.spec.endsWith("?…") &&
      was.spec === is.spec &&
      hashesOf(was.documents) === hashesOf(is.documents)
      ? [name]
      : [];
  });
  if (names.length === 0) return [];
  const [has, their] = names.length === 1 ? ["has", "its locked copy"] : ["have", "their locked copies"];
  return [
    diagnostic("B44-707", {
      message: `The config changed, and the address of ${names.join(", ")} ${has} a query, which is not kept: ${their} may be of another one.`,
      location: { file: shownPath(folder, config.path) },
      help: `If you changed the query, run \`b44-gen update ${names.length === 1 ? names[0] : "API"}\`; else there is nothing to do.`,
    }),
  ];
}

function hashesOf(documents: readonly InputDocument[]): string {
  return JSON.stringify(documents.map(({ hash }) => hash).sort());
}
