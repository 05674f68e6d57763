import type { CatalogueEntry } from "./entry.js";

/** B44-6xx: the user's project and the files written into it. */
export const projectCatalogue = {
  "B44-601": {
    severity: "error",
    title: "Generated file was edited",
    cause: "A file that b44-gen wrote was changed by hand since; writing it again would lose the change.",
    help: "Move the change to a file of your own, or run again with --force to overwrite it.",
  },
  "B44-602": {
    severity: "error",
    title: "File is not b44-gen's",
    cause: "A file stands where b44-gen wants to write, and b44-gen did not write it.",
    help: "Move the file, choose another output folder, or run again with --force to overwrite it.",
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
    cause: "b44-gen.lock.json is not what b44-gen wrote: broken JSON, or a newer format.",
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
    cause: "The output folder, or a link on the way to it, leads out of the project.",
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
} satisfies Record<string, CatalogueEntry>;
