import { describe, expect, it } from "vitest";
import { type Outcome, suiteOutcomes } from "./suite.js";
import { groups, hasSuite, SUITES } from "./suite-cases.js";

if (!hasSuite) console.warn("Skipped: JSON-Schema-Test-Suite is not there.");

/** Of the invalid instances that a type could refuse, how many are refused at least. */
const LEAST_REFUSED = 0.95;

describe.skipIf(!hasSuite)("JSON-Schema-Test-Suite", () => {
  it.each(SUITES)(
    "$draft in OpenAPI $family",
    async ({ draft, family }) => {
      const { outcomes, notRead } = await suiteOutcomes(groups(draft), family);
      expect(notRead).toEqual([]);
      const rejected = outcomes.filter(({ valid, kind, ours }) => valid && kind === "plain" && !ours);
      expect(rejected.map(({ name }) => name)).toEqual([]);
      const refusable = outcomes.filter(({ expressible }) => expressible);
      expect(refusable.length).toBeGreaterThan(100);
      expect(rate(refusable)).toBeGreaterThan(LEAST_REFUSED);
    },
    180_000,
  );
});

function rate(outcomes: Outcome[]): number {
  return outcomes.filter(({ ours }) => !ours).length / outcomes.length;
}
