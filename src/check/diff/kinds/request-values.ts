import type { ChangeKind } from "./model.js";

/** Changes of the schemas of parameters and payloads: what was allowed and no longer is, breaks. */
export const requestValueKinds = {
  "request-type-changed": {
    level: "breaking",
    title: "Type of a value to send changed",
    why: "What code sends is of the wrong type.",
  },
  "request-type-narrowed": {
    level: "breaking",
    title: "Type of a value to send narrowed",
    why: "Some of what code may send is refused.",
  },
  "request-type-widened": {
    level: "safe",
    title: "Type of a value to send widened",
    why: "What was taken still is.",
  },
  "request-became-nullable": {
    level: "safe",
    title: "Null became allowed",
    why: "What was taken still is.",
  },
  "request-became-not-nullable": {
    level: "breaking",
    title: "Null no longer allowed",
    why: "Code that sends null is refused.",
  },
  "request-enum-added": {
    level: "breaking",
    title: "Values to send became limited to a list",
    why: "Any other value is refused.",
  },
  "request-enum-removed": {
    level: "safe",
    title: "Values to send no longer limited to a list",
    why: "What was taken still is.",
  },
  "request-enum-value-added": {
    level: "safe",
    title: "Value to send added to a list",
    why: "What was taken still is.",
  },
  "request-enum-value-removed": {
    level: "breaking",
    title: "Value to send removed from a list",
    why: "Code that sends it is refused.",
  },
  "request-enum-replaced": {
    level: "breaking",
    title: "All values of a list to send replaced",
    why: "Whatever code sends is refused.",
  },
  "request-format-added": {
    level: "risky",
    title: "Format of a value to send added",
    why: "Values of another format may be refused.",
  },
  "request-format-removed": {
    level: "safe",
    title: "Format of a value to send removed",
    why: "What was taken still is.",
  },
  "request-format-changed": {
    level: "breaking",
    title: "Format of a value to send changed",
    why: "Values of the old format are refused.",
  },
  "request-format-widened": {
    level: "safe",
    title: "Format of a number to send widened",
    why: "What was taken still is.",
  },
  "request-format-narrowed": {
    level: "breaking",
    title: "Format of a number to send narrowed",
    why: "Some of the numbers that code may send are refused.",
  },
  "request-pattern-changed": {
    level: "risky",
    title: "Pattern of a value to send changed",
    why: "What matched the old pattern may not match the new one.",
  },
  "request-text-content-changed": {
    level: "breaking",
    title: "Content of a text to send changed",
    why: "The text has to hold another media type, or hold it in another encoding.",
  },
  "request-default-changed": {
    level: "risky",
    title: "Default of a value to send changed",
    why: "A call that leaves it out means something else than before.",
  },
  "request-default-added": {
    level: "safe",
    title: "Default of a value to send added",
    why: "A call that leaves it out was allowed before, without a promise what it means.",
  },
  "request-default-removed": {
    level: "risky",
    title: "Default of a value to send removed",
    why: "A call that leaves it out may mean something else than before.",
  },
} as const satisfies Record<string, ChangeKind>;
