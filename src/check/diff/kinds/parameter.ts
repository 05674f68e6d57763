import type { ChangeKind } from "./model.js";

/** Changes of a Parameter Object (OpenAPI 3.1, section 4.8.12); those of its schema are among the request's. */
export const parameterKinds = {
  "parameter-required-added": {
    level: "breaking",
    title: "Required parameter added",
    why: "Calls that were complete are refused.",
  },
  "parameter-added": {
    level: "safe",
    title: "Optional parameter added",
    why: "Calls may leave it out.",
  },
  "parameter-removed": {
    level: "risky",
    title: "Parameter removed",
    why: "A call that gives it no longer compiles; the API may ignore it, so that the answer is another, or refuse it.",
  },
  "parameter-moved": {
    level: "breaking",
    title: "Parameter moved to another place",
    why: "The API looks for it elsewhere, and so do the arguments of the function.",
  },
  "parameter-renamed": {
    level: "breaking",
    title: "Path parameter renamed",
    why: "The operation's name and the key in `pathParams` hold it: code with the old name fails.",
  },
  "parameter-case-changed": {
    level: "risky",
    title: "Header parameter written with other capitals",
    why: "A header is the same in any case, but the key in `headers` is not: code with the old one no longer compiles.",
  },
  "parameter-became-required": {
    level: "breaking",
    title: "Parameter became required",
    why: "Calls without it are refused.",
  },
  "parameter-became-optional": {
    level: "safe",
    title: "Parameter became optional",
    why: "Calls may go on giving it.",
  },
  "parameter-deprecated": {
    level: "safe",
    title: "Parameter deprecated",
    why: "It works as before. Plan to leave it before it is removed.",
  },
  "parameter-reactivated": {
    level: "safe",
    title: "Parameter no longer deprecated",
    why: "It works as before.",
  },
  "parameter-style-changed": {
    level: "risky",
    title: "Parameter's style changed",
    why: "The value is written in another way: code generated before sends what the API may no longer understand.",
  },
  "parameter-explode-changed": {
    level: "risky",
    title: "Parameter's explode changed",
    why: "Lists and objects are written in another way: code generated before sends what the API may no longer understand.",
  },
  "parameter-reserved-changed": {
    level: "risky",
    title: "Parameter's allowReserved changed",
    why: "Reserved characters are sent in another way: code generated before sends what the API may no longer understand.",
  },
  "parameter-content-changed": {
    level: "risky",
    title: "Parameter's media type changed",
    why: "The value is written in another way: code generated before sends what the API may no longer understand.",
  },
} as const satisfies Record<string, ChangeKind>;
