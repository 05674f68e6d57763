import type { ChangeKind } from "./model.js";

/** The limits of values, with the words for them in a sentence. Each is compared on its own. */
export const LIMITS = {
  maximum: "the maximum",
  minimum: "the minimum",
  "multiple-of": "the number it must be a multiple of",
  "max-length": "the maximum length",
  "min-length": "the minimum length",
  pattern: "the pattern",
  "max-items": "the maximum number of items",
  "min-items": "the minimum number of items",
  "unique-items": "uniqueItems",
  "max-properties": "the maximum number of properties",
  "min-properties": "the minimum number of properties",
} as const;

/** The name of a limit in kinds of change. */
export type Limit = keyof typeof LIMITS;

type LimitKindName = `${"request" | "response"}-${Limit}-${"tightened" | "loosened"}`;

/**
 * The kinds of change of limits (JSON Schema 2020-12, validation, section 6): for each limit, tightened and loosened.
 */
export const limitKinds = Object.fromEntries(
  (Object.keys(LIMITS) as Limit[]).flatMap((limit): [LimitKindName, ChangeKind][] => [
    [
      `request-${limit}-tightened`,
      {
        level: "breaking",
        title: `Limit ${limit} of a request value added or tightened`,
        why: "The API may reject values that it accepted before.",
      },
    ],
    [
      `request-${limit}-loosened`,
      {
        level: "safe",
        title: `Limit ${limit} of a request value removed or loosened`,
        why: "Everything accepted before still is.",
      },
    ],
    [
      `response-${limit}-tightened`,
      {
        level: "safe",
        title: `Limit ${limit} of a response value added or tightened`,
        why: "All possible values were possible before.",
      },
    ],
    [
      `response-${limit}-loosened`,
      {
        level: "risky",
        title: `Limit ${limit} of a response value removed or loosened`,
        why: "Code may get values that were not possible before.",
      },
    ],
  ]),
) as Record<LimitKindName, ChangeKind>;
