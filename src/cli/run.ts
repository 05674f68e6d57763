import { Command, CommanderError, Option } from "commander";
import { type Diagnostic, DiagnosticError, diagnostic } from "../diagnostics/index.js";
import { type ExitStatus, exitStatus } from "./exit-status.js";
import { processTerminal, type Terminal } from "./terminal.js";
import { isUnknownCommand } from "./unknown-command.js";

declare const __VERSION__: string;

type Action = (
  argument: string | undefined,
  options: Record<string, unknown>,
  terminal: Terminal,
) => Promise<ExitStatus>;

/** Runs the command line and gives the exit status. Prints diagnostics, never a stack trace. */
export async function run(argv: readonly string[]): Promise<ExitStatus> {
  const terminal = processTerminal();
  let status: ExitStatus = 0;
  const act =
    (load: () => Promise<Action>) => async (argument: string | undefined, options: Record<string, unknown>) => {
      const action = await load();
      status = await action(argument, options, terminal);
    };
  const json = argv.includes("--json");
  keepStandardOutput();
  try {
    await program(act).parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      const [word = ""] = argv;
      const isTypo = error.code === "commander.excessArguments" && isUnknownCommand(word);
      const message = isTypo ? `There is no command ${word}.` : sentence(error.message);
      return report([diagnostic("B44-506", { message })], json, terminal);
    }
    if (!(error instanceof DiagnosticError)) return report([unexpected(error)], json, terminal);
    return report(error.diagnostics, json, terminal);
  }
  return status;
}

function program(
  act: (
    load: () => Promise<Action>,
  ) => (argument: string | undefined, options: Record<string, unknown>) => Promise<void>,
): Command {
  const root = new Command("b44-gen")
    .description("Typed code for the third-party APIs of a Base44 app, generated from their OpenAPI specs.")
    .version(__VERSION__, "-v, --version")
    .exitOverride()
    .configureOutput({ writeOut: (text) => process.stdout.write(text), writeErr: () => {} })
    .showSuggestionAfterError(true)
    .addHelpText("after", EXAMPLES);

  root
    .command("generate", { isDefault: true })
    .description("write or refresh everything the config names, or one API from a spec")
    .argument("[spec]", "path or URL of an OpenAPI spec, or - for standard input; without it, what the config says")
    .option("--config <file>", "the config file (found by itself from here upwards)")
    .option("--slug <slug>", "the integration's slug; needed with a spec")
    .addOption(new Option("--via <way>", "how calls reach the API").choices(["integration", "connector", "function"]))
    .option("--select <pattern...>", "operations: get:/a/{b}, get:/a/**, tag:Name, id:operationId")
    .option("--all", "every operation, also more than the 30 that an integration exposes")
    .option("--out <folder>", "output folder")
    .addOption(new Option("--lang <language>", "language of the output (what the app is)").choices(["ts", "js"]))
    .addOption(new Option("--errors <form>", "what calls do with an error status").choices(["result", "throw"]))
    .option("--allow-file <path...>", "files and folders that $refs may read besides the spec's own folder")
    .option("--allow-host <host...>", "hosts that $refs may fetch from besides the spec's own")
    .option("--write-connectors", "write connector files into a project that has none yet")
    .option("--legacy-serve", "write new functions with Deno.serve, as older apps have them")
    .option("--force", "overwrite generated files that were edited")
    .option("--dry-run", "say what would be written, and write nothing")
    .option("--json", "print one JSON document on standard output")
    .addHelpText("after", EXAMPLES)
    .action(act(async () => (await import("./commands/generate.js")).generateCommand));

  root
    .command("inspect")
    .description("list a spec's operations, and for each which way fits and why")
    .argument("<spec>", "path or URL of an OpenAPI spec, - for standard input, or an API of the config")
    .option("--config <file>", "the config file (found by itself from here upwards)")
    .option("--select <pattern...>", "only these operations")
    .option("--allow-file <path...>", "files and folders that $refs may read besides the spec's own folder")
    .option("--allow-host <host...>", "hosts that $refs may fetch from besides the spec's own")
    .option("--json", "print the intermediate representation and the advice as JSON")
    .action(act(async () => (await import("./commands/inspect.js")).inspectCommand));

  root
    .command("export")
    .description("print the trimmed spec of at most 30 operations, to paste into Base44's import dialog")
    .argument("<api>", "an API of the config, or the path or URL of a spec")
    .option("--config <file>", "the config file (found by itself from here upwards)")
    .option("--select <pattern...>", "operations, where a spec is given")
    .option("--out <file>", "write to a file instead of standard output")
    .option("--allow-file <path...>", "files and folders that $refs may read besides the spec's own folder")
    .option("--allow-host <host...>", "hosts that $refs may fetch from besides the spec's own")
    .option("--json", "errors as JSON too")
    .action(act(async () => (await import("./commands/export.js")).exportCommand));

  for (const command of root.commands) command.exitOverride().configureOutput({ writeErr: () => {} });
  return root;
}

const EXAMPLES = `
Examples:
  $ b44-gen                                                          what b44-gen.config.ts says
  $ b44-gen specs/crm.yaml --slug my-crm --all --out src/api/generated
  $ b44-gen specs/crm.yaml --slug my-crm --select tag:Contacts 'get:/deals/**' --out src/api/generated
  $ b44-gen inspect https://example.com/openapi.json                 what is in a spec
  $ b44-gen export specs/crm.yaml --select tag:Contacts > crm.json   for the admin's import dialog
`;

/** What a config logs while it loads is not a result: standard output is for those alone. */
function keepStandardOutput(): void {
  console.log = console.error;
  console.info = console.error;
  console.debug = console.error;
}

function report(diagnostics: Diagnostic[], json: boolean, terminal: Terminal): ExitStatus {
  if (json) terminal.out(JSON.stringify({ files: [], apis: [], diagnostics }, null, 2));
  terminal.diagnostics(diagnostics);
  return exitStatus(diagnostics);
}

/** `error: unknown option '--x'` as a sentence. */
function sentence(message: string): string {
  const text = message
    .replace(/^error: /, "")
    .replace(/\n\(Did (you mean .+\?)\)$/, ": did $1")
    .trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?)]$/.test(text) ? "" : "."}`;
}

/** A fault of b44-gen itself, still without a stack trace. */
function unexpected(error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  return diagnostic("B44-599", { message: `b44-gen failed: ${message}` });
}
