import {
  type GenerateRequest,
  type GenerateResult,
  nothingToDo,
  prepareUpdate,
  type Update,
} from "../../pipeline/index.js";
import type { ExitStatus } from "../exit-status.js";
import { changesDocument } from "../report/changes-document.js";
import { writeMarkdown } from "../report/markdown-file.js";
import { printReport } from "../report/report.js";
import { unlockedSpecs } from "../report/unlocked-specs.js";
import { configFile, configuredRun } from "../request/configured-run.js";
import type { Terminal } from "../terminal.js";

/** The options of `b44-gen update`. */
interface UpdateOptions {
  config?: string;
  markdown?: string;
  force?: boolean;
  all?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

/**
 * `b44-gen update [API]`: fetches locked specs again, prints what changed and what that breaks, and regenerates. Exits
 * with 3 if a spec could not be fetched: its copy and its code are kept.
 */
export async function updateCommand(
  api: string | undefined,
  options: UpdateOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { force, all: anyNumber, dryRun, json, markdown } = options;
  const named = api === undefined ? [] : [api];
  const file = await configFile(options.config);
  const request = await configuredRun(file, { names: named, force, anyNumber, dryRun, progress: terminal.progress });
  const update = await prepareUpdate(request, api === undefined ? request.apis.map(({ name }) => name) : named);
  const { report, unreachable, takesOver } = update;
  terminal.done();
  terminal.diagnostics([...unreachable, ...report.diagnostics]);
  if (!json && !takesOver && unreachable.length === 0 && api !== undefined)
    for (const sentence of unlockedSpecs(request, { named, report })) terminal.out(sentence);
  const isDone = !takesOver && !json && !force && !dryRun && (await nothingToDo(file, { anyNumber }));
  const result = isDone ? undefined : await update.write();
  terminal.done();
  // In a dry run, the diagnostics are not about the copy on disk.
  if (result) terminal.diagnostics(result.diagnostics, { onDisk: !dryRun });
  if (markdown) await writeMarkdown(markdown, report);
  if (result) printUpdate({ update, result, request, options }, terminal);
  else if (unreachable.length === 0) terminal.out("Everything is up to date.");
  return unreachable.length > 0 ? 3 : 0;
}

/** An update that was written, or would have been. */
interface Written {
  update: Update;
  result: GenerateResult;
  request: GenerateRequest;
  options: UpdateOptions;
}

function printUpdate({ update, result, request, options }: Written, terminal: Terminal): void {
  const { report, unreachable } = update;
  const { apis: changes, places } = changesDocument(report);
  const diagnostics = [...unreachable, ...report.diagnostics, ...result.diagnostics];
  const { json = false, dryRun = false } = options;
  printReport({ ...result, diagnostics }, request, { json, dryRun, more: { changes, places } }, terminal);
}
