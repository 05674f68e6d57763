/** A node of a graph, and the nodes that it leads to. */
interface Linked<Thing> {
  thing: Thing;
  next: readonly Thing[];
}

/** A node that is being visited. */
interface Visit<Thing> extends Linked<Thing> {
  /** The number of its successors that were visited. */
  seen: number;
  /** Its index among the visited nodes. */
  place: number;
  /** The smallest index of the open nodes that it leads back to. */
  first: number;
}

/**
 * Yields the strongly connected components of the nodes that are reachable from some nodes, including these; most
 * components have one node. Each comes after the components that it leads to (Tarjan's algorithm, iterative).
 *
 * @param done nodes to skip. The caller adds the nodes of a component once it was yielded.
 */
export function* stronglyConnected<Thing>(
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
