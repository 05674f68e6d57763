/**
 * What things lead to, themselves included, what is nearest first, as deep as it is followed. Each is there once,
 * however many ways lead there: the time grows with the things and what they lead to, not with the ways.
 */
export function* reached<T>(
  starts: Iterable<T>,
  next: (item: T) => Iterable<T>,
  deepest = Number.POSITIVE_INFINITY,
): Generator<T> {
  let depth = 0;
  for (const level of levels(starts, next)) {
    if (depth > deepest) return;
    yield* level;
    depth += 1;
  }
}

/** The same, those together that are equally far. */
export function* levels<T>(starts: Iterable<T>, next: (item: T) => Iterable<T>): Generator<readonly T[]> {
  const found = new Set(starts);
  let level = [...found];
  while (level.length > 0) {
    yield level;
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
