/** A thing, and what it leads to. */
interface Linked<Thing> {
  thing: Thing;
  next: readonly Thing[];
}

/** A thing that is being looked at. */
interface Visit<Thing> extends Linked<Thing> {
  /** How much of what it leads to was looked at. */
  seen: number;
  /** Its place among those that are looked at. */
  place: number;
  /** The first of those that it leads back to. */
  first: number;
}

/**
 * The things that some lead to, themselves included, in groups of those that lead to each other, most of them of one thing;
 * each group comes after those that it leads to (the algorithm is Tarjan's, without recursion).
 *
 * @param done things that are passed over; to these belong those of a group once it was given
 */
export function* circles<Thing>(
  starts: Iterable<Thing>,
  next: (thing: Thing) => readonly Thing[],
  done: { has(thing: Thing): boolean },
): Generator<readonly Linked<Thing>[]> {
  const open = new Map<Thing, Visit<Thing>>();
  const way: Visit<Thing>[] = [];
  const looked: Visit<Thing>[] = [];
  const enter = (thing: Thing): void => {
    const place = looked.length;
    const visit = { thing, next: next(thing), seen: 0, place, first: place };
    open.set(thing, visit);
    way.push(visit);
    looked.push(visit);
  };
  for (const start of starts) {
    if (!done.has(start)) enter(start);
    for (let visit = way.at(-1); visit; visit = way.at(-1)) {
      if (visit.seen < visit.next.length) {
        const other = visit.next[visit.seen++] as Thing;
        const back = open.get(other);
        if (back) visit.first = Math.min(visit.first, back.place);
        else if (!done.has(other)) enter(other);
        continue;
      }
      way.pop();
      const before = way.at(-1);
      if (before) before.first = Math.min(before.first, visit.first);
      if (visit.first < visit.place) continue;
      const group = looked.splice(visit.place);
      for (const { thing } of group) open.delete(thing);
      yield group;
    }
  }
}
