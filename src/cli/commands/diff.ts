import { specChanges } from "../../pipeline/index.js";
import type { ExitStatus } from "../exit-status.js";
import type { FailOn } from "../fail-on.js";
import { type Reporter, reportFindings } from "../report/findings.js";
import { writeMarkdown } from "../report/markdown-file.js";
import { unlockedSpecs } from "../report/unlocked-specs.js";
import { configFile, configuredRun } from "../request/configured-run.js";
import type { Terminal } from "../terminal.js";

/** The options of `b44-gen diff`. */
interface DiffOptions {
  config?: string;
  failOn?: FailOn;
  markdown?: string;
  reporter?: Reporter;
  json?: boolean;
}

/**
 * `b44-gen diff [API]`: fetches locked specs again, and prints the changes of the selected operations and what they
 * break in the app. Writes only the file of `--markdown`. Exits with 1 if there are changes of at least the kind of
 * `--fail-on`, and with 3 if a spec could not be fetched.
 */
export async function diffCommand(
  api: string | undefined,
  options: DiffOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const names = api === undefined ? [] : [api];
  const file = await configFile(options.config);
  // The limit on an integration's operations matters for generating, not for comparing.
  const request = await configuredRun(file, { names, anyNumber: true, offline: true, progress: terminal.progress });
  const report = await specChanges(request, api === undefined ? undefined : [api]);
  terminal.done();
  if (options.markdown) await writeMarkdown(options.markdown, report);
  const unlocked = unlockedSpecs(request, { named: names, report });
  const clean = report.apis.length > 0 ? "No selected operation changed." : unlocked.join("\n");
  const reporter = options.json ? "json" : options.reporter;
  return reportFindings(report.diagnostics, { reporter, report, clean, failOn: options.failOn }, terminal);
}
