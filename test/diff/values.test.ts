import { describe, expect, test } from "vitest";
import { linesOf } from "./support.js";

/** The pairs of fixtures/changes: what is found from before to after, and from after to before. */
const pairs: Record<string, { there: string[]; back: string[] }> = {
  const: {
    there: ["breaking request-enum-replaced @ payload.value", "breaking response-enum-replaced @ data 200.value"],
    back: ["breaking request-enum-replaced @ payload.value", "breaking response-enum-replaced @ data 200.value"],
  },
  "const-to-enum": {
    there: ["safe request-enum-value-added @ payload.value", "risky response-enum-value-added @ data 200.value"],
    back: ["breaking request-enum-value-removed @ payload.value", "risky response-enum-value-removed @ data 200.value"],
  },
  default: {
    there: ["safe request-default-added @ payload.value"],
    back: ["risky request-default-removed @ payload.value"],
  },
  "default-changed": {
    there: ["risky request-default-changed @ payload.value"],
    back: ["risky request-default-changed @ payload.value"],
  },
  enum: {
    there: ["breaking request-enum-added @ payload.value", "safe response-enum-added @ data 200.value"],
    back: ["safe request-enum-removed @ payload.value", "risky response-enum-removed @ data 200.value"],
  },
  "enum-replaced": {
    there: ["breaking request-enum-replaced @ payload.value", "breaking response-enum-replaced @ data 200.value"],
    back: ["breaking request-enum-replaced @ payload.value", "breaking response-enum-replaced @ data 200.value"],
  },
  "enum-value": {
    there: ["safe request-enum-value-added @ payload.value", "risky response-enum-value-added @ data 200.value"],
    back: ["breaking request-enum-value-removed @ payload.value", "risky response-enum-value-removed @ data 200.value"],
  },
  format: {
    there: ["risky request-format-added @ payload.value", "safe response-format-added @ data 200.value"],
    back: ["safe request-format-removed @ payload.value", "risky response-format-removed @ data 200.value"],
  },
  "format-changed": {
    there: ["breaking request-format-changed @ payload.value", "breaking response-format-changed @ data 200.value"],
    back: ["breaking request-format-changed @ payload.value", "breaking response-format-changed @ data 200.value"],
  },
  "format-widened": {
    there: ["safe request-format-widened @ payload.value", "risky response-format-widened @ data 200.value"],
    back: ["breaking request-format-narrowed @ payload.value", "safe response-format-narrowed @ data 200.value"],
  },
  "format-of-other-type": {
    there: [
      "safe request-type-widened @ payload.value",
      "safe request-format-widened @ payload.value",
      "risky response-integer-became-number @ data 200.value",
      "risky response-format-widened @ data 200.value",
    ],
    back: [
      "breaking request-type-narrowed @ payload.value",
      "breaking request-format-narrowed @ payload.value",
      "safe response-number-became-integer @ data 200.value",
      "safe response-format-narrowed @ data 200.value",
    ],
  },
  "max-items": {
    there: [
      "breaking request-max-items-tightened @ payload.value",
      "safe response-max-items-tightened @ data 200.value",
    ],
    back: ["safe request-max-items-loosened @ payload.value", "risky response-max-items-loosened @ data 200.value"],
  },
  "max-length": {
    there: [
      "breaking request-max-length-tightened @ payload.value",
      "safe response-max-length-tightened @ data 200.value",
    ],
    back: ["safe request-max-length-loosened @ payload.value", "risky response-max-length-loosened @ data 200.value"],
  },
  "max-properties": {
    there: [
      "breaking request-max-properties-tightened @ payload.value",
      "safe response-max-properties-tightened @ data 200.value",
    ],
    back: [
      "safe request-max-properties-loosened @ payload.value",
      "risky response-max-properties-loosened @ data 200.value",
    ],
  },
  maximum: {
    there: ["breaking request-maximum-tightened @ payload.value", "safe response-maximum-tightened @ data 200.value"],
    back: ["safe request-maximum-loosened @ payload.value", "risky response-maximum-loosened @ data 200.value"],
  },
  "maximum-exclusive": {
    there: ["breaking request-maximum-tightened @ payload.value", "safe response-maximum-tightened @ data 200.value"],
    back: ["safe request-maximum-loosened @ payload.value", "risky response-maximum-loosened @ data 200.value"],
  },
  "min-items": {
    there: [
      "breaking request-min-items-tightened @ payload.value",
      "safe response-min-items-tightened @ data 200.value",
    ],
    back: ["safe request-min-items-loosened @ payload.value", "risky response-min-items-loosened @ data 200.value"],
  },
  "min-length": {
    there: [
      "breaking request-min-length-tightened @ payload.value",
      "safe response-min-length-tightened @ data 200.value",
    ],
    back: ["safe request-min-length-loosened @ payload.value", "risky response-min-length-loosened @ data 200.value"],
  },
  "min-properties": {
    there: [
      "breaking request-min-properties-tightened @ payload.value",
      "safe response-min-properties-tightened @ data 200.value",
    ],
    back: [
      "safe request-min-properties-loosened @ payload.value",
      "risky response-min-properties-loosened @ data 200.value",
    ],
  },
  minimum: {
    there: ["breaking request-minimum-tightened @ payload.value", "safe response-minimum-tightened @ data 200.value"],
    back: ["safe request-minimum-loosened @ payload.value", "risky response-minimum-loosened @ data 200.value"],
  },
  "multiple-limits": {
    there: [
      "breaking request-max-length-tightened @ payload.value",
      "safe response-max-length-tightened @ data 200.value",
    ],
    back: ["safe request-max-length-loosened @ payload.value", "risky response-max-length-loosened @ data 200.value"],
  },
  "multiple-of": {
    there: [
      "breaking request-multiple-of-tightened @ payload.value",
      "safe response-multiple-of-tightened @ data 200.value",
    ],
    back: ["safe request-multiple-of-loosened @ payload.value", "risky response-multiple-of-loosened @ data 200.value"],
  },
  "multiple-of-fraction": {
    there: [
      "breaking request-multiple-of-tightened @ payload.value",
      "safe response-multiple-of-tightened @ data 200.value",
    ],
    back: ["safe request-multiple-of-loosened @ payload.value", "risky response-multiple-of-loosened @ data 200.value"],
  },
  "multiple-of-other": {
    there: [
      "breaking request-multiple-of-tightened @ payload.value",
      "risky response-multiple-of-loosened @ data 200.value",
    ],
    back: [
      "breaking request-multiple-of-tightened @ payload.value",
      "risky response-multiple-of-loosened @ data 200.value",
    ],
  },
  nullable: {
    there: ["safe request-became-nullable @ payload.value", "breaking response-became-nullable @ data 200.value"],
    back: [
      "breaking request-became-not-nullable @ payload.value",
      "safe response-became-not-nullable @ data 200.value",
    ],
  },
  "nullable-reference": {
    there: ["safe request-became-nullable @ payload.value", "breaking response-became-nullable @ data 200.value"],
    back: [
      "breaking request-became-not-nullable @ payload.value",
      "safe response-became-not-nullable @ data 200.value",
    ],
  },
  pattern: {
    there: ["breaking request-pattern-tightened @ payload.value", "safe response-pattern-tightened @ data 200.value"],
    back: ["safe request-pattern-loosened @ payload.value", "risky response-pattern-loosened @ data 200.value"],
  },
  "pattern-changed": {
    there: ["risky request-pattern-changed @ payload.value", "risky response-pattern-changed @ data 200.value"],
    back: ["risky request-pattern-changed @ payload.value", "risky response-pattern-changed @ data 200.value"],
  },
  "text-content": {
    there: [
      "breaking request-text-content-changed @ payload.value",
      "breaking response-text-content-changed @ data 200.value",
    ],
    back: [
      "breaking request-text-content-changed @ payload.value",
      "breaking response-text-content-changed @ data 200.value",
    ],
  },
  type: {
    there: ["breaking request-type-changed @ payload.value", "breaking response-type-changed @ data 200.value"],
    back: ["breaking request-type-changed @ payload.value", "breaking response-type-changed @ data 200.value"],
  },
  "type-array": {
    there: ["breaking request-type-changed @ payload.value", "breaking response-type-changed @ data 200.value"],
    back: ["breaking request-type-changed @ payload.value", "breaking response-type-changed @ data 200.value"],
  },
  "type-integer": {
    there: ["safe request-type-widened @ payload.value", "risky response-integer-became-number @ data 200.value"],
    back: ["breaking request-type-narrowed @ payload.value", "safe response-number-became-integer @ data 200.value"],
  },
  "type-list": {
    there: ["safe request-type-widened @ payload.value", "breaking response-type-widened @ data 200.value"],
    back: ["breaking request-type-narrowed @ payload.value", "risky response-type-narrowed @ data 200.value"],
  },
  "type-untold": {
    there: ["breaking request-type-narrowed @ payload.value", "risky response-type-narrowed @ data 200.value"],
    back: ["safe request-type-widened @ payload.value", "breaking response-type-widened @ data 200.value"],
  },
  "type-unknown": {
    there: ["breaking request-type-narrowed @ payload.value", "safe response-type-added @ data 200.value"],
    back: ["safe request-type-widened @ payload.value", "breaking response-type-widened @ data 200.value"],
  },
  "unique-items": {
    there: [
      "breaking request-unique-items-tightened @ payload.value",
      "safe response-unique-items-tightened @ data 200.value",
    ],
    back: [
      "safe request-unique-items-loosened @ payload.value",
      "risky response-unique-items-loosened @ data 200.value",
    ],
  },
};

describe("changes of single values", () => {
  test.each(Object.entries(pairs))("%s", async (name, wanted) => {
    expect(await linesOf(name)).toEqual(wanted);
  });
});
