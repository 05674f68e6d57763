import { nothingToDo, prepareUpdate } from "../../pipeline/index.js";
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
 * `b44-gen update [API]`: fetches locked specs anew, shows what changed and what that breaks, and regenerates. Exits
 * with 3 where a spec could not be fetched: its copy and its code stay as they are.
 */
export async function updateCommand(
  api: string | undefined,
  options: UpdateOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { force, all, dryRun, json } = options;
  const named = api === undefined ? [] : [api];
  const file = await configFile(options.config);
  const request = await configuredRun(file, {
    names: named,
    force,
    anyNumber: all,
    dryRun,
    progress: terminal.progress,
  });
  const names = api === undefined ? request.apis.map(({ name }) => name) : named;
  const update = await prepareUpdate(request, names);
  const { report, unreachable, takesOver } = update;
  terminal.done();
  terminal.diagnostics([...unreachable, ...report.diagnostics]);
  const isCompared = takesOver || unreachable.length > 0;
  if (!json && !isCompared && api !== undefined)
    for (const sentence of unlockedSpecs(request, { named, report })) terminal.out(sentence);
  const mayBeDone = !takesOver && !json && !force && !dryRun;
  if (mayBeDone && (await nothingToDo(file, { anyNumber: all }))) {
    if (options.markdown) await writeMarkdown(options.markdown, report);
    terminal.out("Everything is up to date.");
    return unreachable.length > 0 ? 3 : 0;
  }
  const result = await update.write();
  terminal.done();
  // Of a copy that is not written, another text stands on disk.
  terminal.diagnostics(result.diagnostics, { onDisk: !dryRun });
  if (options.markdown) await writeMarkdown(options.markdown, report);
  const { apis: changes, places } = changesDocument(report);
  const diagnostics = [...unreachable, ...report.diagnostics, ...result.diagnostics];
  printReport(
    { ...result, diagnostics },
    request,
    { json: json === true, dryRun: dryRun === true, more: { changes, places } },
    terminal,
  );
  return unreachable.length > 0 ? 3 : 0;
}
