import { stronglyConnected } from "./strongly-connected.js";

/** How to derive a value for each node of a graph. */
interface Gathering<Thing, Known> {
  /** The nodes that a node leads to. */
  next(thing: Thing): readonly Thing[];
  /**
   * The value of a node, from the node itself and the values of its successors outside its strongly connected
   * component.
   */
  find(thing: Thing, known: readonly Known[]): Known;
  /** The common value of the nodes of a strongly connected component, from the value of each. */
  join(known: readonly Known[]): Known;
}

/**
 * Derives a value for nodes of a graph from everything that they lead to. Each value is computed once, and is the same
 * for all nodes of a strongly connected component, so the total time is linear in the size of the graph.
 */
export class GraphValues<Thing, Known> {
  readonly #how: Gathering<Thing, Known>;
  readonly #known = new Map<Thing, { known: Known }>();

  constructor(how: Gathering<Thing, Known>) {
    this.#how = how;
  }

  /** Returns the value of a node. */
  of(thing: Thing): Known {
    const before = this.#known.get(thing);
    if (before) return before.known;
    const { next, find, join } = this.#how;
    for (const circle of stronglyConnected([thing], next, this.#known)) {
      const found = circle.map((one) =>
        find(
          one.thing,
          one.next.flatMap((other) => this.#known.get(other) ?? []).map(({ known }) => known),
        ),
      );
      const known = found.length === 1 ? (found[0] as Known) : join(found);
      for (const one of circle) this.#known.set(one.thing, { known });
    }
    return this.#known.get(thing)!.known;
  }
}

/** Determines for nodes whether a predicate is true for them, or for any node that they lead to. */
export function anyReached<Thing>(
  next: (thing: Thing) => readonly Thing[],
  is: (thing: Thing) => boolean,
): GraphValues<Thing, boolean> {
  return new GraphValues<Thing, boolean>({
    next,
    find: (thing, known) => is(thing) || known.includes(true),
    join: (known) => known.includes(true),
  });
}
