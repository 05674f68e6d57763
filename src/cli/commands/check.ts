import { type Diagnostic, visible } from "../../diagnostics/index.js";
import { shownPath } from "../../files/index.js";
import { isCi } from "../../is-ci.js";
import {
  type ChangeReport,
  findDrift,
  type GenerateRequest,
  nothingToDo,
  type RunOptions,
  specChanges,
  usageFindings,
} from "../../pipeline/index.js";
import type { ExitStatus } from "../exit-status.js";
import type { FailOn } from "../fail-on.js";
import { failCommand } from "../faults/wrong-command.js";
import { optimizeLate } from "../optimization.js";
import { type Reporter, reportFindings } from "../report/findings.js";
import { configFile, configuredRun } from "../request/configured-run.js";
import { shardOf } from "../request/shard.js";
import type { Terminal } from "../terminal.js";

/** The options of `b44-gen check`. */
interface CheckOptions {
  config?: string;
  /** Fetches the specs again, and reports what changed. */
  upstream?: boolean;
  /** Looks for misuse of Base44 in the app's own code. */
  usage?: boolean;
  /** With `usage`: applies the fixes that are certain. */
  fix?: boolean;
  failOn?: FailOn;
  shard?: string;
  reporter?: Reporter;
  json?: boolean;
  all?: boolean;
}

/**
 * `b44-gen check`: compares the files on disk with what the config and the locked specs would generate, prints the
 * differences, and exits with 1 if there are any. Writes nothing without `--fix`, and fetches nothing without
 * `--upstream`.
 */
export async function checkCommand(
  _: string | undefined,
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  if (options.fix && !options.usage) failCommand("check", "--fix needs --usage: it fixes what --usage finds.");
  if (options.failOn && !options.upstream)
    failCommand("check", "--fail-on needs --upstream: it says which changes of the specs exit with 1.");
  const file = await configFile(options.config);
  const findings: Diagnostic[] = [];
  const run: RunOptions = { anyNumber: options.all, offline: true, progress: terminal.progress };
  // In CI the lock may have been written by someone else, with the hashes of what they wrote into generated files.
  const isClean = !options.shard && !isCi(process.env) && (await nothingToDo(file, run));
  if (isClean && !options.upstream && !options.usage) return print({ findings }, options, terminal);
  const request = await configuredRun(file, { ...run, names: [] });
  const part = partOf(request, options);
  if (!isClean) {
    optimizeLate();
    findings.push(...(await findDrift(part, { isPart: options.shard !== undefined })));
  }
  let report: ChangeReport | undefined;
  if (options.upstream) {
    report = await specChanges(part);
    findings.push(...report.diagnostics);
  }
  if (options.usage) {
    const { diagnostics, fixed } = await usageFindings(request, { fix: options.fix === true });
    findings.push(...diagnostics);
    for (const { file, changes } of fixed) {
      for (const { line, message } of changes)
        terminal.error(`fixed    ${shownPath(file)}:${line} ${visible(message)}`);
    }
  }
  return print({ findings, report }, options, terminal);
}

/** Prints the findings, and returns the exit status. */
function print(
  { findings, report }: { findings: readonly Diagnostic[]; report?: ChangeReport | undefined },
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  terminal.done();
  const clean = "The generated code matches the config and the specs.";
  const reporter = options.json ? "json" : options.reporter;
  return reportFindings(findings, { reporter, report, clean, failOn: options.failOn }, terminal);
}

/** Returns the run, restricted to the APIs of the shard if there is one. Throws B44-506 for an invalid shard. */
function partOf(request: GenerateRequest, { shard }: CheckOptions): GenerateRequest {
  if (shard === undefined) return request;
  const only = new Set(
    shardOf(
      request.apis.map(({ name }) => name),
      shard,
    ),
  );
  return { ...request, apis: request.apis.filter(({ name }) => only.has(name)) };
}
