import { measure } from "./process.mjs";

/** In milliseconds. A slower run is measured once, in the round that warms up the others. */
const SLOW = 20_000;

/**
 * Measures several runs. They alternate in each round, so that other load affects all of them equally. The first round
 * is a warm-up.
 *
 * @param {{ name: string, args: string[], cwd?: string, env?: Record<string, string>, out?: string, ends?: number }[]}
 *   runs
 * @param {number} rounds
 * @returns {Promise<Map<string, { times: number[], memory: number, failed?: string }>>} by the runs' names: the
 *   milliseconds of each round, and the median peak memory in MiB
 */
export async function takeTurns(runs, rounds) {
  const all = new Map(runs.map(({ name }) => [name, { times: [], memories: [], failed: undefined }]));
  for (let round = 0; round <= rounds; round++) {
    for (const run of runs) {
      const so = all.get(run.name);
      if (so.failed || so.times[0] > SLOW) continue;
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2Kround ${round} of ${rounds}: ${run.name}`);
      const { time, memory, failed } = await measure(run);
      if (failed) so.failed = failed;
      else if (round > 0 || time > SLOW) {
        so.times.push(time);
        so.memories.push(memory);
      }
    }
  }
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[2K");
  return new Map(
    [...all].map(([name, { times, memories, failed }]) => [name, { times, memory: median(memories), failed }]),
  );
}

/** The median; for an even number of values, the lower of the two in the middle. */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}

/** How many times as long a run took as another one: the median of the rounds' ratios. */
export function ratio(own, other) {
  const pairs = Math.min(own.times.length, other.times.length);
  return median(Array.from({ length: pairs }, (_, round) => own.times[round] / other.times[round]));
}
