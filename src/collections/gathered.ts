/** How what is to be known of things is gathered. */
interface Gathering<Thing, Known> {
  /** What a thing leads to. */
  next(thing: Thing): readonly Thing[];
  /** What is known of a thing by itself, and by what is known of those that it leads to and that do not lead back. */
  find(thing: Thing, known: readonly Known[]): Known;
  /** What is known of several things that lead to each other, of what is known of each. */
  join(known: readonly Known[]): Known;
}

/** A thing that is being looked at. */
interface Visit<Thing, Known> {
  thing: Thing;
  /** Its place among those that are looked at. */
  place: number;
  /** The first of those that it leads back to. */
  first: number;
  next: Iterator<Thing>;
  known: Known[];
}

/**
 * What is known of things by all that they lead to. It is found out once for each thing, and is one for all that lead to each
 * other: the time grows with the things and what they lead to, whoever asks (the algorithm is Tarjan's, without recursion).
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
    const next = this.#how.next(thing);
    if (next.length === 0) return this.#keep(thing, this.#how.find(thing, []));
    this.#gather(thing);
    return this.#known.get(thing)!.known;
  }

  #keep(thing: Thing, known: Known): Known {
    this.#known.set(thing, { known });
    return known;
  }

  #gather(start: Thing): void {
    const open = new Map<Thing, Visit<Thing, Known>>();
    const way: Visit<Thing, Known>[] = [];
    const looked: Visit<Thing, Known>[] = [];
    const enter = (thing: Thing): void => {
      const place = looked.length;
      const visit = { thing, place, first: place, next: this.#how.next(thing)[Symbol.iterator](), known: [] };
      open.set(thing, visit);
      way.push(visit);
      looked.push(visit);
    };
    enter(start);
    for (let visit = way.at(-1); visit; visit = way.at(-1)) {
      const { done, value: next } = visit.next.next();
      if (!done) {
        const known = this.#known.get(next);
        const back = open.get(next);
        if (known) visit.known.push(known.known);
        else if (back) visit.first = Math.min(visit.first, back.place);
        else enter(next);
        continue;
      }
      way.pop();
      const before = way.at(-1);
      if (visit.first === visit.place) {
        const known = this.#settle(looked.splice(visit.place), open);
        before?.known.push(known);
      } else if (before) before.first = Math.min(before.first, visit.first);
    }
  }

  /** Keeps what is known of things that lead to each other, or of a single one. */
  #settle(circle: readonly Visit<Thing, Known>[], open: Map<Thing, Visit<Thing, Known>>): Known {
    const found = circle.map(({ thing, known }) => this.#how.find(thing, known));
    const known = found.length === 1 ? (found[0] as Known) : this.#how.join(found);
    for (const { thing } of circle) {
      this.#keep(thing, known);
      open.delete(thing);
    }
    return known;
  }
}
