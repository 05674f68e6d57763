import type { CatalogueEntry } from "./entry.js";

/** B44-85x: `b44-gen init`. */
export const initCatalogue = {
  "B44-850": {
    severity: "error",
    title: "There is a config already",
    cause: "`b44-gen init` found a config in this folder or above it. It never overwrites one, not even with --force.",
    help: "Add the lines shown to `apis` in that config.",
  },
  "B44-851": {
    severity: "error",
    title: "Operations must be chosen",
    cause:
      "A Base44 custom integration exposes at most 30 operations. The spec has more, and no --select said which of them the app calls.",
    help: "Choose operations with --select; `b44-gen inspect SPEC` lists them.",
  },
  "B44-852": {
    severity: "warning",
    title: "CI file exists already",
    cause: "There is a file where `b44-gen init --ci` writes its own. It is not overwritten.",
    help: "Take over from the text shown what you need.",
  },
  "B44-853": {
    severity: "warning",
    title: "No lockfile of a package manager",
    cause:
      "The CI file installs the project's packages, and no lockfile says with which package manager and in which versions.",
    help: "Commit the lockfile, and adjust the install step in the CI file.",
  },
  "B44-854": {
    severity: "warning",
    title: "b44-gen is not a dependency of the project",
    cause: "CI runs the b44-gen that the project's package.json names, and that names none.",
    help: "Add b44-gen to the project's development dependencies, and commit the lockfile.",
  },
  "B44-855": {
    severity: "warning",
    title: "No repository found",
    cause: "A CI file stands at the root of a repository, and no folder here or above has a `.git`.",
    help: "Move the file to the root of the repository.",
  },
} satisfies Record<string, CatalogueEntry>;
