import { limited } from "./limited.js";

/** The maximum number of open files, well below the smallest default limit (256 on macOS). */
const OPEN_FILES = 48;

/**
 * `Promise.all(items.map(work))`, with at most `limit` calls in progress at once. Results are in the order of `items`.
 * After the first rejection, no further work starts, and the result rejects once nothing is in progress any more.
 */
export async function concurrently<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  limit = OPEN_FILES,
): Promise<Result[]> {
  const inTurn = limited(limit);
  let failure: { error: unknown } | undefined;
  const results = await Promise.allSettled(
    items.map((item) =>
      inTurn(async () => {
        if (failure) throw failure.error;
        return work(item);
      }).catch((error) => {
        failure ??= { error };
        throw error;
      }),
    ),
  );
  if (failure) throw failure.error;
  return results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
}
