import type { CatalogueEntry } from "./entry.js";

/** B44-1xx: reading, parsing and resolving a spec. */
export const inputCatalogue = {
  "B44-101": {
    severity: "error",
    title: "Spec not found",
    cause: "The path that was given for a spec does not exist, is a folder, or cannot be read.",
    help: "Check the path; it is relative to the config file, or to the current folder when given on the command line.",
  },
  "B44-102": {
    severity: "error",
    title: "Spec could not be fetched",
    cause: "The URL of a spec did not answer, answered an error status, or took too long.",
    help: "Open the URL in a browser; if it needs a login, download the spec and give the file's path instead.",
  },
  "B44-103": {
    severity: "error",
    title: "Not a spec but a web page",
    cause: "The file or URL holds HTML, usually a documentation or login page instead of the spec.",
    help: "Give the address of the JSON or YAML file itself; on GitHub that is the “Raw” link.",
  },
  "B44-104": {
    severity: "error",
    title: "Broken JSON",
    cause: "The spec is JSON that does not parse.",
    help: "Mend the JSON at the place shown.",
  },
  "B44-105": {
    severity: "error",
    title: "Broken YAML",
    cause: "The spec is YAML that does not parse.",
    help: "Mend the YAML at the place shown; tabs for indentation and unbalanced quotes are the usual causes.",
  },
  "B44-106": {
    severity: "error",
    title: "Not an OpenAPI document",
    cause: "The document has neither an `openapi` nor a `swagger` field, is not an object, or is of another kind.",
    help: "Give an OpenAPI 3.x or Swagger 2.0 document: it starts with `openapi: 3.1.0` or `swagger: '2.0'`.",
  },
  "B44-107": {
    severity: "error",
    title: "Unsupported version",
    cause: "The document declares a version that is not Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2.",
    help: "Convert the document to OpenAPI 3, or ask its author for one.",
  },
  "B44-108": {
    severity: "error",
    title: "Reference leads nowhere",
    cause:
      "A `$ref`, or a value of a discriminator's `mapping`, that a selected operation reaches points to something that does not exist or is of another kind (a schema where a parameter is wanted), or is no text at all. A warning where calls can do without: a schema or an answer is typed `unknown` then, and an operation that a pattern took in is left out where it cannot be called.",
    help: "Mend the `$ref`, or leave the operations that reach it out of the selection.",
  },
  "B44-109": {
    severity: "error",
    title: "Reference not allowed",
    cause:
      "A `$ref` reaches outside what a spec may read: files below the spec's own folder that are not hidden, and URLs of the spec's own origin. A warning where only operations that a pattern took in reach it.",
    help: "If you trust it, allow it with --allow-file PATH or --allow-host HOST, or for every run with `allowFile` or `allowHost` in the config.",
  },
  "B44-110": {
    severity: "error",
    title: "Referenced document not readable",
    cause:
      "A file or URL that a `$ref` names could not be read or parsed. A warning where a file is missing that only operations reach which a pattern took in.",
    help: "Put the document where the `$ref` says, or mend the `$ref`.",
  },
  "B44-111": {
    severity: "error",
    title: "Spec too large",
    cause:
      "A document, or all that the spec refers to together, is larger than the limit that protects against runaway input.",
    help: "Trim the document, or split it.",
  },
  "B44-112": {
    severity: "error",
    title: "Reference goes round in a circle",
    cause:
      "A `$ref` leads back to itself through other references without ever reaching a value. A warning where calls can do without.",
    help: "Mend one of the references on the way.",
  },
  "B44-113": {
    severity: "warning",
    title: "Sloppy document",
    cause:
      "The document breaks a rule of the OpenAPI specification; where something is left out for it, the message says what.",
    help: "Nothing to do where the rest is what you need; else mend the document, or tell its author.",
  },
  "B44-114": {
    severity: "error",
    title: "Too many references in a row",
    cause:
      "A `$ref` leads to an object that is a reference itself, and so on, more than 100 times. A warning where calls can do without.",
    help: "Let each reference lead to the end of the chain at once.",
  },
  "B44-115": {
    severity: "error",
    title: "Too much side by side",
    cause:
      "A schema that a selected operation reaches has more than 5,000 alternatives or parts (`oneOf`, `anyOf`, `allOf`, …) or more than 10,000 properties, or an operation has more than 100 security requirements. A warning where calls can do without: the schema is typed `unknown` then, and an operation that a pattern took in is left out where it cannot be called.",
    help: "Split the schema, or leave the operations that reach it out of the selection.",
  },
  "B44-116": {
    severity: "error",
    title: "Nested too deep",
    cause:
      "A part of a document that a selected operation reaches has more than 200 others around it. A warning where calls can do without: what stands there is typed `unknown` then, and an operation that a pattern took in is left out where it cannot be called. Examples and extensions may nest as they like.",
    help: "Give the inner schemas names, and refer to them.",
  },
  "B44-117": {
    severity: "error",
    title: "YAML aliases stand for too much",
    cause:
      "A part of a document that a selected operation reaches is too large when its YAML aliases are written out, or has no end, because an alias stands in what it stands for. A warning where calls can do without, as for what nests too deep. In examples and extensions aliases may stand for anything.",
    help: "Name what is used often as a component, and refer to it with a `$ref`.",
  },
  "B44-118": {
    severity: "warning",
    title: "Letter case of a file's name",
    cause:
      "A spec, or a file that a `$ref` names, was found by a path in another letter case than it has on disk. Windows and macOS take that for the same path; Linux, on which most CI runs, does not.",
    help: "Write the path as it is on disk, in the config or in the `$ref`, or rename the file.",
  },
} satisfies Record<string, CatalogueEntry>;
