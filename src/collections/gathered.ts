import { circles } from "./circles.js";

/** How what is to be known of things is gathered. */
interface Gathering<Thing, Known> {
  /** What a thing leads to. */
  next(thing: Thing): readonly Thing[];
  /** What is known of a thing by itself, and by what is known of those that it leads to and that do not lead back. */
  find(thing: Thing, known: readonly Known[]): Known;
  /** What is known of several things that lead to each other, of what is known of each. */
  join(known: readonly Known[]): Known;
}

/**
 * What is known of things by all that they lead to. It is found out once for each thing, and is one for all that lead to each
 * other: the time grows with the things and what they lead to, whoever asks.
 */
export class Gathered<Thing, Known> {
  readonly #how: Gathering<Thing, Known>;
  readonly #known = new Map<Thing, { known: Known }>();

  constructor(how: Gathering<Thing, Known>) {
    this.#how = how;
  }

  /** What is known of a thing. */
  of(thing: Thing): Known {
    const before = this.#known.get(thing);
    if (before) return before.known;
    const { next, find, join } = this.#how;
    for (const circle of circles([thing], next, this.#known)) {
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

/** Whether something is true of things, by themselves or by any that they lead to. */
export function anyReached<Thing>(
  next: (thing: Thing) => readonly Thing[],
  is: (thing: Thing) => boolean,
): Gathered<Thing, boolean> {
  return new Gathered<Thing, boolean>({
    next,
    find: (thing, known) => is(thing) || known.includes(true),
    join: (known) => known.includes(true),
  });
}
