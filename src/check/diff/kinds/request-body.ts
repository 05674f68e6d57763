import type { ChangeKind } from "./model.js";

/** Changes of a Request Body Object (OpenAPI 3.1, section 4.8.13) and its content. */
export const requestBodyKinds = {
  "request-body-required-added": {
    level: "breaking",
    title: "Required request body added",
    why: "Existing calls are rejected.",
  },
  "request-body-added": {
    level: "safe",
    title: "Optional request body added",
    why: "Calls may omit it.",
  },
  "request-body-removed": {
    level: "risky",
    title: "Request body removed",
    why: "Calls that pass a payload no longer compile, and the API no longer reads it.",
  },
  "request-body-became-required": {
    level: "breaking",
    title: "Request body became required",
    why: "Calls without a payload are rejected.",
  },
  "request-body-became-optional": {
    level: "safe",
    title: "Request body became optional",
    why: "Calls may still pass a payload.",
  },
  "request-content-changed": {
    level: "breaking",
    title: "Payload's kind of content changed",
    why: "The payload is no longer the kind of content (JSON, form, files, text, bytes) that code passes, so its type changes.",
  },
  "request-media-type-replaced": {
    level: "risky",
    title: "Payload's media type replaced by one of the same kind",
    why: "Until it is regenerated, code sends a media type that the API may no longer accept.",
  },
  "request-media-type-removed": {
    level: "breaking",
    title: "Media type of the payload removed",
    why: "The API no longer accepts payloads of that media type.",
  },
  "request-media-type-added": {
    level: "safe",
    title: "Media type of the payload added",
    why: "Everything accepted before still is.",
  },
  "request-unused-media-type-removed": {
    level: "safe",
    title: "Media type that generated code does not send removed",
    why: "The API still accepts what generated code sends.",
  },
  "request-encoding-changed": {
    level: "risky",
    title: "Encoding of a form changed",
    why: "A field is serialized differently. Until it is regenerated, code sends a form that the API may no longer understand.",
  },
} as const satisfies Record<string, ChangeKind>;
