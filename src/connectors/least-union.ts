import { isSubset, minimalSets } from "./bit-sets.js";
import type { Choice, Group, WeightedChoice } from "./choice.js";
import { searchGroup } from "./search-group.js";

/**
 * Finds the set that contains one set of every requirement and unlocks the fewest of `unlockable`; among these the
 * smallest; among these the first when elements are compared in order. After `effort` comparisons of a set with a
 * choice, the search stops with the best set so far, which may not be optimal.
 */
export function leastUnion(question: {
  requirements: readonly Choice[];
  unlockable: readonly Choice[];
  effort: number;
}): bigint {
  const requirements = withoutImplied(distinct(question.requirements).map(({ sets }) => sets));
  const reach = unionOf(requirements);
  const unlockable = distinct(question.unlockable.map((sets) => sets.filter((set) => isSubset(set, reach))))
    .filter(({ sets }) => sets.length > 0)
    .filter(({ sets }) => !requirements.some((requirement) => implies(requirement, sets)));
  let union = 0n;
  let effort = question.effort;
  for (const group of independentGroups(requirements, unlockable)) {
    const found = searchGroup(group, Math.max(0, effort));
    union |= found.union;
    effort -= found.spent;
  }
  return union;
}

/** The distinct choices, reduced to their minimal sets. */
function distinct(choices: readonly Choice[]): WeightedChoice[] {
  const byText = new Map<string, WeightedChoice>();
  for (const choice of choices) {
    const sets = minimalSets(choice).sort((a, b) => (a < b ? -1 : 1));
    const text = sets.join();
    const known = byText.get(text);
    if (known) known.weight++;
    else byText.set(text, { sets, weight: 1 });
  }
  return [...byText.values()];
}

/** True if every set that meets a requirement also meets another one. */
function implies(requirement: Choice, other: Choice): boolean {
  return requirement.every((set) => other.some((smaller) => isSubset(smaller, set)));
}

function withoutImplied(requirements: readonly Choice[]): Choice[] {
  return requirements.filter((one) => !requirements.some((other) => other !== one && implies(other, one)));
}

/** Splits requirements and choices into groups that have no scope in common, directly or through others. */
function independentGroups(requirements: readonly Choice[], unlockable: readonly WeightedChoice[]): Group[] {
  let groups: (Group & { reach: bigint })[] = [];
  const add = (sets: Choice, item: Partial<Group>) => {
    const reach = unionOf([sets]);
    const touching = groups.filter((group) => (group.reach & reach) !== 0n);
    const parts = [...touching, item];
    groups = groups.filter((group) => !touching.includes(group));
    groups.push({
      reach: touching.reduce((union, group) => union | group.reach, reach),
      requirements: parts.flatMap((part) => part.requirements ?? []),
      unlockable: parts.flatMap((part) => part.unlockable ?? []),
    });
  };
  for (const requirement of requirements) add(requirement, { requirements: [requirement] });
  for (const item of unlockable) add(item.sets, { unlockable: [item] });
  return groups;
}

function unionOf(choices: readonly Choice[]): bigint {
  return choices.flat().reduce((union, set) => union | set, 0n);
}
