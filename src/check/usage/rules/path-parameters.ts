import { ts } from "ts-morph";
import { closest } from "../../../diagnostics/index.js";
import { literalMembers, membersIn, plain } from "../syntax/expressions.js";
import type { UsageFile } from "../usage-file.js";

interface PathCall {
  call: ts.CallExpression;
  /** The `{ pathParams, … }` argument, if there is one. */
  args: ts.Expression | undefined;
  /** The names of the path's parameters. */
  names: readonly string[];
  /** `method:/path`. */
  id: string;
}

/**
 * Reports path parameters that a call passes and the path does not have, and those that the path has and the call does
 * not pass.
 */
export function checkPathParameters({ call, args, names, id }: PathCall, file: UsageFile): void {
  const object = args && plain(args);
  if (object && !ts.isObjectLiteralExpression(object)) return;
  const members = object ? literalMembers(object) : new Map<string, ts.ObjectLiteralElementLike>();
  if (!members) return;
  const passed = members.get("pathParams") ?? members.get("path_params") ?? members.get("pathParameters");
  if (!passed) {
    // They may be in `params`, which is reported separately.
    if (names.length > 0 && !members.has("params")) reportMissing({ node: object ?? call, names, id }, file);
    return;
  }
  const parameters = membersIn(passed);
  if (!parameters || !ts.isPropertyAssignment(passed)) return;
  const missing = names.filter((name) => !parameters.has(name));
  const extra = [...parameters].filter(([name]) => !names.includes(name));
  for (const [name, property] of extra) {
    const meant = extra.length === 1 && missing.length === 1 ? missing[0] : closest(name, missing);
    file.findings.report({
      code: "B44-807",
      node: property.name ?? property,
      message: `The path of ${id} has no parameter "${name}".`,
      help: meant ? `Write "${meant}".` : whatItHas(names),
    });
  }
  // A wrong name instead of a missing one is a single fault.
  if (missing.length > extra.length) reportMissing({ node: plain(passed.initializer), names: missing, id }, file);
}

function whatItHas(names: readonly string[]): string {
  if (names.length > 0) return `It has ${quoted(names)}.`;
  return "The path has no parameters: remove it, or pass it in `queryParams` if it belongs there.";
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

function reportMissing({ node, names, id }: { node: ts.Node; names: readonly string[]; id: string }, file: UsageFile) {
  const list = quoted(names);
  file.findings.report({
    code: "B44-808",
    node,
    message: `The call does not pass the path parameter${names.length > 1 ? "s" : ""} ${list} of ${id}.`,
    help: `Add ${list} to \`pathParams\`.`,
  });
}
