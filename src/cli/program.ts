import { Command, Option } from "commander";
import type { ExitStatus } from "./exit-status.js";
import { CommandFault } from "./faults/command-fault.js";
import type { Terminal } from "./terminal.js";

/** A command: its first argument, its options, and where it prints. */
type Action = (
  argument: string | undefined,
  options: Record<string, unknown>,
  terminal: Terminal,
) => Promise<ExitStatus>;

/** Makes of an action, loaded when it is needed, what commander calls with the values and last the command itself. */
export type Act = (load: () => Promise<Action>) => (...values: unknown[]) => Promise<void>;

/**
 * The commands and their options. Each command's code is loaded when it is called. Parsing throws a {@link CommandFault}
 * where a command line is not understood, or asks for help or the version.
 */
export function program(act: Act): Command {
  const root = new Command("b44-gen")
    .description("Typed code for the third-party APIs of a Base44 app, generated from their OpenAPI specs.")
    .version(__VERSION__, "-v, --version")
    .configureOutput({ writeOut: (text) => process.stdout.write(text), writeErr: () => {} })
    .showSuggestionAfterError(true)
    .addHelpText("after", EXAMPLES + EXIT_STATUS);

  const commands = [addGenerate, addInspect, addExport, addCheck, addInit, addDiff, addUpdate];
  for (const add of commands) add(root, act);
  for (const command of root.commands) command.configureOutput({ writeErr: () => {} });
  for (const command of [root, ...root.commands]) {
    command.exitOverride((cause) => {
      throw new CommandFault(command, cause);
    });
  }
  return root;
}

/** `b44-gen [generate] [SPEC]`. */
function addGenerate(root: Command, act: Act): void {
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
    .option("--watch", "stay, and write again whenever the config or a spec changes")
    .option("--dry-run", "say what would be written, and write nothing")
    .option("--json", "print one JSON document on standard output")
    .addHelpText("after", EXAMPLES)
    .action(
      act(async () => async (spec, options, terminal) => {
        if (options.watch) return (await import("./commands/watch.js")).watchCommand(spec, options, terminal);
        return (await import("./commands/generate.js")).generateCommand(spec, options, terminal);
      }),
    );
}

/** `b44-gen inspect SPEC|API`. */
function addInspect(root: Command, act: Act): void {
  root
    .command("inspect")
    .description("list a spec's operations, and for each which way fits and why")
    .argument("<spec>", "path or URL of an OpenAPI spec, - for standard input, or an API of the config")
    .option("--config <file>", "the config file (found by itself from here upwards)")
    .option("--select <pattern...>", "only these operations")
    .option("--allow-file <path...>", "files and folders that $refs may read besides the spec's own folder")
    .option("--allow-host <host...>", "hosts that $refs may fetch from besides the spec's own")
    .option("--json", "print the intermediate representation, the advice and the diagnostics as JSON")
    .action(act(async () => (await import("./commands/inspect.js")).inspectCommand));
}

/** `b44-gen export API|SPEC`. */
function addExport(root: Command, act: Act): void {
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
}

/** `b44-gen check`. */
function addCheck(root: Command, act: Act): void {
  root
    .command("check")
    .description("say whether what is written is what the config and the locked specs give; exit 1 where not")
    .option("--config <file>", "the config file (found by itself from here upwards)")
    .option("--upstream", "also fetch the specs again, and report what changed and what that breaks")
    .option("--usage", "also look for misuse of Base44 in the app's own code")
    .option("--fix", "with --usage: mend what is certain")
    .addOption(failOn())
    .option("--shard <i/n>", "only every nth API of the config, starting with the ith")
    .option("--all", "as b44-gen was run: integrations may have more than 30 operations")
    .addOption(reporter())
    .option("--json", "the same as --reporter json")
    .action(act(async () => (await import("./commands/check.js")).checkCommand));
}

/** `b44-gen init`. */
function addInit(root: Command, act: Act): void {
  root
    .command("init")
    .description("write a commented config for an API, and a CI file on request; never overwrites one")
    .option("--spec <spec>", "path or URL of the OpenAPI spec")
    .option("--slug <slug>", "the integration's slug, or the API's name")
    .addOption(new Option("--via <way>", "how calls reach the API").choices(["integration", "connector", "function"]))
    .option("--connector <type>", "the connector: its type, or workspace:ID, appUser:ID, metered:TYPE")
    .option(
      "--secret <scheme=name...>",
      "a secret by the spec's security scheme; SCHEME=USER:PASSWORD for HTTP basic, SCHEME=client:ID:SECRET for an OAuth client",
    )
    .option("--token-url <url>", "for an OAuth client: where tokens come from, in place of the spec's tokenUrl")
    .option("--select <pattern...>", "operations: get:/a/{b}, get:/a/**, tag:Name, id:operationId")
    .option("--all", "every operation (what is taken without --select)")
    .addOption(new Option("--lang <language>", "language of the generated code").choices(["ts", "js"]))
    .option("--base-url <url>", "for connectors and functions: where the API is, in place of the spec's servers")
    .addOption(new Option("--config-format <format>", "what the config is written as").choices(["ts", "js", "json"]))
    .addOption(new Option("--ci <provider>", "also write a CI file").choices(["github", "gitlab"]))
    .option("--allow-file <path...>", "files and folders that $refs may read besides the spec's own folder")
    .option("--allow-host <host...>", "hosts that $refs may fetch from besides the spec's own")
    .option("--force", "without effect: init overwrites nothing")
    .option("--json", "print one JSON document on standard output")
    .addHelpText("after", INIT_EXAMPLES)
    .action(act(async () => (await import("./commands/init.js")).initCommand));
}

/** `b44-gen diff [API]`. */
function addDiff(root: Command, act: Act): void {
  root
    .command("diff")
    .description("fetch locked specs again, and say what changed and what that breaks in the app")
    .argument("[api]", "an API of the config; all without it")
    .option("--config <file>", "the config file (found by itself from here upwards)")
    .addOption(failOn())
    .option("--markdown <file>", "write the report as Markdown, for a pull request")
    .addOption(reporter())
    .option("--json", "the same as --reporter json")
    .action(act(async () => (await import("./commands/diff.js")).diffCommand));
}

/** `b44-gen update [API]`. */
function addUpdate(root: Command, act: Act): void {
  root
    .command("update")
    .description("fetch locked specs anew, show what changed, and regenerate")
    .argument("[api]", "an API of the config; all without it")
    .option("--config <file>", "the config file (found by itself from here upwards)")
    .option("--markdown <file>", "write what changed as Markdown, for a pull request")
    .option("--all", "every operation, also more than the 30 that an integration exposes")
    .option("--force", "overwrite generated files that were edited")
    .option("--dry-run", "say what would be written, and write nothing")
    .option("--json", "print one JSON document on standard output")
    .action(act(async () => (await import("./commands/update.js")).updateCommand));
}

function failOn(): Option {
  const option = new Option("--fail-on <level>", "exit with 1 from this kind of change on");
  return option.choices(["breaking", "risky", "safe"]).default("breaking");
}

function reporter(): Option {
  return new Option("--reporter <form>", "how findings are printed").choices([
    "text",
    "json",
    "github",
    "sarif",
    "junit",
  ]);
}

const EXAMPLES = `
Examples:
  $ b44-gen                                                          what b44-gen.config.ts says
  $ b44-gen specs/crm.yaml --slug my-crm --all --out src/api/generated
  $ b44-gen specs/crm.yaml --slug my-crm --select tag:Contacts "get:/deals/**" --out src/api/generated
  $ b44-gen inspect https://example.com/openapi.json                 what is in a spec
  $ b44-gen export specs/crm.yaml --select tag:Deals --out crm.json  for the admin's import dialog
`;

const EXIT_STATUS = `
Exit status: 0 done, 1 findings, 2 the command or the config is wrong, 3 a spec cannot be used.
No command asks anything. With --json, standard output is one JSON document. The package's folder docs
has all there is to say; agents.md is where a coding agent starts.
`;

const INIT_EXAMPLES = `
Examples:
  $ b44-gen init --spec specs/crm.yaml --slug my-crm --select tag:Contacts "get:/deals/**"
  $ b44-gen init --spec calendar.yaml --slug calendar --connector googlecalendar
  $ b44-gen init --spec mail.json --slug mail --secret bearerAuth=MAIL_API_KEY --ci github
  $ b44-gen init --ci gitlab                                         for a config that is there
`;
