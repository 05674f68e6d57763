import type { CatalogueEntry } from "./entry.js";

/** B44-8xx: watching, and the plugin for build tools. */
export const watchCatalogue = {
  "B44-840": {
    severity: "warning",
    title: "Watched folder is gone",
    cause:
      "A folder that contains the config, a spec, or a file that a spec refers to was removed or renamed while b44-gen was watching it.",
    help: "Put the folder back, or change the config. b44-gen keeps watching, and the generated code stays as it is.",
  },
  "B44-841": {
    severity: "error",
    title: "Imported function is not generated",
    cause: "A module of the app imports a name that the generated module does not export.",
    help: "Select its operation in the config, or fix the import.",
  },
} satisfies Record<string, CatalogueEntry>;
