import type { ChangeKind } from "./model.js";

/** Changes of the schemas of responses. A change is breaking if it withdraws a guarantee. */
export const responseValueKinds = {
  "response-type-changed": {
    level: "breaking",
    title: "Type of a response value changed",
    why: "Code gets a value of the wrong type.",
  },
  "response-type-widened": {
    level: "breaking",
    title: "Type of a response value widened",
    why: "The value may have a type that code does not handle.",
  },
  "response-type-narrowed": {
    level: "risky",
    title: "Type of a response value narrowed",
    why: "The removed types no longer occur, and code that handles them may no longer compile.",
  },
  "response-type-added": {
    level: "safe",
    title: "Type of a response value became known",
    why: "The spec promised nothing about it before.",
  },
  "response-number-became-integer": {
    level: "safe",
    title: "Response number became an integer",
    why: "Integers were possible before.",
  },
  "response-integer-became-number": {
    level: "risky",
    title: "Response integer may have a fraction",
    why: "The type is the same, but code may expect an integer.",
  },
  "response-became-nullable": {
    level: "breaking",
    title: "Response value may be null",
    why: "Code that does not check for null fails.",
  },
  "response-became-not-nullable": {
    level: "safe",
    title: "Response value can no longer be null",
    why: "Code that checks for null never finds it.",
  },
  "response-enum-added": {
    level: "safe",
    title: "Response value became limited to an enum",
    why: "All its values were possible before.",
  },
  "response-enum-removed": {
    level: "risky",
    title: "Response value no longer limited to an enum",
    why: "Code may get a value that it does not know.",
  },
  "response-enum-value-added": {
    level: "risky",
    title: "Enum value added to a response value",
    why: "Code may get a value that it does not know.",
  },
  "response-enum-value-removed": {
    level: "risky",
    title: "Enum value removed from a response value",
    why: "It no longer occurs, and comparisons with it no longer compile.",
  },
  "response-enum-replaced": {
    level: "breaking",
    title: "All enum values of a response value replaced",
    why: "None of the values that code checks for occurs any more.",
  },
  "response-format-added": {
    level: "safe",
    title: "Format of a response value became known",
    why: "The spec promised nothing about it before.",
  },
  "response-format-removed": {
    level: "risky",
    title: "Format of a response value no longer promised",
    why: "Code that parses the value by its format may fail.",
  },
  "response-format-changed": {
    level: "breaking",
    title: "Format of a response value changed",
    why: "Code that parses the value in its old format fails.",
  },
  "response-format-widened": {
    level: "risky",
    title: "Format of a response number widened",
    why: "A number may be larger or more precise than code, or JavaScript, can represent.",
  },
  "response-format-narrowed": {
    level: "safe",
    title: "Format of a response number narrowed",
    why: "All possible numbers were possible before.",
  },
  "response-pattern-changed": {
    level: "risky",
    title: "Pattern of a response value changed",
    why: "Code that parses the value may get one that it does not expect.",
  },
  "response-text-content-changed": {
    level: "breaking",
    title: "Content of a response string changed",
    why: "The string contains another media type or uses another encoding.",
  },
} as const satisfies Record<string, ChangeKind>;
