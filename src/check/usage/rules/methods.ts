import { ts } from "ts-morph";
import { closest } from "../../../diagnostics/index.js";
import { type ClientPart, methodsAt, modulesWith, usuallyMeant } from "../client/index.js";
import { memberAccess, plain } from "../syntax/expressions.js";
import type { UsageFile } from "../usage-file.js";

/** Reports a call of a method that the SDK's module does not have. Returns true if it does. */
export function checkMethod({ call, part }: { call: ts.CallExpression; part: ClientPart }, file: UsageFile): boolean {
  const callee = plain(call.expression);
  const method = part.path.at(-1);
  if (method === undefined || method in {}) return false;
  const path = part.path.slice(0, -1).join(".");
  const methods = methodsAt(path);
  if (!methods || methods.includes(method)) return false;
  if (modulesWith(method).length === 0 && file.project.hasMethod(method)) return false;
  if (call.questionDotToken || isAskedFor(callee, method, file)) return false;
  const access = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  file.findings.report({
    code: "B44-812",
    node: access,
    message: `The SDK has no \`${path}.${method}\`.`,
    help: help({ method, methods, path }),
  });
  return true;
}

/** True if the code checks that the method exists, or defines it. */
function isAskedFor(callee: ts.Expression, method: string, { scopes }: UsageFile): boolean {
  return scopes.named(method).some(({ parent }) => {
    const access = memberAccess(parent);
    if (!access || parent === callee) return false;
    return (
      !(ts.isCallExpression(parent.parent) && parent.parent.expression === parent) || !!parent.parent.questionDotToken
    );
  });
}

function help({ method, methods, path }: { method: string; methods: readonly string[]; path: string }): string {
  const usual = usuallyMeant(method);
  const isHere = usual !== undefined && methods.includes(usual);
  const elsewhere = isHere ? undefined : whereElse(method, path) || (usual && whereElse(usual, path));
  if (elsewhere)
    return `Use \`base44.${elsewhere}\`${/^asService/.test(elsewhere) ? ", for backend functions only" : ""}.`;
  const meant = isHere ? usual : closest(method, [...methods]);
  return meant
    ? `Did you mean \`${meant}\`?`
    : `There ${methods.length > 1 ? "are" : "is"} ${methods.map((one) => `\`${one}\``).join(", ")}.`;
}

/** The path of a method with this name in the module of the same name elsewhere in the client. */
function whereElse(method: string, path: string): string | undefined {
  const module = modulesWith(method).find((other) => other.endsWith(path.split(".").at(-1) ?? path));
  return module === undefined ? undefined : `${module}.${method}`;
}
