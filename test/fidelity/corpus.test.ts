import { describe, expect, it } from "vitest";
import { corpus, hasCorpus } from "./corpus.js";
import { type Finding, measure } from "./measure.js";

if (!hasCorpus) console.warn("Skipped: the corpus of specs is not there.");

/** Every so many of the smaller specs; `npm run fidelity` looks at all of them. */
const EVERY = 12;
const LARGEST = 200_000;

describe.skipIf(!hasCorpus)("types of real specs", () => {
  it("accept valid values, and refuse others", async () => {
    const specs = corpus(LARGEST).filter((_, index) => index % EVERY === 0);
    const { findings, chosen, judged } = await measure(specs, { schemas: 10, values: 3, faults: 4 });
    const valid = findings.filter(({ isValid }) => isValid);
    const invalid = findings.filter(({ isValid }) => !isValid);
    expect(judged).toBeGreaterThan(0.9 * chosen);
    expect(Math.min(valid.length, invalid.length)).toBeGreaterThan(judged);
    expect(valid.filter(({ ours }) => !ours).map(shown)).toEqual([]);
    expect(invalid.filter(({ ours }) => ours).map(shown)).toEqual([]);
  }, 180_000);
});

function shown({ spec, key, direction, value }: Finding): string {
  return `${spec} ${key} (${direction}): ${JSON.stringify(value)}`;
}
