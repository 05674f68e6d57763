import type { CatalogueEntry } from "./entry.js";

/** B44-85x: `b44-gen init`. */
export const initCatalogue = {
  "B44-850": {
    severity: "error",
    title: "Config already exists",
    cause: "`b44-gen init` found a config in this folder or above it. It never overwrites one, even with --force.",
    help: "Add the lines shown to `apis` in that config.",
  },
  "B44-851": {
    severity: "error",
    title: "Operations must be selected",
    cause:
      "A Base44 custom integration exposes at most 30 operations. The spec has more, and there is no --select to choose among them.",
    help: "Choose operations with --select; `b44-gen inspect SPEC` lists them.",
  },
  "B44-852": {
    severity: "warning",
    title: "CI file already exists",
    cause: "A file exists at the path that `b44-gen init --ci` writes to. It is not overwritten.",
    help: "Copy what you need from the content shown into that file.",
  },
  "B44-853": {
    severity: "warning",
    title: "No lockfile of a package manager",
    cause:
      "The CI file installs the project's packages, but no lockfile says which package manager and versions to use.",
    help: "Commit the lockfile, and adjust the install step in the CI file.",
  },
  "B44-854": {
    severity: "warning",
    title: "b44-gen is not a dependency of the project",
    cause: "CI runs the b44-gen version that the project's package.json names, but package.json does not list b44-gen.",
    help: "Add b44-gen to the project's dev dependencies, and commit the lockfile.",
  },
  "B44-855": {
    severity: "warning",
    title: "No repository found",
    cause: "A CI file belongs at the root of the repository, but neither this folder nor one above it has a `.git`.",
    help: "Move the file to the root of the repository.",
  },
} satisfies Record<string, CatalogueEntry>;
