import { matchBranches, mergedInto } from "./branches.js";
import { compareDiscriminators } from "./discriminator.js";
import type { Pair } from "./finding.js";
import type { Sides } from "./properties.js";
import { type Branch, isBare, ofEachType, type Union, type View, withoutNull } from "./side/index.js";
import { covers } from "./types.js";
import { typeText } from "./words.js";

/**
 * Handles a schema that is a union in only one version: the single schema is compared as the only branch of a union, or
 * as one branch per type if the union has the same types.
 * @returns false if this does not apply and the two have to be compared as usual
 */
export function compareWithSingle(pair: Pair, sides: Sides): boolean {
  const before = unionOf(pair.before);
  const after = unionOf(pair.after);
  if ((before === undefined) === (after === undefined)) return false;
  const single = (view: View): Union => {
    const union = before ?? after;
    const views = union && haveSameTypes(union, view) ? ofEachType(withoutNull(view)) : [withoutNull(view)];
    const key = views.length === 1 ? view.named?.key : undefined;
    return { branches: views.map((one) => ({ view: one, key, schema: undefined })), discriminator: undefined };
  };
  const other = before ? pair.after : pair.before;
  if (other.unions.length > 0) return false;
  compareUnion(pair, { before: before ?? single(pair.before), after: after ?? single(pair.after), sides });
  return true;
}

/** True if the branches cover exactly the types of a view. */
function haveSameTypes({ branches }: Union, { types }: View): boolean {
  const chosen = branches.map(({ view }) => view.types);
  if (types === undefined || chosen.includes(undefined)) return false;
  const all = new Set(chosen.flatMap((own) => [...(own ?? [])]));
  return all.size === types.size && [...all].every((type) => types.has(type));
}

/** Returns the union of a view that consists only of a union. */
function unionOf(view: View): Union | undefined {
  return view.unions.length === 1 && isBare(view) ? view.unions[0] : undefined;
}

/** Compares the unions of two schemas in order. A union that only one version has is an added or removed condition. */
export function compareUnions(pair: Pair, sides: Sides): void {
  const { unions: before } = pair.before;
  const { unions: after } = pair.after;
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const [was, is] = [before[index], after[index]];
    if (was && is) compareUnion(pair, { before: was, after: is, sides });
    else if (is) pair.report("condition-added", "must now also match one of several alternatives");
    else pair.report("condition-removed", "no longer has to match one of several alternatives");
  }
}

function compareUnion(pair: Pair, unions: { before: Union; after: Union; sides: Sides }): void {
  const { before, after, sides } = unions;
  const matched = matchBranches({ before: before.branches, after: after.branches, sides });
  if (matched.pairs.length === 0) {
    const predicate = `was ${branchesText(before.branches)} and is now ${branchesText(after.branches)}`;
    pair.report("type-changed", predicate);
    return;
  }
  for (const branch of matched.pairs) {
    pair.follow({ step: undefined, before: branch.before.view, after: branch.after.view });
  }
  const removed = matched.removed.filter((branch) => {
    const into = pair.direction === "request" ? mergedInto(branch, after.branches, sides) : undefined;
    if (into) pair.follow({ step: undefined, before: branch.view, after: into.view });
    return !into;
  });
  if (removed.length > 0) pair.report("union-member-removed", `can no longer be ${branchesText(removed)}`);
  if (pair.direction === "response" && matched.added.some((branch) => isOther(branch, before.branches))) {
    pair.reportAs(
      "response-type-widened",
      `was ${branchesText(before.branches)} and is now ${branchesText(after.branches)}`,
    );
  } else if (matched.added.length > 0) {
    pair.report("union-member-added", `can now also be ${branchesText(matched.added)}`);
  }
  compareDiscriminators(pair, before, after);
}

/**
 * True if code that reads the previous choices cannot read this one: it has another type, or lacks a property of the
 * only previous choice.
 */
function isOther({ view }: Branch, choices: readonly Branch[]): boolean {
  const [only, ...more] = choices;
  if (!choices.some((choice) => covers(choice.view, view))) return true;
  return more.length === 0 && [...(only?.view.properties.keys() ?? [])].some((name) => !view.properties.has(name));
}

function branchesText(branches: readonly Branch[]): string {
  return [...new Set(branches.map(({ view, key }) => key ?? typeText(view)))].join(" or ");
}
