import { resolve } from "node:path";
import { counted, firstOf, isOfKind } from "../../diagnostics/index.js";
import { shownPath } from "../../files/index.js";
import type { Api, Operation } from "../../ir/index.js";
import type { GeneratedApi, GenerateRequest, GenerateResult } from "../../pipeline/index.js";
import { LOCK_FILE, type WriteAction } from "../../project/index.js";
import type { Terminal } from "../terminal.js";
import { sampleArguments } from "./sample-arguments.js";

/** The number of operations of an API that the report names. */
const NAMED = 5;

/** Prints what a run wrote and how to call it, or the JSON document of `--json`. */
export function printReport(
  result: GenerateResult,
  request: GenerateRequest,
  options: { json: boolean; dryRun: boolean; more?: object },
  terminal: Terminal,
): void {
  const shown = (path: string) => shownPath(resolve(request.folder, path));
  if (options.json) {
    const files = result.files.map(({ path, action }) => ({ path: shown(path), action }));
    terminal.json({ files, apis: result.apis.map(apiReport), ...options.more, diagnostics: result.diagnostics });
    return;
  }
  const changed = result.files.filter(({ action }) => action !== "unchanged");
  for (const { path, action } of changed) terminal.out(`${VERBS[action].padEnd(8)} ${shown(path)}`);
  // The lock is not listed beside other files, because every change changes it.
  const isLockAnew = changed.length === 0 || result.diagnostics.some((item) => isOfKind(item, "brokenLock"));
  const lock = isLockAnew ? result.writes.lock.action : "unchanged";
  if (lock === "create" || lock === "update") terminal.out(`${VERBS[lock].padEnd(8)} ${shown(LOCK_FILE)}`);
  const isFaulty = result.diagnostics.some(({ severity }) => severity === "error");
  if (changed.length === 0 && (lock === "unchanged" || lock === "kept"))
    terminal.out(isFaulty ? "Nothing was written." : "Everything is up to date.");
  else if (options.dryRun) terminal.out("Nothing was written (--dry-run).");
  else if (changed.length > 0)
    for (const generated of result.apis) if (isNews(generated, result)) terminal.out(howToCall(generated, request));
}

const VERBS = { create: "created", update: "updated", remove: "removed", kept: "kept", unchanged: "same" };

function apiReport({ api, plan, file, module }: GeneratedApi) {
  return {
    slug: api.name,
    via: plan.transport,
    module,
    operations: plan.operations.map(({ operation, transport }) => ({
      operation: operation.id,
      name: operation.name,
      file: transport === null ? null : file,
      transport,
      call: transport === null ? null : sampleCall(operation, api),
    })),
  };
}

/** Returns a call with the required arguments. */
function sampleCall(operation: Operation, api: Api): string {
  const args = sampleArguments(operation, api);
  return `${operation.name}(base44${args ? `, ${args}` : ""})`;
}

/** Whether the run wrote files of an API, so that the report shows how to call it. */
function isNews({ api }: GeneratedApi, { writes }: GenerateResult): boolean {
  const isOwn = ({ api: name, action }: WriteAction) =>
    name === api.name && (action === "create" || action === "update");
  return api.operations.length > 0 && writes.actions.some(isOwn);
}

function howToCall({ api, module }: GeneratedApi, request: GenerateRequest): string {
  const first = api.operations.find((operation) => operation.method === "get") ?? api.operations[0];
  if (!first) return "";
  const others = api.operations.filter((operation) => operation !== first).map(({ name }) => name);
  const also = others.length > 0 ? ` (also ${firstOf(others, NAMED)})` : "";
  const answer = request.errors === "throw" ? "data" : "result";
  return [
    "",
    `${api.name}: ${counted(api.operations.length, "operation")}${also}. Example:`,
    "",
    `  import { ${first.name} } from ${JSON.stringify(module)};`,
    `  const ${answer} = await ${sampleCall(first, api)};`,
  ].join("\n");
}
