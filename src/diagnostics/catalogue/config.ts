import type { CatalogueEntry } from "./entry.js";

/** B44-5xx: the command line and the config. */
export const configCatalogue = {
  "B44-501": {
    severity: "error",
    title: "Nothing to generate",
    cause: "There is no config file, and the command line names no spec.",
    help: "Run `b44-gen SPEC --slug my-api --out src/api/generated --all`, or create a config with `b44-gen init`.",
  },
  "B44-502": {
    severity: "error",
    title: "Config not found",
    cause: "The config file given with --config, or to the plugin, does not exist.",
    help: "Check the path. Without one, b44-gen looks for b44-gen.config.{ts,js,mjs,json} in this folder and the folders above it.",
  },
  "B44-503": {
    severity: "error",
    title: "Config does not load",
    cause: "The config file has a syntax error, or throws when it runs.",
    help: "Fix the config at the place shown.",
  },
  "B44-504": {
    severity: "error",
    title: "Invalid config",
    cause:
      "A config key is unknown or missing, or its value has the wrong type. It is a warning if a setting has no effect for the way its API is called.",
    help: "See docs/config.md in the b44-gen package for every key.",
  },
  "B44-505": {
    severity: "error",
    title: "Invalid slug",
    cause: "An API's name is used in URLs and file names, so it may contain only letters, digits, `-` and `_`.",
    help: "Use the integration's slug as the workspace admin sees it, for example `my-crm`.",
  },
  "B44-506": {
    severity: "error",
    title: "Invalid command",
    cause:
      "An option or argument of the command line, or an option of the plugin, is unknown, missing, or conflicts with another one. Or this version of Node is too old for b44-gen.",
    help: "Run `b44-gen --help` for the commands, or `b44-gen COMMAND --help` for the options of one.",
  },
  "B44-507": {
    severity: "error",
    title: "API not in the config",
    cause: "The command names an API that the config does not have.",
    help: "Use one of the names under `apis` in the config.",
  },
  "B44-508": {
    severity: "error",
    title: "Config cannot be read",
    cause: "The config is a folder, cannot be read, or is not a .ts, .js, .mjs or .json file.",
    help: "Give the path of a config file, for example b44-gen.config.ts.",
  },
  "B44-509": {
    severity: "error",
    title: "Secret in the config",
    cause:
      "The config has what looks like the value of a secret where the secret's name belongs, or in a header. Everyone who can read the config or the generated code could read it. Write a secret's name in upper case, like an environment variable (`MAIL_API_KEY`), or as words of which one says what it is (`mail_api_key`); any other name is accepted only as `{ name: … }`.",
    help: 'Store the value with `base44 secrets set`, and write only the secret\'s name here, as a string (`"MAIL_API_KEY"`, not `process.env.MAIL_API_KEY`). If the file was already shared, have the provider replace the secret.',
  },
  "B44-510": {
    severity: "error",
    title: "Several configs",
    cause:
      "A folder has more than one b44-gen.config file, for example a .ts and a .json, so it is unclear which one applies.",
    help: "Delete the ones you do not need, or choose one: --config FILE on the command line, `config` in the plugin.",
  },
  "B44-511": {
    severity: "warning",
    title: "File allowed for this run only",
    cause:
      "A spec in the config refers to files that it may read only because this run has --allow-file. `b44-gen check`, in CI too, and runs without the option refuse to read them.",
    help: "List the files as `allowFile` in the API's config entry.",
  },
  "B44-512": {
    severity: "error",
    title: "Output cannot be written",
    cause:
      "The operating system refused to write to standard output, for example because the disk is full. The files that b44-gen writes into the project are not affected.",
    help: "Free some space, or redirect the output elsewhere, and run again.",
  },
  "B44-599": {
    severity: "error",
    title: "Internal error",
    cause: "b44-gen failed because of a bug in b44-gen.",
    help: "Please report it with the command and, if you can, the spec. Nothing was written.",
  },
} satisfies Record<string, CatalogueEntry>;
