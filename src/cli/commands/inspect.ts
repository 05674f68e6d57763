import { compileApi } from "../../pipeline/compile-api.js";
import { integrationObstacles } from "../../plan/index.js";
import type { ExitStatus } from "../exit-status.js";
import { readStandardInput } from "../standard-input.js";
import type { Terminal } from "../terminal.js";

/** The options of `b44-gen inspect`. */
export interface InspectOptions {
  select?: string[];
  allowFile?: string[];
  allowHost?: string[];
  json?: boolean;
}

/** `b44-gen inspect SPEC`: the operations and which way fits each; with `--json` the intermediate representation. */
export async function inspectCommand(
  spec: string | undefined,
  options: InspectOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { api, diagnostics } = await compileApi(
    {
      name: "api",
      spec: spec ?? "-",
      operations: options.select ?? "all",
      cwd: process.cwd(),
      allowFiles: options.allowFile,
      allowHosts: options.allowHost,
      stdin: readStandardInput,
    },
    terminal.progress,
  );
  terminal.done();
  terminal.diagnostics(diagnostics);
  if (options.json) {
    terminal.out(JSON.stringify(api, null, 2));
    return 0;
  }
  terminal.out(`${api.title ?? api.spec}: ${api.operations.length} operations`);
  for (const operation of api.operations) {
    const obstacles = integrationObstacles(operation, api);
    const tags = operation.tags.length > 0 ? `  [${operation.tags.join(", ")}]` : "";
    terminal.out(`\n${operation.id}${tags}${operation.deprecated ? "  deprecated" : ""}`);
    terminal.out(`  ${operation.name}${operation.summary ? `: ${operation.summary.split("\n")[0]}` : ""}`);
    if (obstacles.length === 0) terminal.out("  fits a custom integration");
    else terminal.out(`  not a custom integration: ${obstacles.join("; ")}`);
  }
  return 0;
}
