import type { ChangeKind } from "./model.js";

/** Changes of the schemas of parameters and payloads. A change is breaking if it forbids a value that was allowed. */
export const requestValueKinds = {
  "request-type-changed": {
    level: "breaking",
    title: "Type of a request value changed",
    why: "Code sends a value of the wrong type.",
  },
  "request-type-narrowed": {
    level: "breaking",
    title: "Type of a request value narrowed",
    why: "The API may reject values that it accepted before.",
  },
  "request-type-widened": {
    level: "safe",
    title: "Type of a request value widened",
    why: "Everything accepted before still is.",
  },
  "request-became-nullable": {
    level: "safe",
    title: "Null became allowed",
    why: "Everything accepted before still is.",
  },
  "request-became-not-nullable": {
    level: "breaking",
    title: "Null no longer allowed",
    why: "Calls that send null are rejected.",
  },
  "request-enum-added": {
    level: "breaking",
    title: "Request value became limited to an enum",
    why: "Any other value is rejected.",
  },
  "request-enum-removed": {
    level: "safe",
    title: "Request value no longer limited to an enum",
    why: "Everything accepted before still is.",
  },
  "request-enum-value-added": {
    level: "safe",
    title: "Enum value added to a request value",
    why: "Everything accepted before still is.",
  },
  "request-enum-value-removed": {
    level: "breaking",
    title: "Enum value removed from a request value",
    why: "Calls that send it are rejected.",
  },
  "request-enum-replaced": {
    level: "breaking",
    title: "All enum values of a request value replaced",
    why: "Every value that code sends is rejected.",
  },
  "request-format-added": {
    level: "risky",
    title: "Format of a request value added",
    why: "Values in another format may be rejected.",
  },
  "request-format-removed": {
    level: "safe",
    title: "Format of a request value removed",
    why: "Everything accepted before still is.",
  },
  "request-format-changed": {
    level: "breaking",
    title: "Format of a request value changed",
    why: "Values in the old format are rejected.",
  },
  "request-format-widened": {
    level: "safe",
    title: "Format of a request number widened",
    why: "Everything accepted before still is.",
  },
  "request-format-narrowed": {
    level: "breaking",
    title: "Format of a request number narrowed",
    why: "The API may reject numbers that it accepted before.",
  },
  "request-pattern-changed": {
    level: "risky",
    title: "Pattern of a request value changed",
    why: "Values that matched the old pattern may not match the new one.",
  },
  "request-text-content-changed": {
    level: "breaking",
    title: "Content of a request string changed",
    why: "The string must contain another media type or use another encoding.",
  },
  "request-default-changed": {
    level: "risky",
    title: "Default of a request value changed",
    why: "Calls that omit it have another meaning than before.",
  },
  "request-default-added": {
    level: "safe",
    title: "Default of a request value added",
    why: "Calls could omit it before, but the spec did not say what that means.",
  },
  "request-default-removed": {
    level: "risky",
    title: "Default of a request value removed",
    why: "Calls that omit it may have another meaning than before.",
  },
} as const satisfies Record<string, ChangeKind>;
