import { counted, visible } from "../../diagnostics/index.js";
import { shownPath } from "../../files/index.js";
import { type InitOptions, type InitResult, init, initRequest } from "../../init/index.js";
import type { ExitStatus } from "../exit-status.js";
import type { Terminal } from "../terminal.js";

/** The options of `b44-gen init`. `--force` is accepted without effect: init never overwrites. */
interface InitCommandOptions extends InitOptions {
  force?: boolean;
  json?: boolean;
}

/** `b44-gen init`: writes a config for an API and, on request, a CI file; prints what to run next. */
export async function initCommand(
  _argument: string | undefined,
  { json, ...options }: InitCommandOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const result = await init(initRequest(options, { cwd: process.cwd(), progress: terminal.progress }));
  terminal.done();
  terminal.diagnostics(result.diagnostics);
  if (json) terminal.json({ ...documentOf(result), diagnostics: result.diagnostics });
  else print(result, terminal);
  return 0;
}

function documentOf({ files, api, next }: InitResult) {
  const apis = api ? [{ slug: api.name, via: api.via, operations: api.operations }] : [];
  const shown = files.map((file) => {
    const { action, text } = file;
    return { path: shownPath(file.path), action, ...(action === "kept" ? { text } : {}) };
  });
  return { files: shown, apis, next: next.map(({ command }) => command) };
}

function print({ files, api, next, diagnostics }: InitResult, terminal: Terminal): void {
  for (const file of files) {
    const verb = file.action === "create" ? "created" : "kept";
    terminal.out(`${verb.padEnd(8)} ${shownPath(file.path)}`);
    const differs = diagnostics.some(({ code }) => code === "B44-852");
    if (file.action === "kept" && differs) terminal.out(`\nb44-gen would have written:\n\n${file.text}`);
  }
  if (api) {
    terminal.out(
      `\n${api.name}: ${counted(api.operations, "operation")}${api.title ? ` of ${firstLine(api.title)}` : ""}.`,
    );
  }
  const width = Math.max(...next.map(({ command }) => command.length));
  terminal.out("\nNext:\n");
  for (const { command, why } of next) terminal.out(`  ${command.padEnd(width)}   ${why}`);
}

/** Returns the first line of a spec's title, which is untrusted text. */
function firstLine(text: string): string {
  return visible(text.split("\n")[0] ?? "");
}
