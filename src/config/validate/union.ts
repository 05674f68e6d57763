import type * as z from "zod";

/**
 * Replaces the issue of a union with the issues of the alternative that was meant: the only one for this kind of value,
 * or, among objects, the only one that has all the given keys. If every alternative has unknown keys, the keys unknown
 * to all of them are the issue. If several alternatives are possible, the union's own issue is kept.
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

/** Returns the issue about the keys that none of several alternatives has, if there are any. */
function unknownToAll(alternatives: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const issues = alternatives.map((each) => each.find(isUnknownKey));
  const [first, ...others] = issues;
  if (!first) return undefined;
  const keys = first.keys.filter((key) => others.every((other) => other?.keys.includes(key)));
  return keys.length > 0 ? [{ ...first, keys }] : undefined;
}

/**
 * Whether an issue means that the alternative is for other kinds of values. For a custom type, its message is empty.
 */
function isOtherKind({ path, code, message }: z.core.$ZodIssue): boolean {
  return (
    path.length === 0 && (code === "invalid_type" || code === "invalid_value" || (code === "custom" && message === ""))
  );
}

function isUnknownKey(issue: z.core.$ZodIssue): issue is z.core.$ZodIssueUnrecognizedKeys {
  return issue.code === "unrecognized_keys" && issue.path.length === 0;
}
