import type { CatalogueEntry } from "./entry.js";

/** B44-8xx: watching, and the plugin for build tools. */
export const watchCatalogue = {
  "B44-840": {
    severity: "warning",
    title: "Watched folder is gone",
    cause:
      "A folder with the config, a spec, or a file that a spec refers to was removed or renamed while b44-gen watched it.",
    help: "Put it back, or change the config; b44-gen goes on watching, and what was generated last stays as it is.",
  },
  "B44-841": {
    severity: "error",
    title: "Import of a function that is not generated",
    cause: "A module of the app imports a name that the generated module does not have, or no longer has.",
    help: "Select its operation in the config, or mend the import.",
  },
} satisfies Record<string, CatalogueEntry>;
