import { NewDiagnostics } from "../../diagnostics/index.js";
import { watchConfig } from "../../watch/index.js";
import type { ExitStatus } from "../exit-status.js";
import { failCommand } from "../faults/wrong-command.js";
import { configFile } from "../request/configured-run.js";
import type { Terminal } from "../terminal.js";
import { type GenerateOptions, generateCommand } from "./generate.js";

/**
 * `b44-gen --watch`: generates now, and again whenever the config or a spec changes. After an error, the files of the
 * last run are kept. Ends at Ctrl-C, after a run in progress has finished, with status 0.
 */
export async function watchCommand(
  spec: string | undefined,
  options: GenerateOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  if (spec !== undefined)
    failCommand("generate", "--watch needs a config; it does not work with a spec on the command line.");
  if (options.json || options.dryRun) {
    failCommand("generate", `--watch cannot be combined with --${options.json ? "json" : "dry-run"}.`);
  }
  const file = await configFile(options.config);
  const ended = interrupted();
  const news = newsTo(terminal);
  const watch = watchConfig({
    configFile: file,
    run: () => generateCommand(undefined, { ...options, config: file }, news),
    onEvent: (event) => {
      if (event.type !== "done") terminal.diagnostics(event.diagnostics);
    },
  });
  await Promise.race([watch.ready.then(() => terminal.error("Watching for changes. Press Ctrl-C to stop.")), ended]);
  await ended;
  await watch.close();
  return 0;
}

/** Returns a terminal that leaves out diagnostics which the previous run already printed. */
function newsTo(terminal: Terminal): Terminal {
  const news = new NewDiagnostics();
  return { ...terminal, diagnostics: (diagnostics, options) => terminal.diagnostics(news.of(diagnostics), options) };
}

/**
 * Resolves at the first signal to end. A second one ends the process at once, which is safe: each file is whole at
 * every moment.
 */
function interrupted(): Promise<void> {
  return new Promise((end) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end());
  });
}
