import type { CatalogueEntry } from "./entry.js";

/** B44-2xx: choosing operations. */
export const selectionCatalogue = {
  "B44-201": {
    severity: "error",
    title: "Nothing selected",
    cause: "No pattern matches any operation, or no pattern was given.",
    help: "Name operations with `get:/path`, `get:/path/**`, `tag:Name` or `id:operationId`; `b44-gen inspect SPEC` lists them.",
  },
  "B44-202": {
    severity: "error",
    title: "Operation does not exist",
    cause: "An operation was named that the spec does not have.",
    help: "`b44-gen inspect SPEC` lists the operations.",
  },
  "B44-203": {
    severity: "warning",
    title: "Pattern matches nothing",
    cause: "A pattern matches no operation of the spec.",
    help: "Remove the pattern or mend it; `b44-gen inspect SPEC` lists the operations and tags.",
  },
  "B44-204": {
    severity: "error",
    title: "Too many operations for an integration",
    cause: "A Base44 custom integration exposes at most 30 operations, and more were selected.",
    help: "Select fewer operations, or split the API over two slugs; `b44-gen --all` generates them all the same, for reading or for another way.",
  },
  "B44-205": {
    severity: "error",
    title: "Selection pattern not understood",
    cause: "A selection pattern is none of the four forms.",
    help: "Use `get:/path`, a glob such as `get:/path/**`, `tag:Name` or `id:operationId`.",
  },
  "B44-206": {
    severity: "warning",
    title: "Spec without operations",
    cause:
      "The spec declares no paths, or paths without operations: there is nothing to call, and only the types of its schemas are written.",
    help: "Where calls were wanted, give the spec that holds the `paths`.",
  },
} satisfies Record<string, CatalogueEntry>;
