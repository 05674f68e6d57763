import { ts } from "ts-morph";
import { closest } from "../../../diagnostics/index.js";
import { keptValue, literalText, memberAccess } from "../syntax/expressions.js";
import type { UsageFile } from "../usage-file.js";

/** Checks the name and the data of a call of `functions.invoke`. */
export function checkInvoke(call: ts.CallExpression, file: UsageFile): void {
  const [name, data] = call.arguments;
  const { functions } = file.project.input;
  const text = name && literalText(name, file.scopes);
  // If there is no function at all, the functions are not in this checkout.
  if (name && text !== undefined && functions && functions.length > 0 && !functions.includes(text)) {
    const meant = closest(text, [...functions]) ?? functions.find((one) => one.split("/").at(-1) === text);
    file.findings.report({
      code: "B44-815",
      node: name,
      message: `The project has no function "${text}".`,
      help: meant ? `Did you mean "${meant}"?` : "Correct the name, or write the function.",
    });
  }
  if (!data || !isText(data, file)) return;
  file.findings.report({
    code: "B44-816",
    node: data,
    message: "invoke takes an object as data and rejects a string.",
    help: "Pass an object with named members; the SDK sends it as JSON.",
  });
}

function isText(expression: ts.Expression, file: UsageFile): boolean {
  const value = keptValue(expression, file.scopes);
  if (!value) return false;
  if (ts.isStringLiteralLike(value) || ts.isTemplateExpression(value)) return true;
  const callee = ts.isCallExpression(value) ? memberAccess(value.expression) : undefined;
  const isJson = callee?.member === "stringify" && ts.isIdentifier(callee.object) && callee.object.text === "JSON";
  return isJson && file.scopes.isGlobal(callee.object as ts.Identifier);
}
