import type { CatalogueEntry } from "./entry.js";

/** B44-6xx: the user's project and the files written into it. */
export const projectCatalogue = {
  "B44-601": {
    severity: "error",
    title: "Generated file was edited",
    cause:
      "A file that b44-gen wrote has been edited since, by hand or by a formatter. Writing it again would lose the edit.",
    help: "Move the edit to a file of your own, or run `b44-gen` with `--force` to overwrite it. To keep Prettier from generated files, set `checkIgnorePragma: true` in its config.",
  },
  "B44-602": {
    severity: "error",
    title: "File was not written by b44-gen",
    cause: "b44-gen wants to write a file, but another file that it did not write has that path.",
    help: "Move the file, choose another output folder, or run `b44-gen` with `--force` to overwrite it.",
  },
  "B44-603": {
    severity: "warning",
    title: "Stale file was edited",
    cause: "A generated file is no longer needed, but it was edited, so it was not removed.",
    help: "Delete the file if you do not need it.",
  },
  "B44-604": {
    severity: "error",
    title: "File cannot be written",
    cause: "The operating system refused to write, rename or remove a file. Nothing was changed.",
    help: "Check permissions and free disk space, close programs that use the file, and run again.",
  },
  "B44-605": {
    severity: "error",
    title: "Lock file cannot be read",
    cause:
      "b44-gen.lock.json has merge conflict markers, is invalid JSON, or cannot be read. It is a warning from a run that writes the lock file again, and an error from a command that relies on it, such as `b44-gen check`.",
    help: "Restore it from version control, or delete it; the next run writes it again.",
  },
  "B44-606": {
    severity: "warning",
    title: "Types of custom.call not included",
    cause: "The project's tsconfig or jsconfig does not include the generated declarations that type `custom.call`.",
    help: "Add the line shown to `include`.",
  },
  "B44-607": {
    severity: "warning",
    title: "SDK too old",
    cause: "The project's @base44/sdk is too old: it lacks a method that the generated code calls.",
    help: "Update it: npm install @base44/sdk@latest.",
  },
  "B44-608": {
    severity: "error",
    title: "Output folder outside the project",
    cause:
      "The output folder, or a folder for functions or connectors in Base44's config, is outside the project or reached through a link that leads out of it.",
    help: "Choose a folder inside the project.",
  },
  "B44-609": {
    severity: "error",
    title: "File name not portable",
    cause:
      "A generated file's name is not allowed on Windows, macOS or Linux, or two generated files have names that differ only in upper and lower case.",
    help: "Rename the API, or choose another output folder.",
  },
  "B44-610": {
    severity: "error",
    title: "File changed during the run",
    cause: "Another program changed a file after b44-gen read it and before b44-gen could write it.",
    help: "Run again.",
  },
  "B44-611": {
    severity: "error",
    title: "Another run is writing",
    cause: "Runs in the same project take turns, and another run did not finish in time.",
    help: "Wait for it. If none is running, delete .b44-gen.pid.lock and run again.",
  },
  "B44-612": {
    severity: "error",
    title: "Journal cannot be read",
    cause: "A run was interrupted while it wrote files, and its journal, .b44-gen.journal.json, is damaged.",
    help: "Delete the journal and all files ending in .b44tmp or .b44bak, restore the generated files from version control, and run again.",
  },
  "B44-613": {
    severity: "error",
    title: "Function name already in use",
    cause:
      "b44-gen wants to write the entry of a backend function, but the project has a function of that name that does not call b44-gen's handler.",
    help: "Rename the API or the own function in b44-gen's config, or rename the existing function's folder.",
  },
  "B44-614": {
    severity: "warning",
    title: "Edited function kept",
    cause:
      "A function is no longer needed because its API was removed or is called another way, but its entry was edited. The handler it imports is kept too: without it, every deploy would fail.",
    help: "Delete the function's folder if you do not need it, and run again.",
  },
  "B44-615": {
    severity: "info",
    title: "Connector file no longer generated",
    cause:
      "No API uses the connector any more, or the spec no longer says which scopes its operations need. A deploy disconnects connectors without a file, so b44-gen keeps the file but no longer manages it.",
    help: "Keep its scopes up to date yourself. If the app no longer needs the connector, delete the file: the next deploy then disconnects it.",
  },
  "B44-616": {
    severity: "error",
    title: "Lock file from a newer b44-gen",
    cause: "The lock file has a format that this version of b44-gen does not know.",
    help: "Update b44-gen: npm install --save-dev b44-gen@latest.",
  },
  "B44-617": {
    severity: "warning",
    title: "Client cannot be imported",
    cause:
      "The module of the app's Base44 client does not export `base44`, is JavaScript in a TypeScript app, does not exist at the configured path, or is the generated index itself.",
    help: "Set `client` in the config to the client's module and export, or to `false` to generate no bound objects.",
  },
} satisfies Record<string, CatalogueEntry>;
