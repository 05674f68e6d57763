import { resolve } from "node:path";
import { findConfig } from "../../config/index.js";
import { fail, News } from "../../diagnostics/index.js";
import { watchConfig } from "../../watch/index.js";
import type { ExitStatus } from "../exit-status.js";
import { failCommand } from "../faults/wrong-command.js";
import type { Terminal } from "../terminal.js";
import { type GenerateOptions, generateCommand } from "./generate.js";

/**
 * `b44-gen --watch`: generates now, and again whenever the config or a spec changes. An error leaves what was written
 * last. Ends at Ctrl-C, when a run that is under way is over, with status 0.
 */
export async function watchCommand(
  spec: string | undefined,
  options: GenerateOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  if (spec !== undefined) failCommand("generate", "--watch goes with a config, not with a spec.");
  if (options.json || options.dryRun) {
    failCommand("generate", `--watch and --${options.json ? "json" : "dry-run"} do not go together.`);
  }
  const configFile = options.config ? resolve(options.config) : await findConfig(process.cwd());
  if (configFile === undefined) {
    return fail("B44-501", { message: "There is no b44-gen.config.{ts,js,mjs,json} here or above to watch." });
  }
  const ended = interrupted();
  const news = newsTo(terminal);
  const watch = watchConfig({
    configFile,
    run: () => generateCommand(undefined, { ...options, config: configFile }, news),
    onEvent: (event) => {
      if (event.type !== "done") terminal.diagnostics(event.diagnostics);
    },
  });
  await Promise.race([watch.ready.then(() => terminal.error("Watching for changes. Ctrl-C ends it.")), ended]);
  await ended;
  await watch.close();
  return 0;
}

/** The terminal, to which a run that succeeds says nothing again that the one before said. */
function newsTo(terminal: Terminal): Terminal {
  const news = new News();
  return { ...terminal, diagnostics: (diagnostics, options) => terminal.diagnostics(news.of(diagnostics), options) };
}

/** Resolves at the first signal to end. A second one ends the process at once: each file is whole at every moment. */
function interrupted(): Promise<void> {
  return new Promise((end) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end());
  });
}
