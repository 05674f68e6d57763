import type { CatalogueEntry } from "./entry.js";

/** B44-1xx: reading, parsing and resolving a spec. */
export const inputCatalogue = {
  "B44-101": {
    severity: "error",
    title: "Spec not found",
    cause: "The path of the spec does not exist, is a folder, or cannot be read.",
    help: "Check the path. In a config it is relative to the config file, on the command line to the current folder.",
  },
  "B44-102": {
    severity: "error",
    title: "Spec could not be fetched",
    cause:
      "The spec's URL did not respond, returned an error status, took too long, or has a certificate that Node does not trust.",
    help: "Open the URL in a browser. If it needs a login, download the spec and give the file's path instead.",
  },
  "B44-103": {
    severity: "error",
    title: "Web page instead of a spec",
    cause: "The file or URL contains HTML, usually a documentation or login page.",
    help: "Give the address of the JSON or YAML file itself. On GitHub that is the “Raw” link.",
  },
  "B44-104": {
    severity: "error",
    title: "Invalid JSON",
    cause: "The spec is JSON that does not parse.",
    help: "Fix the JSON at the place shown.",
  },
  "B44-105": {
    severity: "error",
    title: "Invalid YAML",
    cause: "The spec is YAML that does not parse.",
    help: "Fix the YAML at the place shown. The usual causes are tabs in the indentation and unbalanced quotes.",
  },
  "B44-106": {
    severity: "error",
    title: "Not an OpenAPI document",
    cause: "The document is not an object, has neither `openapi` nor `swagger`, or is in another format.",
    help: "Give an OpenAPI 3.x or Swagger 2.0 document: it starts with `openapi: 3.1.0` or `swagger: '2.0'`.",
  },
  "B44-107": {
    severity: "error",
    title: "Unsupported version",
    cause: "The document declares a version other than Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2.",
    help: "Convert the document to OpenAPI 3, or ask its author for an OpenAPI 3 version.",
  },
  "B44-108": {
    severity: "error",
    title: "Broken reference",
    cause:
      "A selected operation reaches a `$ref`, or a value in a discriminator's `mapping`, that is not a string or points to something that does not exist or has the wrong type (a schema where a parameter belongs). It is a warning if calls still work: a schema or response is then typed `unknown`, and an operation that was selected by a pattern and cannot be called is skipped.",
    help: "Fix the `$ref`, or remove the operations that reach it from the selection.",
  },
  "B44-109": {
    severity: "error",
    title: "Reference not allowed",
    cause:
      "A `$ref` points outside what a spec may read: files in or below the spec's own folder that are not hidden, and URLs of the spec's own origin. It is a warning if only operations selected by a pattern reach it.",
    help: "If you trust it, allow it with --allow-file PATH or --allow-host HOST, or for every run with `allowFile` or `allowHost` in the config.",
  },
  "B44-110": {
    severity: "error",
    title: "Referenced document cannot be read",
    cause:
      "A `$ref` names a file or URL that cannot be read or parsed. It is a warning if the file is missing and only operations selected by a pattern reach it.",
    help: "Put the document where the `$ref` points, or fix the `$ref`.",
  },
  "B44-111": {
    severity: "error",
    title: "Spec too large",
    cause:
      "A document, or all documents that the spec refers to together, exceed the limit that protects against runaway input.",
    help: "Trim the document, or split it.",
  },
  "B44-112": {
    severity: "error",
    title: "Circular reference",
    cause:
      "A `$ref` leads back to itself through other references and never reaches a value. It is a warning if calls still work.",
    help: "Fix one of the references in the circle.",
  },
  "B44-113": {
    severity: "warning",
    title: "Document breaks an OpenAPI rule",
    cause: "The document breaks a rule of the OpenAPI specification. The message says what b44-gen does about it.",
    help: "If the generated code is what you need, there is nothing to do. Otherwise fix the document, or tell its author.",
  },
  "B44-114": {
    severity: "error",
    title: "Chain of references too long",
    cause:
      "A `$ref` points to another reference, which points to the next, more than 100 times. It is a warning if calls still work.",
    help: "Point each reference directly to the end of the chain.",
  },
  "B44-115": {
    severity: "error",
    title: "Too many alternatives or properties",
    cause:
      "A schema that a selected operation reaches has more than 5,000 alternatives or parts (`oneOf`, `anyOf`, `allOf`, …) or more than 10,000 properties, or an operation has more than 500 security requirements. It is a warning if calls still work: the schema is then typed `unknown`, and an operation that was selected by a pattern and cannot be called is skipped.",
    help: "Split the schema, or remove the operations that reach it from the selection.",
  },
  "B44-116": {
    severity: "error",
    title: "Nested too deeply",
    cause:
      "A part of a document that a selected operation reaches is nested more than 200 levels deep. It is a warning if calls still work: the part is then typed `unknown`, and an operation that was selected by a pattern and cannot be called is skipped. Examples and extensions may be nested to any depth.",
    help: "Move the inner schemas to components, and refer to them.",
  },
  "B44-117": {
    severity: "error",
    title: "YAML aliases expand too far",
    cause:
      "A part of a document that a selected operation reaches is too large once its YAML aliases are expanded, or is endless because an alias contains itself. It is a warning if calls still work, as for B44-116. Aliases in examples and extensions are not limited.",
    help: "Move the repeated part to a component, and refer to it with a `$ref`.",
  },
  "B44-118": {
    severity: "warning",
    title: "Different letter case in a path",
    cause:
      "The path of a spec, or of a file in a `$ref`, differs from the path on disk in letter case. Windows and macOS treat the two as the same path; Linux, which most CI uses, does not.",
    help: "Write the path as it is on disk, in the config or in the `$ref`, or rename the file.",
  },
} satisfies Record<string, CatalogueEntry>;
