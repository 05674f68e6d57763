/**
 * Yields everything that some items lead to, including themselves, in breadth-first order up to a depth. Each item is
 * yielded once, so the time is linear in the items and their successors, not in the number of paths.
 */
export function* reached<T>(starts: Iterable<T>, next: (item: T) => Iterable<T>, deepest?: number): Generator<T> {
  for (const level of levels(starts, next, deepest)) yield* level;
}

/** As {@link reached}, but yields the items of the same distance together. */
export function* levels<T>(
  starts: Iterable<T>,
  next: (item: T) => Iterable<T>,
  deepest = Number.POSITIVE_INFINITY,
): Generator<readonly T[]> {
  const found = new Set(starts);
  let level = [...found];
  for (let depth = 0; level.length > 0; depth++) {
    yield level;
    if (depth >= deepest) return;
    const others: T[] = [];
    for (const item of level) {
      for (const other of next(item)) {
        if (found.has(other)) continue;
        found.add(other);
        others.push(other);
      }
    }
    level = others;
  }
}
