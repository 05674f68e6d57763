import { describe, expect, it } from "vitest";
import { allCases, type NamedCase } from "./cases.js";
import { judge, type Verdict } from "./judge.js";
import type { Position } from "./positions/index.js";

/** Judges cases, and gives what is wrong with any, and how many came out which way. */
export async function judgeAll(cases: readonly NamedCase[]) {
  const faults: string[] = [];
  const counts: Record<Verdict["outcome"], number> = { shape: 0, less: 0, refused: 0 };
  for (const one of cases) {
    try {
      const verdict = await judge(one);
      counts[verdict.outcome]++;
      faults.push(...verdict.faults.map((fault) => `${one.name}: ${fault}`));
    } catch (error) {
      faults.push(`${one.name}: ${error instanceof Error ? error.stack?.slice(0, 400) : String(error)}`);
    }
  }
  return { faults, counts };
}

/** The long form of some positions: every payload in each, in every form. Each group has a test file: they run at once. */
export function judgeEvery(positions: readonly Position[]): void {
  describe.runIf(process.env.MODE === "long")("every payload, in every form", () => {
    const each = it.each(positions.map((position) => [position.name, position] as const));
    each("as %s", { timeout: 60 * 60_000 }, async (name, position) => {
      const { faults, counts } = await judgeAll(allCases(position));
      expect(faults).toEqual([]);
      console.info(JSON.stringify({ position: name, ...counts }));
    });
  });
}
