import type { ChangeKind } from "./model.js";

/** Changes of a Parameter Object (OpenAPI 3.1, section 4.8.12); those of its schema are among the request's. */
export const parameterKinds = {
  "parameter-required-added": {
    level: "breaking",
    title: "Required parameter added",
    why: "Existing calls are rejected.",
  },
  "parameter-added": {
    level: "safe",
    title: "Optional parameter added",
    why: "Calls may omit it.",
  },
  "parameter-removed": {
    level: "risky",
    title: "Parameter removed",
    why: "Calls that pass it no longer compile. The API may reject it, or ignore it and return something else.",
  },
  "parameter-moved": {
    level: "breaking",
    title: "Parameter moved to another place",
    why: "The API expects it in another place, and it moves to another argument of the function.",
  },
  "parameter-renamed": {
    level: "breaking",
    title: "Path parameter renamed",
    why: "The name is part of the operation id and a key of `pathParams`, so code with the old name fails.",
  },
  "parameter-case-changed": {
    level: "risky",
    title: "Header parameter changed in upper and lower case",
    why: "Header names ignore case, but the keys of `headers` do not: code with the old spelling no longer compiles.",
  },
  "parameter-became-required": {
    level: "breaking",
    title: "Parameter became required",
    why: "Calls without it are rejected.",
  },
  "parameter-became-optional": {
    level: "safe",
    title: "Parameter became optional",
    why: "Calls may still pass it.",
  },
  "parameter-deprecated": {
    level: "safe",
    title: "Parameter deprecated",
    why: "It works as before. Plan to stop using it before it is removed.",
  },
  "parameter-reactivated": {
    level: "safe",
    title: "Parameter no longer deprecated",
    why: "It works as before.",
  },
  "parameter-style-changed": {
    level: "risky",
    title: "Parameter's style changed",
    why: "The value is serialized differently. Until it is regenerated, code sends a form that the API may no longer understand.",
  },
  "parameter-explode-changed": {
    level: "risky",
    title: "Parameter's explode changed",
    why: "Arrays and objects are serialized differently. Until it is regenerated, code sends a form that the API may no longer understand.",
  },
  "parameter-reserved-changed": {
    level: "risky",
    title: "Parameter's allowReserved changed",
    why: "Reserved characters are encoded differently. Until it is regenerated, code sends a form that the API may no longer understand.",
  },
  "parameter-content-changed": {
    level: "risky",
    title: "Parameter's media type changed",
    why: "The value is serialized differently. Until it is regenerated, code sends a form that the API may no longer understand.",
  },
} as const satisfies Record<string, ChangeKind>;
