import { failCommand } from "../faults/wrong-command.js";

/**
 * Returns the APIs that one of several jobs checks, sorted by name: for the shard `2/3`, every third one, starting with
 * the second. Throws B44-506 for an invalid shard.
 */
export function shardOf(names: readonly string[], shard: string): string[] {
  const [, first, last] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(shard) ?? [];
  const index = Number(first);
  const count = Number(last);
  if (!first || index > count) {
    return failCommand("check", `--shard ${shard} is invalid: write 1/3, 2/3 or 3/3, for example.`);
  }
  return [...names].sort().filter((_, position) => position % count === index - 1);
}
