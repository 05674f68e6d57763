import type { CatalogueEntry } from "./entry.js";

/** B44-7xx: locked specs, drift of generated files, and changes of specs. */
export const checkCatalogue = {
  "B44-701": {
    severity: "error",
    title: "Locked copy is missing",
    cause: "A spec from the network has no copy in `b44-gen.specs`, and this command does not fetch specs.",
    help: "Restore the file from version control, or run `b44-gen` with network access.",
  },
  "B44-702": {
    severity: "error",
    title: "Locked copy was edited",
    cause:
      "A copy of a spec in `b44-gen.specs` was edited, so b44-gen does not generate from it. A formatter may change its layout.",
    help: "Restore it from version control, or run `b44-gen update API` to fetch the spec again.",
  },
  "B44-703": {
    severity: "error",
    title: "Locked copy cannot be read",
    cause: "A file in `b44-gen.specs` is damaged, or was written by a newer version of b44-gen.",
    help: "Restore it from version control, run `b44-gen update API` to fetch the spec again, or update b44-gen.",
  },
  "B44-704": {
    severity: "error",
    title: "Locked copy does not match the config",
    cause:
      "The config selects operations that the locked copy of the spec does not contain, or names another address than that of the copy, or a local file that the copy was made from has changed.",
    help: "Run `b44-gen` with network access: it fetches the spec and adds the operations to the copy.",
  },
  "B44-705": {
    severity: "error",
    title: "Spec changed since it was locked",
    cause:
      "The spec was read again because the selection grew, the address changed, or a local part of the spec changed. Operations that are already locked are now different, and only `b44-gen update` changes those.",
    help: "Run `b44-gen diff API` to see what changed, and `b44-gen update API` to apply it.",
  },
  "B44-706": {
    severity: "warning",
    title: "Spec could not be fetched; using the locked copy",
    cause: "The spec's address did not return a spec.",
    help: "Try again later. If the spec has moved, change its address in the config. The copy and the code stay as they are.",
  },
  "B44-707": {
    severity: "info",
    title: "Query of an address is not recorded",
    cause:
      "The config changed, and a spec's address has a query. Queries may contain secrets, so b44-gen does not record them and cannot tell whether the query changed.",
    help: "If you changed the query, run `b44-gen update API` to fetch the spec again. Otherwise there is nothing to do.",
  },
  "B44-710": {
    severity: "error",
    title: "Generated file is missing",
    cause: "A file that b44-gen generates from the config and the locked specs does not exist.",
    help: "Run `b44-gen`, and commit what it writes.",
  },
  "B44-711": {
    severity: "error",
    title: "Generated file is out of date",
    cause: "The content of a generated file differs from what b44-gen generates from the config and the locked specs.",
    help: "Run `b44-gen`, and commit what it writes.",
  },
  "B44-712": {
    severity: "error",
    title: "Stale generated file",
    cause: "b44-gen wrote this file earlier, but no longer generates it from the config and the locked specs.",
    help: "Run `b44-gen`: it removes the file.",
  },
  "B44-713": {
    severity: "error",
    title: "Lock file is out of date",
    cause:
      "The config, a spec or a setting changed since the lock file was written, although no generated file differs.",
    help: "Run `b44-gen`, and commit the lock file.",
  },
  "B44-714": {
    severity: "error",
    title: "Interrupted run",
    cause: "A run was interrupted while it wrote files, and its journal still exists.",
    help: "Run `b44-gen`: it completes or rolls back the interrupted run, and then continues.",
  },
  "B44-715": {
    severity: "error",
    title: "Nothing was generated yet",
    cause: "There is no lock file next to the config, so b44-gen has not run yet.",
    help: "Run `b44-gen`, and commit what it writes.",
  },
  "B44-720": {
    severity: "error",
    title: "Breaking change in a spec",
    cause:
      "The spec at its address differs from the locked copy in a way that breaks calls of this app, or stops them from compiling.",
    help: "Run `b44-gen update API` to apply the change, and fix the code that it breaks.",
  },
  "B44-721": {
    severity: "warning",
    title: "Risky change in a spec",
    cause: "The spec at its address differs from the locked copy in a way that this app may not expect.",
    help: "Review the code that uses it, and run `b44-gen update API` to apply the change.",
  },
  "B44-722": {
    severity: "info",
    title: "Safe change in a spec",
    cause: "The spec at its address differs from the locked copy, but this app keeps working.",
    help: "Run `b44-gen update API` to apply the change.",
  },
  "B44-723": {
    severity: "error",
    title: "Code that a change in a spec breaks",
    cause:
      "This code uses something that a breaking change in a spec removes or alters. It is a warning if a risky change, reported beside breaking ones, affects the code.",
    help: "Fix it together with `b44-gen update API`.",
  },
  "B44-724": {
    severity: "info",
    title: "Call that a change in a spec affects",
    cause:
      "This call uses an operation with a breaking change, but its values have no types, so b44-gen cannot tell whether the code breaks.",
    help: "Check what the code passes and how it uses the result.",
  },
} satisfies Record<string, CatalogueEntry>;
