import type { CatalogueEntry } from "./entry.js";

/** B44-5xx: the command line and the config. */
export const configCatalogue = {
  "B44-501": {
    severity: "error",
    title: "Nothing to generate",
    cause: "There is no config file, and no spec was given on the command line.",
    help: "Run `b44-gen SPEC --slug my-api --out src/api/generated --all`, or write a b44-gen.config.ts, as `b44-gen init` does.",
  },
  "B44-502": {
    severity: "error",
    title: "Config not found",
    cause: "The file given with --config, or to the plugin, does not exist.",
    help: "Check the path; where none is given, b44-gen looks for b44-gen.config.{ts,js,mjs,json} from here upwards.",
  },
  "B44-503": {
    severity: "error",
    title: "Config does not load",
    cause: "The config file has a syntax error, or throws when it runs.",
    help: "Mend the config at the place shown.",
  },
  "B44-504": {
    severity: "error",
    title: "Config is wrong",
    cause:
      "A key of the config does not exist, is missing, or has a value of the wrong kind. A warning where a setting has no effect on the way to its API.",
    help: "docs/config.md in the package b44-gen has every key.",
  },
  "B44-505": {
    severity: "error",
    title: "Slug is wrong",
    cause: "An API's name is used in URLs and file names, so it can hold letters, digits, `-` and `_` only.",
    help: "Use the integration's slug as the workspace admin sees it, for example `my-crm`.",
  },
  "B44-506": {
    severity: "error",
    title: "Command is wrong",
    cause:
      "An option or argument of the command line, or an option of the plugin, is unknown, missing, or does not fit the others. Or Node is older than b44-gen can do with.",
    help: "`b44-gen --help` lists the commands, and `b44-gen generate --help`, or that of another command, its options.",
  },
  "B44-507": {
    severity: "error",
    title: "API not in the config",
    cause: "An API was named that the config does not have.",
    help: "Use one of the names under `apis` in the config.",
  },
  "B44-508": {
    severity: "error",
    title: "Config cannot be read",
    cause: "The config is a folder, may not be read, or is not a .ts, .js, .mjs or .json file.",
    help: "Give the path of a config file, for example b44-gen.config.ts.",
  },
  "B44-509": {
    severity: "error",
    title: "Secret in the config",
    cause:
      "A value that looks like a secret stands where its name belongs, or in a header: everybody who sees the file, or what is generated, sees it. Names of secrets are written as those of environment variables are, in upper case (`MAIL_API_KEY`), or in words of which one says what it is (`mail_api_key`); other names are taken only from `{ name: … }`.",
    help: 'Run `base44 secrets set` with a name and the value, and write the name here as a text (`"MAIL_API_KEY"`, not `process.env.MAIL_API_KEY`). If the file was shared already, have the provider replace the secret.',
  },
  "B44-510": {
    severity: "error",
    title: "Several configs",
    cause:
      "A folder has more than one b44-gen.config file, such as a .ts and a .json: what one of them says would count for nothing.",
    help: "Delete those that are not meant, or say which one is: --config FILE on the command line, `config` in the plugin.",
  },
  "B44-511": {
    severity: "warning",
    title: "Allowed for one run",
    cause:
      "A spec of the config refers to files that only --allow-file of this run allows it to read: `b44-gen check`, in CI too, and runs without the option are refused them.",
    help: "Write the files into the API's entry of the config, as `allowFile`.",
  },
  "B44-512": {
    severity: "error",
    title: "Output cannot be written",
    cause:
      "The operating system refused to write standard output, for example to a file on a disk that is full. What b44-gen writes into the project is not touched by that.",
    help: "Make room, or send the output elsewhere, and run again.",
  },
  "B44-599": {
    severity: "error",
    title: "Fault of b44-gen",
    cause: "b44-gen itself failed in a way that it should not.",
    help: "Please report it with the command and, if you can, the spec. Nothing was written.",
  },
} satisfies Record<string, CatalogueEntry>;
