import type * as z from "zod";

/**
 * An issue as the issues that say most: that of a union as those of the alternative that was meant. This is the one
 * that takes a value of this kind at all; among objects, the one that has all of the keys that were given. Keys that no
 * alternative has are the issue where there are any. The union's issue itself stays where the choice is open.
 */
export function flattenIssue(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const alternatives = issue.errors
    .map((issues) => issues.flatMap(flattenIssue))
    .filter((issues) => !issues.some(isOtherKind));
  const fitting = alternatives.filter((issues) => !issues.some(isUnknownKey));
  const meant = onlyOne(alternatives) ?? onlyOne(fitting) ?? unknownToAll(alternatives);
  if (!meant) return [issue];
  return meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function onlyOne<Item>(list: readonly Item[]): Item | undefined {
  return list.length === 1 ? list[0] : undefined;
}

/** The issue of the keys that none of several alternatives has, if there are any. */
function unknownToAll(alternatives: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const issues = alternatives.map((each) => each.find(isUnknownKey));
  const [first, ...others] = issues;
  if (!first) return undefined;
  const keys = first.keys.filter((key) => others.every((other) => other?.keys.includes(key)));
  return keys.length > 0 ? [{ ...first, keys }] : undefined;
}

/** Whether an alternative takes no value of this kind. A custom type says so without words. */
function isOtherKind({ path, code, message }: z.core.$ZodIssue): boolean {
  return (
    path.length === 0 && (code === "invalid_type" || code === "invalid_value" || (code === "custom" && message === ""))
  );
}

function isUnknownKey(issue: z.core.$ZodIssue): issue is z.core.$ZodIssueUnrecognizedKeys {
  return issue.code === "unrecognized_keys" && issue.path.length === 0;
}
