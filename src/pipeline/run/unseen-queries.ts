import { locateSettings } from "../../config/index.js";
import { type Diagnostic, diagnostic, helpForApi } from "../../diagnostics/index.js";
import type { InputDocument, Lock, LockUpdate } from "../../project/index.js";
import { configRoot } from "./config-root.js";
import type { GenerateRequest } from "./generate-request.js";

/**
 * Reminds the user of a change that a run cannot detect: a change in the query of a spec's URL (B44-707). A query may
 * contain a secret, so the lock has nothing of it, not even a hash, from which a short secret could be guessed.
 * Reported by a run that finds the config changed, for APIs with a query whose copies it used unchanged.
 */
export function unseenQueries(request: GenerateRequest, before: Lock | undefined, after: LockUpdate): Diagnostic[] {
  const config = after.config;
  if (!config || !before?.config || hashesOf(config.inputs) === hashesOf(before.config.inputs)) return [];
  const names = request.apis.flatMap(({ name, lock }) => {
    const [was, is] = [before.apis[name], after.apis[name]];
    const isUsed = lock?.mode !== "update" && was !== undefined && is !== undefined;
    return isUsed &&
      is.spec.endsWith("?…") &&
      was.spec === is.spec &&
      hashesOf(was.documents) === hashesOf(is.documents)
      ? [name]
      : [];
  });
  const [first] = names;
  if (first === undefined) return [];
  const [has, their] = names.length === 1 ? ["has", "its locked copy"] : ["have", "their locked copies"];
  const note = diagnostic("B44-707", {
    message: `The config changed, and the address of ${names.join(", ")} ${has} a query, which b44-gen does not record: ${their} may be out of date.`,
    setting: ["apis", first, "spec"],
    ...(names.length === 1 ? { help: helpForApi("B44-707", first) } : {}),
  });
  return locateSettings([note], configRoot(request));
}

function hashesOf(documents: readonly InputDocument[]): string {
  return JSON.stringify(documents.map(({ hash }) => hash).sort());
}
