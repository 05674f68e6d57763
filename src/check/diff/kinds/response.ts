import type { ChangeKind } from "./model.js";

/** Changes of Response Objects (OpenAPI 3.1, section 4.8.17), their content and their headers. */
export const responseKinds = {
  "response-success-status-removed": {
    level: "breaking",
    title: "Success status removed",
    why: "Code that checks for this status never sees it.",
  },
  "response-success-status-added": {
    level: "risky",
    title: "Success status added",
    why: "A successful result may have other data than code expects.",
  },
  "response-status-removed": {
    level: "risky",
    title: "Error status removed",
    why: "Code that checks for this status may lose the type of its data.",
  },
  "response-status-added": {
    level: "risky",
    title: "Error status added",
    why: "Code does not handle this status.",
  },
  "response-status-merged": {
    level: "safe",
    title: "Status no longer declared separately",
    why: "A range or `default` now covers it. Changes to its data are reported separately.",
  },
  "response-status-split": {
    level: "safe",
    title: "Status now declared separately",
    why: "A range or `default` covered it before. Changes to its data are reported separately.",
  },
  "response-body-removed": {
    level: "breaking",
    title: "Response no longer has a body",
    why: "Code that reads `data` gets nothing.",
  },
  "response-body-added": {
    level: "safe",
    title: "Response now has a body",
    why: "The spec promised no data before.",
  },
  "response-content-changed": {
    level: "breaking",
    title: "Response's kind of content changed",
    why: "The data is no longer the kind of content (JSON, text, bytes, a stream) that code reads, so its type changes.",
  },
  "response-media-type-replaced": {
    level: "safe",
    title: "Response's media type replaced by one of the same kind",
    why: "Generated code reads both the same way.",
  },
  "response-media-type-removed": {
    level: "safe",
    title: "Media type of the response removed",
    why: "The response has one of the remaining media types.",
  },
  "response-media-type-added": {
    level: "risky",
    title: "Media type of the response added",
    why: "The data may have another type than code expects.",
  },
  "response-unused-media-type-added": {
    level: "safe",
    title: "Media type that generated code does not read added",
    why: "Clients that ask for the old media type still get it.",
  },
  "response-header-removed": {
    level: "risky",
    title: "Response header removed",
    why: "Code that reads it no longer compiles. The header was never guaranteed.",
  },
  "response-header-added": {
    level: "safe",
    title: "Response header added",
    why: "No code reads it yet.",
  },
} as const satisfies Record<string, ChangeKind>;
