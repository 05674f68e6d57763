import type { ChangeKind } from "./model.js";

/** The limits of a value that are compared each for itself, by the words for them in a sentence. */
export const LIMITS = {
  maximum: "the largest number",
  minimum: "the smallest number",
  "multiple-of": "the number that it is a multiple of",
  "max-length": "the longest text",
  "min-length": "the shortest text",
  pattern: "the pattern",
  "max-items": "the longest list",
  "min-items": "the shortest list",
  "unique-items": "that items differ",
  "max-properties": "the largest number of properties",
  "min-properties": "the smallest number of properties",
} as const;

/** A limit, as kinds of change name it. */
export type Limit = keyof typeof LIMITS;

type LimitKindName = `${"request" | "response"}-${Limit}-${"tightened" | "loosened"}`;

/** Changes of the limits of values (JSON Schema 2020-12, validation, section 6): for each, tightened and loosened. */
export const limitKinds = Object.fromEntries(
  (Object.keys(LIMITS) as Limit[]).flatMap((limit): [LimitKindName, ChangeKind][] => [
    [
      `request-${limit}-tightened`,
      {
        level: "breaking",
        title: `Limit ${limit} of a value to send set or tightened`,
        why: "Some of what code may send is refused.",
      },
    ],
    [
      `request-${limit}-loosened`,
      {
        level: "safe",
        title: `Limit ${limit} of a value to send removed or loosened`,
        why: "What was taken still is.",
      },
    ],
    [
      `response-${limit}-tightened`,
      {
        level: "safe",
        title: `Limit ${limit} of a value in an answer set or tightened`,
        why: "The values that come are among those that came before.",
      },
    ],
    [
      `response-${limit}-loosened`,
      {
        level: "risky",
        title: `Limit ${limit} of a value in an answer removed or loosened`,
        why: "Code may meet a value that did not come before.",
      },
    ],
  ]),
) as Record<LimitKindName, ChangeKind>;
