import type { CatalogueEntry } from "./entry.js";

/** B44-2xx: selecting operations. */
export const selectionCatalogue = {
  "B44-201": {
    severity: "error",
    title: "Nothing selected",
    cause: "No pattern matches an operation, or no pattern was given.",
    help: "Select operations with `get:/path`, `get:/path/**`, `tag:Name` or `id:operationId`; `b44-gen inspect SPEC` lists them.",
  },
  "B44-202": {
    severity: "error",
    title: "Operation does not exist",
    cause: "The selection names an operation that the spec does not have.",
    help: "Run `b44-gen inspect SPEC` to list the operations.",
  },
  "B44-203": {
    severity: "warning",
    title: "Pattern matches nothing",
    cause: "A pattern matches no operation of the spec.",
    help: "Remove or fix the pattern; `b44-gen inspect SPEC` lists the operations and tags.",
  },
  "B44-204": {
    severity: "error",
    title: "Too many operations for an integration",
    cause: "A Base44 custom integration exposes at most 30 operations, and more are selected.",
    help: "Select fewer operations, or split the API into two integrations with a slug each. `b44-gen --all` generates them all anyway.",
  },
  "B44-205": {
    severity: "error",
    title: "Invalid selection pattern",
    cause: "A selection pattern has none of the four forms.",
    help: "Use `get:/path`, a glob such as `get:/path/**`, `tag:Name` or `id:operationId`.",
  },
  "B44-206": {
    severity: "warning",
    title: "Spec without operations",
    cause: "The spec has no paths, or paths without operations. Only the types of its schemas are generated.",
    help: "To generate calls, give the spec that contains the `paths`.",
  },
} satisfies Record<string, CatalogueEntry>;
