import type { ChangeKind } from "./model.js";

/** Changes of a Request Body Object (OpenAPI 3.1, section 4.8.13) and its content. */
export const requestBodyKinds = {
  "request-body-required-added": {
    level: "breaking",
    title: "Required request body added",
    why: "Calls that were complete are refused.",
  },
  "request-body-added": {
    level: "safe",
    title: "Optional request body added",
    why: "Calls may leave it out.",
  },
  "request-body-removed": {
    level: "risky",
    title: "Request body removed",
    why: "A call that gives a payload no longer compiles, and the API no longer reads it.",
  },
  "request-body-became-required": {
    level: "breaking",
    title: "Request body became required",
    why: "Calls without a payload are refused.",
  },
  "request-body-became-optional": {
    level: "safe",
    title: "Request body became optional",
    why: "Calls may go on giving a payload.",
  },
  "request-content-changed": {
    level: "breaking",
    title: "Payload of another form",
    why: "The payload is no longer of the form (JSON, form, files, text, bytes) that code gives: it takes another type.",
  },
  "request-media-type-replaced": {
    level: "risky",
    title: "Payload's media type replaced by one of the same form",
    why: "Code generated before names a media type that the API may no longer take.",
  },
  "request-media-type-removed": {
    level: "breaking",
    title: "Media type of the payload removed",
    why: "A payload of that media type is no longer taken.",
  },
  "request-media-type-added": {
    level: "safe",
    title: "Media type of the payload added",
    why: "What was taken still is.",
  },
  "request-unused-media-type-removed": {
    level: "safe",
    title: "Media type removed that generated code does not send",
    why: "What generated code sends is still taken.",
  },
  "request-encoding-changed": {
    level: "risky",
    title: "Encoding of a form changed",
    why: "A field is written in another way: code generated before sends what the API may no longer understand.",
  },
} as const satisfies Record<string, ChangeKind>;
