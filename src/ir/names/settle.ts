import { getOrInsert } from "../../collections/index.js";
/** The possible names for one thing, best first, computed on demand. */
export type Wishes = readonly [() => string, ...(() => string)[]];

/** Whether names that differ only by case are distinct: type names are, names that may become file names are not. */
export type CaseRule = "exact" | "fold";

/**
 * Chooses names so that no two are the same by the case rule, and none is taken. If several things wish for the same name, all go on
 * to their next wish, so the outcome depends neither on order nor on counters. But one keeps the name if it has it as an earlier wish
 * than all others, or is the only one without a further wish. If last wishes clash, the names are numbered.
 */
export function settleNames(all: readonly Wishes[], taken: ReadonlySet<string>, rule: CaseRule): string[] {
  const seekers = all.map((wishes): Seeker => ({ wishes, level: 0, name: wishes[0]() }));
  const fold = (name: string) => (rule === "fold" ? name.toLowerCase() : name);
  for (;;) {
    const giving = [...byName(seekers, fold).values()].flatMap((group) => givingWay(group, taken));
    if (giving.length === 0) return seekers.map(({ name }) => name);
    const moved = giving.filter(goOn);
    if (moved.length === 0) return counted(seekers, taken, fold);
  }
}

/** Something that needs a name, and its current wish. */
interface Seeker {
  wishes: Wishes;
  level: number;
  name: string;
}

function isAtLast({ wishes, level }: Seeker): boolean {
  return level === wishes.length - 1;
}

/** Goes on to the next wish. Returns false if there is none. */
function goOn(seeker: Seeker): boolean {
  const wish = seeker.wishes[seeker.level + 1];
  if (!wish) return false;
  seeker.level++;
  seeker.name = wish();
  return true;
}

function byName(seekers: readonly Seeker[], fold: (name: string) => string): Map<string, Seeker[]> {
  const groups = new Map<string, Seeker[]>();
  for (const seeker of seekers) getOrInsert(groups, fold(seeker.name), () => []).push(seeker);
  return groups;
}

/** Returns those of a group with the same wish that must go on to another one. */
function givingWay(group: readonly Seeker[], taken: ReadonlySet<string>): Seeker[] {
  const refused = group.filter(({ name }) => taken.has(name));
  if (refused.length > 0 || group.length === 1) return refused;
  const free = group.filter((seeker) => !isAtLast(seeker));
  if (free.length < group.length) return free.length > 0 ? free : [...group];
  const earliest = Math.min(...group.map(({ level }) => level));
  const first = group.filter(({ level }) => level === earliest);
  return first.length === 1 ? group.filter((seeker) => seeker !== first[0]) : [...group];
}

/** Returns the names, numbered if they are taken or not unique. */
function counted(seekers: readonly Seeker[], taken: ReadonlySet<string>, fold: (name: string) => string): string[] {
  const wished = byName(seekers, fold);
  const given = new Set<string>();
  const counts = new Map<string, number>();
  return seekers.map((seeker) => {
    const isFree = (name: string) => !taken.has(name) && !given.has(fold(name));
    let { name } = seeker;
    while (!isFree(name) || (name !== seeker.name && wished.has(fold(name)))) {
      const count = (counts.get(seeker.name) ?? 1) + 1;
      counts.set(seeker.name, count);
      name = `${seeker.name}_${count}`;
    }
    given.add(fold(name));
    return name;
  });
}

/** Returns the first of several names that is not taken; if all are taken, the last one with underscores appended. */
export function settledAgainst(taken: ReadonlySet<string>, wishes: readonly string[]): string {
  let last = wishes.at(-1) ?? "_";
  while (taken.has(last)) last += "_";
  return wishes.find((wish) => !taken.has(wish)) ?? last;
}
