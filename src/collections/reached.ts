/**
 * What things lead to, themselves included, what is nearest first, as deep as it is followed. Each is there once,
 * however many ways lead there: the time grows with the things and what they lead to, not with the ways.
 */
export function* reached<T>(starts: Iterable<T>, next: (item: T) => Iterable<T>, deepest?: number): Generator<T> {
  for (const level of levels(starts, next, deepest)) yield* level;
}

/** The same, those together that are equally far. */
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
