import { Command, Option } from "commander";
import type { ExitStatus } from "./exit-status.js";
import { CommandFault } from "./faults/command-fault.js";
import type { Terminal } from "./terminal.js";

/** A command's code. It receives the first argument, the options, and the terminal to print to. */
type Action = (
  argument: string | undefined,
  options: Record<string, unknown>,
  terminal: Terminal,
) => Promise<ExitStatus>;

/** Converts an action, which is loaded when the command runs, to the function that commander calls. */
export type Act = (load: () => Promise<Action>) => (...values: unknown[]) => Promise<void>;

/**
 * Creates the commands and their options. Each command's code is loaded when it is called. Parsing throws a
 * {@link CommandFault} if a command line cannot be parsed, or asks for help or the version.
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

/** Adds `b44-gen [generate] [SPEC]`. */
function addGenerate(root: Command, act: Act): void {
  root
    .command("generate", { isDefault: true })
    .description("generate code for all APIs in the config, or for one spec; the default command")
    .argument("[spec]", "path or URL of an OpenAPI spec, or - for standard input (default: the APIs in the config)")
    .option(...CONFIG)
    .option("--slug <slug>", "slug of the integration; required with a spec")
    .addOption(via())
    .option(...SELECT)
    .option(...ALL)
    .option("--out <folder>", "output folder")
    .addOption(new Option("--lang <language>", "language of the output (default: the app's)").choices(["ts", "js"]))
    .addOption(new Option("--errors <form>", "what calls do on an error status").choices(["result", "throw"]))
    .option(...ALLOW_FILE)
    .option(...ALLOW_HOST)
    .option("--write-connectors", "write connector files even if the project has none yet")
    .option("--legacy-serve", "write new functions with Deno.serve, as in older apps")
    .option(...FORCE)
    .option("--watch", "keep running, and generate again when the config or a spec changes")
    .option(...DRY_RUN)
    .option(...JSON_DOCUMENT)
    .addHelpText("after", EXAMPLES)
    .action(
      act(async () => async (spec, options, terminal) => {
        if (options.watch) return (await import("./commands/watch.js")).watchCommand(spec, options, terminal);
        return (await import("./commands/generate.js")).generateCommand(spec, options, terminal);
      }),
    );
}

/** Adds `b44-gen inspect SPEC|API`. */
function addInspect(root: Command, act: Act): void {
  root
    .command("inspect")
    .description("list a spec's operations and the best way to call each")
    .argument("<spec>", "path or URL of an OpenAPI spec, - for standard input, or an API in the config")
    .option(...CONFIG)
    .option("--select <pattern...>", "only these operations")
    .option(...ALLOW_FILE)
    .option(...ALLOW_HOST)
    .option("--json", "print operations, schemas, advice and diagnostics as JSON")
    .action(act(async () => (await import("./commands/inspect.js")).inspectCommand));
}

/** Adds `b44-gen export API|SPEC`. */
function addExport(root: Command, act: Act): void {
  root
    .command("export")
    .description("print the trimmed spec of at most 30 operations, to paste into Base44's import dialog")
    .argument("<api>", "an API in the config, or the path or URL of a spec")
    .option(...CONFIG)
    .option("--select <pattern...>", "operations to export (default: those in the config, or all of a spec)")
    .option("--out <file>", "write to a file instead of standard output")
    .option(...ALLOW_FILE)
    .option(...ALLOW_HOST)
    .option("--json", "print errors as JSON too")
    .action(act(async () => (await import("./commands/export.js")).exportCommand));
}

/** Adds `b44-gen check`. */
function addCheck(root: Command, act: Act): void {
  root
    .command("check")
    .description("check that the generated code matches the config and the locked specs; exit with 1 if not")
    .option(...CONFIG)
    .option("--upstream", "also fetch the specs again, and report changes and the code they break")
    .option("--usage", "also check the app's own code for misuse of Base44")
    .option("--fix", "with --usage: apply the fixes that are certain")
    .addOption(failOn("with --upstream: "))
    .option("--shard <i/n>", "check only every nth API in the config, starting with the ith")
    .option("--all", "allow integrations with more than 30 operations, if b44-gen ran with --all")
    .addOption(reporter())
    .option("--json", "the same as --reporter json")
    .action(act(async () => (await import("./commands/check.js")).checkCommand));
}

/** Adds `b44-gen init`. */
function addInit(root: Command, act: Act): void {
  root
    .command("init")
    .description("create a commented config for an API, and optionally a CI file; never overwrites files")
    .option("--spec <spec>", "path or URL of the OpenAPI spec")
    .option("--slug <slug>", "slug of the integration, or a name for the API")
    .addOption(via())
    .option("--connector <type>", "connector type, or workspace:ID, appUser:ID, metered:TYPE")
    .option(
      "--secret <scheme=name...>",
      "name of the secret for a security scheme; SCHEME=USER:PASSWORD for HTTP basic, SCHEME=client:ID:SECRET for an OAuth client",
    )
    .option("--token-url <url>", "for an OAuth client: token URL, overriding the spec's tokenUrl")
    .option(...SELECT)
    .option("--all", "all operations (default without --select)")
    .addOption(new Option("--lang <language>", "language of the generated code").choices(["ts", "js"]))
    .option("--base-url <url>", "for connectors and functions: base URL of the API, overriding the spec's servers")
    .addOption(new Option("--config-format <format>", "format of the config").choices(["ts", "js", "json"]))
    .addOption(new Option("--ci <provider>", "also create a CI file").choices(["github", "gitlab"]))
    .option(...ALLOW_FILE)
    .option(...ALLOW_HOST)
    .option("--force", "no effect: init never overwrites files")
    .option(...JSON_DOCUMENT)
    .addHelpText("after", INIT_EXAMPLES)
    .action(act(async () => (await import("./commands/init.js")).initCommand));
}

/** Adds `b44-gen diff [API]`. */
function addDiff(root: Command, act: Act): void {
  root
    .command("diff")
    .description("fetch locked specs again, and report changes and the code they break")
    .argument("[api]", "an API in the config (default: all)")
    .option(...CONFIG)
    .addOption(failOn())
    .option(...MARKDOWN)
    .addOption(reporter())
    .option("--json", "the same as --reporter json")
    .action(act(async () => (await import("./commands/diff.js")).diffCommand));
}

/** Adds `b44-gen update [API]`. */
function addUpdate(root: Command, act: Act): void {
  root
    .command("update")
    .description("fetch locked specs again, show what changed, and regenerate")
    .argument("[api]", "an API in the config (default: all)")
    .option(...CONFIG)
    .option(...MARKDOWN)
    .option(...ALL)
    .option(...FORCE)
    .option(...DRY_RUN)
    .option(...JSON_DOCUMENT)
    .action(act(async () => (await import("./commands/update.js")).updateCommand));
}

// Options of several commands.
const CONFIG = ["--config <file>", "config file (default: searched in this folder and above)"] as const;
const ALLOW_FILE = [
  "--allow-file <path...>",
  "files and folders outside the spec's own folder that $refs may read",
] as const;
const ALLOW_HOST = ["--allow-host <host...>", "hosts other than the spec's own that $refs may fetch from"] as const;
const SELECT = ["--select <pattern...>", "operations: get:/a/{b}, get:/a/**, tag:Name, id:operationId"] as const;
const ALL = ["--all", "all operations, even more than the 30 that an integration exposes"] as const;
const FORCE = ["--force", "overwrite generated files that were edited"] as const;
const DRY_RUN = ["--dry-run", "show what would be written, without writing"] as const;
const MARKDOWN = ["--markdown <file>", "write the report as Markdown, for a pull request"] as const;
const JSON_DOCUMENT = ["--json", "print one JSON document on standard output"] as const;

function via(): Option {
  return new Option("--via <way>", "how to call the API").choices(["integration", "connector", "function"]);
}

/** Without a default of its own, because `check` has to know whether the option was given. */
function failOn(when = ""): Option {
  const what = `${when}exit with 1 on this kind of change or a worse one (default: breaking)`;
  return new Option("--fail-on <level>", what).choices(["breaking", "risky", "safe"]);
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
  $ b44-gen                                                          generate the APIs in b44-gen.config.ts
  $ b44-gen specs/crm.yaml --slug my-crm --all --out src/api/generated
  $ b44-gen specs/crm.yaml --slug my-crm --select tag:Contacts "get:/deals/**" --out src/api/generated
  $ b44-gen inspect https://example.com/openapi.json                 list the operations of a spec
  $ b44-gen export specs/crm.yaml --select tag:Deals --out crm.json  write a file for the admin's import dialog
`;

const EXIT_STATUS = `
Exit status: 0 success, 1 findings, 2 invalid command, config or project, 3 unusable spec.
No command prompts for input. With --json, standard output is one JSON document. The documentation is in the
package's docs folder; coding agents start with agents.md.
`;

const INIT_EXAMPLES = `
Examples:
  $ b44-gen init --spec specs/crm.yaml --slug my-crm --select tag:Contacts "get:/deals/**"
  $ b44-gen init --spec calendar.yaml --slug calendar --connector googlecalendar
  $ b44-gen init --spec mail.json --slug mail --secret bearerAuth=MAIL_API_KEY --ci github
  $ b44-gen init --ci gitlab                                         add a CI file to an existing config
`;
