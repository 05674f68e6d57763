import type { ChangeKind } from "./model.js";

/** Changes of Response Objects (OpenAPI 3.1, section 4.8.17), their content and their headers. */
export const responseKinds = {
  "response-success-status-removed": {
    level: "breaking",
    title: "Status of success removed",
    why: "Code that waits for this status waits in vain.",
  },
  "response-success-status-added": {
    level: "risky",
    title: "Status of success added",
    why: "A result that is a success may hold other data than code expects.",
  },
  "response-status-removed": {
    level: "risky",
    title: "Status of failure removed",
    why: "Code that compares with this status may no longer know the type of its data.",
  },
  "response-status-added": {
    level: "risky",
    title: "Status of failure added",
    why: "An answer that code does not look for.",
  },
  "response-status-merged": {
    level: "safe",
    title: "Status no longer declared by itself",
    why: "A range or `default` answers for it; what changes of its data is reported by itself.",
  },
  "response-status-split": {
    level: "safe",
    title: "Status now declared by itself",
    why: "A range or `default` answered for it; what changes of its data is reported by itself.",
  },
  "response-body-removed": {
    level: "breaking",
    title: "Answer no longer has a body",
    why: "Code that reads `data` finds nothing.",
  },
  "response-body-added": {
    level: "safe",
    title: "Answer now has a body",
    why: "Nothing was promised of its data before.",
  },
  "response-content-changed": {
    level: "breaking",
    title: "Answer of another form",
    why: "The data is no longer of the form (JSON, text, bytes, a stream) that code reads: it has another type.",
  },
  "response-media-type-replaced": {
    level: "safe",
    title: "Answer's media type replaced by one of the same form",
    why: "Generated code reads both in the same way.",
  },
  "response-media-type-removed": {
    level: "safe",
    title: "Media type of the answer removed",
    why: "The answer is of one of the media types that are left.",
  },
  "response-media-type-added": {
    level: "risky",
    title: "Media type of the answer added",
    why: "The data may be of another type than code expects.",
  },
  "response-unused-media-type-added": {
    level: "safe",
    title: "Media type added that generated code does not read",
    why: "The answer is still given as before to those that ask for it so.",
  },
  "response-header-removed": {
    level: "risky",
    title: "Header of the answer removed",
    why: "Code that reads it no longer compiles. That it is there was never sure.",
  },
  "response-header-added": {
    level: "safe",
    title: "Header of the answer added",
    why: "No code reads it yet.",
  },
} as const satisfies Record<string, ChangeKind>;
