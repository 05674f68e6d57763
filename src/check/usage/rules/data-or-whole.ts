import { ts } from "ts-morph";
import type { ResponseUse } from "../response-uses.js";
import { memberAccess, outermost, plain } from "../syntax/expressions.js";
import type { UsageFile } from "../usage-file.js";

/** Reports `response.data || response` and `response.data ?? response` among the uses of a response. */
export function checkDataOrWhole(uses: readonly ResponseUse[], file: UsageFile): void {
  for (const { member, node } of uses) {
    if (member !== "data" || !ts.isExpression(node)) continue;
    const value = outermost(node);
    const { parent } = value;
    const response = memberAccess(node)?.object;
    if (!response || !ts.isBinaryExpression(parent) || parent.left !== value || !isOr(parent.operatorToken.kind))
      continue;
    const whole = plain(parent.right);
    const name = plain(response);
    if (!ts.isIdentifier(whole) || !ts.isIdentifier(name) || whole.text !== name.text) continue;
    file.findings.report({
      code: "B44-817",
      node: parent,
      message: `If \`${name.text}.data\` is empty, 0, false or null, this expression is the whole response.`,
      help: `Write \`${name.text}.data\` alone: the data is always there.`,
    });
  }
}

function isOr(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken;
}
