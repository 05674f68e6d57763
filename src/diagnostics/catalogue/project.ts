import type { CatalogueEntry } from "./entry.js";

/** B44-6xx: the user's project and the files written into it. */
export const projectCatalogue = {
  "B44-601": {
    severity: "error",
    title: "Generated file was edited",
    cause:
      "A file that b44-gen wrote was changed since, by hand or by a formatter; writing it again would lose the change.",
    help: "Move the change to a file of your own, or run `b44-gen` with `--force` to overwrite it. Prettier leaves generated files as they are where its config has `checkIgnorePragma: true`.",
  },
  "B44-602": {
    severity: "error",
    title: "File is not b44-gen's",
    cause: "A file stands where b44-gen wants to write, and b44-gen did not write it.",
    help: "Move the file, choose another output folder, or run `b44-gen` with `--force` to overwrite it.",
  },
  "B44-603": {
    severity: "warning",
    title: "Stale file was edited",
    cause: "A generated file is no longer needed, but was changed by hand, so it was not removed.",
    help: "Delete the file if you do not need it.",
  },
  "B44-604": {
    severity: "error",
    title: "File cannot be written",
    cause: "The operating system refused to write, rename or remove a file. Nothing was changed.",
    help: "Check permissions and free space, close programs that hold the file, and run again.",
  },
  "B44-605": {
    severity: "error",
    title: "Lock file not readable",
    cause:
      "b44-gen.lock.json is not what b44-gen wrote: it has merge conflict markers, is broken JSON, or cannot be read. A warning of a run that writes it anew, and an error of what goes by it, as `b44-gen check` does.",
    help: "Restore it from version control, or delete it; the next run writes it again.",
  },
  "B44-606": {
    severity: "warning",
    title: "Types of raw calls not seen",
    cause: "The project's tsconfig or jsconfig does not include the generated declarations.",
    help: "Add the line shown to `include`.",
  },
  "B44-607": {
    severity: "warning",
    title: "SDK too old",
    cause: "The project's @base44/sdk is older than the first version that has what the generated code calls.",
    help: "Update it: npm install @base44/sdk@latest.",
  },
  "B44-608": {
    severity: "error",
    title: "Output folder outside the project",
    cause:
      "The output folder, a folder that Base44's config names for functions or connectors, or a link on the way to one, leads out of the project.",
    help: "Choose a folder inside the project.",
  },
  "B44-609": {
    severity: "error",
    title: "File name not portable",
    cause:
      "A generated file would have a name that Windows, macOS or Linux refuses, or two would have names that differ by case only.",
    help: "Give the API another name, or choose another output folder.",
  },
  "B44-610": {
    severity: "error",
    title: "File changed meanwhile",
    cause: "A file that b44-gen was about to write was changed by another program after b44-gen had looked at it.",
    help: "Run again.",
  },
  "B44-611": {
    severity: "error",
    title: "Another run is writing",
    cause: "Runs in the same project take turns, and another one did not finish in time.",
    help: "Wait for it; if none is running, delete .b44-gen.pid.lock and run again.",
  },
  "B44-612": {
    severity: "error",
    title: "Journal not readable",
    cause:
      "A run was interrupted while it wrote, and the journal that it left, .b44-gen.journal.json, is not what b44-gen writes.",
    help: "Delete the journal and files ending in .b44tmp or .b44bak, restore generated files from version control, and run again.",
  },
  "B44-613": {
    severity: "error",
    title: "A function of that name exists already",
    cause:
      "b44-gen wants to write the entry of a backend function, and the project has a function of that name that does not hand over to b44-gen's handler.",
    help: "Give the API or the own function another name in b44-gen's config, or move the function to a folder of another name.",
  },
  "B44-614": {
    severity: "warning",
    title: "Function kept because it was changed",
    cause:
      "A function is no longer needed, because its API went away or is called in another way, but its entry was changed by hand. Without the handler beside it the function would stop every deploy, so both stay.",
    help: "Delete the function's folder if you do not need it, and run again.",
  },
  "B44-615": {
    severity: "info",
    title: "Connector file no longer written",
    cause:
      "No API is reached through the connector any more, or the spec no longer says which scopes operations need. A deploy disconnects connectors without a file, so b44-gen leaves the file alone and no longer counts it as its own.",
    help: "Keep its scopes as the app needs them; or delete the file if the app should no longer be connected: the next deploy then disconnects it.",
  },
  "B44-616": {
    severity: "error",
    title: "Lock of a newer b44-gen",
    cause: "The lock has a format that this version does not know.",
    help: "Update b44-gen: npm install --save-dev b44-gen@latest.",
  },
  "B44-617": {
    severity: "warning",
    title: "Client cannot be imported",
    cause:
      "The module of the app's Base44 client has no export `base44`, is JavaScript in a TypeScript app, is not where the config says, or is the index that would import it.",
    help: "Name the client's module and export in the config (`client`), or `client: false` for no bound objects.",
  },
} satisfies Record<string, CatalogueEntry>;
