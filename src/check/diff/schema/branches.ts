import { type Branch, canonical, canonicalSchema, type Side, type View } from "./side/index.js";

/** The matched branches of two unions. */
interface MatchedBranches {
  pairs: { before: Branch; after: Branch }[];
  removed: Branch[];
  added: Branch[];
}

/** The branches of both unions, and the versions that they are from. */
interface BranchLists {
  before: readonly Branch[];
  after: readonly Branch[];
  sides: { before: Side; after: Side };
}

/** A branch, and the values that identify it. */
interface Candidate {
  branch: Branch;
  text: string | undefined;
  /** The properties that can have only one value, and that value. */
  tags: ReadonlyMap<string, string>;
}

/**
 * Matches the branches of two unions: by name, then by equal schemas, then by the same value of a property that can
 * have only one value, then by similarity.
 */
export function matchBranches({ before, after, sides }: BranchLists): MatchedBranches {
  const pairs: MatchedBranches["pairs"] = [];
  const named = new Map(after.flatMap((branch) => (branch.key === undefined ? [] : [[branch.key, branch]])));
  const taken = new Set<Branch>();
  for (const was of before) {
    const is = was.key === undefined ? undefined : named.get(was.key);
    if (!is || taken.has(is)) continue;
    pairs.push({ before: was, after: is });
    taken.add(was).add(is);
  }
  const left = {
    before: before.filter((branch) => !taken.has(branch)).map((branch) => candidate(branch, sides.before)),
    after: after.filter((branch) => !taken.has(branch)).map((branch) => candidate(branch, sides.after)),
  };
  for (const isMatch of [haveSameText, haveSameTag, lookAlike]) {
    for (const was of [...left.before]) {
      const is = left.after.find((other) => isMatch(was, other));
      if (!is) continue;
      pairs.push({ before: was.branch, after: is.branch });
      left.before.splice(left.before.indexOf(was), 1);
      left.after.splice(left.after.indexOf(is), 1);
    }
  }
  const branchesOf = (candidates: Candidate[]) => candidates.map(({ branch }) => branch);
  return { pairs, removed: branchesOf(left.before), added: branchesOf(left.after) };
}

/**
 * Returns the choice into which a removed choice was merged: the first one that has all its properties, and the same values
 * of those that can have only one.
 */
export function mergedInto(gone: Branch, after: readonly Branch[], sides: BranchLists["sides"]): Branch | undefined {
  const names = [...gone.view.properties.keys()];
  if (names.length === 0) return undefined;
  const was = candidate(gone, sides.before);
  return after.find(
    (branch) =>
      names.every((name) => branch.view.properties.has(name)) && lookAlike(was, candidate(branch, sides.after)),
  );
}

function candidate(branch: Branch, side: Side): Candidate {
  const tags = new Map<string, string>();
  for (const [name, subschema] of branch.view.properties) {
    const [value, ...more] = side.view(subschema).values ?? [];
    if (value !== undefined && more.length === 0) tags.set(name, canonical(value));
  }
  return { branch, tags, text: branch.schema === undefined ? undefined : canonicalSchema(branch.schema) };
}

function haveSameText(a: Candidate, b: Candidate): boolean {
  return a.text !== undefined && a.text === b.text;
}

function haveSameTag(a: Candidate, b: Candidate): boolean {
  return [...a.tags].some(([name, value]) => b.tags.get(name) === value) && !haveOtherTag(a, b);
}

function haveOtherTag(a: Candidate, b: Candidate): boolean {
  return [...a.tags].some(([name, value]) => b.tags.has(name) && b.tags.get(name) !== value);
}

/** True for branches of the same types. Of two objects, half of the properties of the smaller one must be equal. */
function lookAlike(a: Candidate, b: Candidate): boolean {
  const [viewA, viewB] = [a.branch.view, b.branch.view];
  if (typesText(viewA) !== typesText(viewB) || viewA.unions.length !== viewB.unions.length) return false;
  const smaller = Math.min(viewA.properties.size, viewB.properties.size);
  if (smaller === 0) return viewA.properties.size === viewB.properties.size;
  const shared = [...viewA.properties.keys()].filter((name) => viewB.properties.has(name)).length;
  return shared * 2 >= smaller && !haveOtherTag(a, b);
}

function typesText({ types }: View): string {
  return types === undefined ? "any" : [...types].sort().join();
}
