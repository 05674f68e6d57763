import type { ChangeKind } from "./model.js";

/** Changes of the schemas of responses: what was promised and no longer is, breaks. */
export const responseValueKinds = {
  "response-type-changed": {
    level: "breaking",
    title: "Type of a value in an answer changed",
    why: "Code reads a value of the wrong type.",
  },
  "response-type-widened": {
    level: "breaking",
    title: "Type of a value in an answer widened",
    why: "The value may be of a type that code does not handle.",
  },
  "response-type-narrowed": {
    level: "risky",
    title: "Type of a value in an answer narrowed",
    why: "Code that handles the types that are gone may no longer compile; it gets none of them.",
  },
  "response-type-added": {
    level: "safe",
    title: "Type of a value in an answer became known",
    why: "Nothing was promised of it before.",
  },
  "response-number-became-integer": {
    level: "safe",
    title: "Number in an answer is a whole one",
    why: "It is among the numbers that came before.",
  },
  "response-integer-became-number": {
    level: "risky",
    title: "Whole number in an answer may have a fraction",
    why: "The type is the same, but code may take the number for a whole one.",
  },
  "response-became-nullable": {
    level: "breaking",
    title: "Value in an answer may be null",
    why: "Code that uses the value as it is fails on null.",
  },
  "response-became-not-nullable": {
    level: "safe",
    title: "Value in an answer no longer null",
    why: "Code that looks for null finds none.",
  },
  "response-enum-added": {
    level: "safe",
    title: "Values in an answer became limited to a list",
    why: "They are values that were allowed before.",
  },
  "response-enum-removed": {
    level: "risky",
    title: "Values in an answer no longer limited to a list",
    why: "Code may meet a value that it does not know.",
  },
  "response-enum-value-added": {
    level: "risky",
    title: "Value in an answer added to a list",
    why: "Code may meet a value that it does not know.",
  },
  "response-enum-value-removed": {
    level: "risky",
    title: "Value in an answer removed from a list",
    why: "A comparison with it no longer compiles; it does not come any more.",
  },
  "response-enum-replaced": {
    level: "breaking",
    title: "All values of a list in an answer replaced",
    why: "None of the values that code looks for comes any more.",
  },
  "response-format-added": {
    level: "safe",
    title: "Format of a value in an answer became known",
    why: "Nothing was promised of it before.",
  },
  "response-format-removed": {
    level: "risky",
    title: "Format of a value in an answer no longer promised",
    why: "Code that reads the value by its format may fail.",
  },
  "response-format-changed": {
    level: "breaking",
    title: "Format of a value in an answer changed",
    why: "Code that reads the value by its old format fails.",
  },
  "response-format-widened": {
    level: "risky",
    title: "Format of a number in an answer widened",
    why: "A number may be larger or more precise than code, or JavaScript, can hold.",
  },
  "response-format-narrowed": {
    level: "safe",
    title: "Format of a number in an answer narrowed",
    why: "The numbers that come are among those that came before.",
  },
  "response-pattern-changed": {
    level: "risky",
    title: "Pattern of a value in an answer changed",
    why: "Code that takes the value apart may meet one that it does not expect.",
  },
  "response-text-content-changed": {
    level: "breaking",
    title: "Content of a text in an answer changed",
    why: "The text holds another media type, or holds it in another encoding.",
  },
} as const satisfies Record<string, ChangeKind>;
