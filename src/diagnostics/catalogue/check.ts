import type { CatalogueEntry } from "./entry.js";

/** B44-7xx: locked specs, what is written compared with what should be, and changes of specs. */
export const checkCatalogue = {
  "B44-701": {
    severity: "error",
    title: "Locked spec is missing",
    cause: "A spec from the network has no copy in `b44-gen.specs`, and this command does not fetch it.",
    help: "Restore the file from version control, or run `b44-gen` where the network is.",
  },
  "B44-702": {
    severity: "error",
    title: "Locked spec was edited",
    cause: "The copy of a spec in `b44-gen.specs` is not as b44-gen wrote it, so nothing is generated from it.",
    help: "Restore it from version control, or run `b44-gen update API` to fetch the spec anew. Formatters of JSON have to leave the folder alone.",
  },
  "B44-703": {
    severity: "error",
    title: "Locked spec cannot be read",
    cause: "A file in `b44-gen.specs` is damaged, or a newer b44-gen wrote it.",
    help: "Restore it from version control, run `b44-gen update API` to fetch the spec anew, or update b44-gen.",
  },
  "B44-704": {
    severity: "error",
    title: "Locked spec does not do",
    cause:
      "The config selects operations that the locked copy of the spec was not made for, names another address than it is a copy of, or a local file that it was made from changed.",
    help: "Run `b44-gen` where the network is: it fetches the spec and adds them to the copy.",
  },
  "B44-705": {
    severity: "error",
    title: "Spec changed since it was locked",
    cause:
      "The selection grew, the address changed, or a local part of the spec did, so the spec was read again; but operations that are locked are no longer the same there, and they are changed by `b44-gen update` alone.",
    help: "Run `b44-gen diff API` to see what changed, and `b44-gen update API` to take it over.",
  },
  "B44-706": {
    severity: "warning",
    title: "Spec could not be fetched; the locked copy is used",
    cause: "The spec could not be had from its address, or what stands there is no longer a spec.",
    help: "Try again later; if the spec has moved, change its address in the config. The copy and the code stay as they are.",
  },
  "B44-707": {
    severity: "info",
    title: "Query of an address is not kept",
    cause:
      "The config changed, and it names an address with a query. Queries may hold secrets, so the copy of the spec does not say what it was, and nobody can tell whether it is another one now.",
    help: "If you changed the query, run `b44-gen update API` to fetch the spec anew; else there is nothing to do.",
  },
  "B44-710": {
    severity: "error",
    title: "Generated file is missing",
    cause: "A file that the config and the locked specs give is not there.",
    help: "Run `b44-gen`, and commit what it writes.",
  },
  "B44-711": {
    severity: "error",
    title: "Generated file is out of date",
    cause: "The config and the locked specs give another text for this file.",
    help: "Run `b44-gen`, and commit what it writes.",
  },
  "B44-712": {
    severity: "error",
    title: "Stale generated file",
    cause: "b44-gen wrote this file once, and the config and the locked specs no longer give it.",
    help: "Run `b44-gen`: it removes the file.",
  },
  "B44-713": {
    severity: "error",
    title: "Lock is out of date",
    cause: "The config, a spec or a setting changed since the lock was written, though no generated file differs.",
    help: "Run `b44-gen`, and commit the lock.",
  },
  "B44-714": {
    severity: "error",
    title: "Interrupted run",
    cause: "A run was interrupted while it wrote, and its journal is still there.",
    help: "Run `b44-gen`: it completes the interrupted run, or takes it back, and then goes on.",
  },
  "B44-715": {
    severity: "error",
    title: "Nothing was generated yet",
    cause: "There is no lock beside the config, so no run of b44-gen has written anything.",
    help: "Run `b44-gen`, and commit what it writes.",
  },
  "B44-720": {
    severity: "error",
    title: "Breaking change of a spec",
    cause:
      "The spec at its address differs from the locked copy so that calls of this app no longer work, or no longer compile.",
    help: "Run `b44-gen update API` to take the change over, and mend the places that it breaks.",
  },
  "B44-721": {
    severity: "warning",
    title: "Risky change of a spec",
    cause:
      "The spec at its address differs from the locked copy so that this app may meet something it does not expect.",
    help: "Look at the places that use it, and run `b44-gen update API` to take the change over.",
  },
  "B44-722": {
    severity: "info",
    title: "Safe change of a spec",
    cause: "The spec at its address differs from the locked copy; what this app does stays right.",
    help: "Run `b44-gen update API` to take the change over.",
  },
  "B44-723": {
    severity: "error",
    title: "Place that a change of a spec breaks",
    cause:
      "This code uses what a breaking change of a spec takes away or alters. A warning where it is a risky one, beside breaking ones.",
    help: "Mend it together with `b44-gen update API`.",
  },
  "B44-724": {
    severity: "info",
    title: "Call that a change of a spec affects",
    cause:
      "This call uses an operation with a breaking change, and where its values go has no types, so nothing can tell.",
    help: "Look at what is given and at what is done with the answer.",
  },
} satisfies Record<string, CatalogueEntry>;
