/** How many files are open at once, well below the smallest default limit (256 on macOS). */
const OPEN_FILES = 48;

/**
 * `Promise.all(items.map(work))`, with at most `limit` in progress at once. Results are in the order of `items`. The
 * first rejection rejects the whole, after which no new work starts, and only when nothing is in progress any more.
 */
export async function concurrently<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  limit = OPEN_FILES,
): Promise<Result[]> {
  const results: Result[] = new Array(items.length);
  const queue = items.entries();
  let failure: { error: unknown } | undefined;
  const worker = async () => {
    for (const [index, item] of queue) {
      if (failure) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  if (failure) throw failure.error;
  return results;
}
