import { ts } from "ts-morph";
import { type AnswerUse, answerUses, guards, valueUses } from "../answer.js";
import { literalText, outermost, plain } from "../syntax/expressions.js";
import type { UsageFile } from "../usage-file.js";

const BODY = new Set(["arrayBuffer", "blob", "bytes", "formData", "json", "text"]);
/** Members by which bodies of APIs say themselves that something went wrong. */
const SIGNS = new Set(
  "ok error errors success status statusCode status_code code message detail fault includes startsWith match".split(
    " ",
  ),
);
const LEAVES = [ts.SyntaxKind.ThrowStatement, ts.SyntaxKind.ReturnStatement];

/** Reports the body of a fetched response that is read without a look at the status. For files of functions. */
export function checkFetch(call: ts.CallExpression, file: UsageFile): void {
  const callee = plain(call.expression);
  const [url] = call.arguments;
  if (!ts.isIdentifier(callee) || callee.text !== "fetch" || !file.scopes.isGlobal(callee)) return;
  if (!url || literalText(url, file.scopes)?.startsWith("data:")) return;
  const uses = answerUses(call, file.scopes) ?? [];
  const [first] = uses;
  if (!first || !uses.every(({ member }) => member !== undefined && BODY.has(member))) return;
  if (uses.some((use) => mayBeLookedInto(use, file))) return;
  file.findings.report({
    code: "B44-818",
    node: first.node,
    message: "The code reads the response body without checking `ok`, so it treats an error from the API as data.",
    help: "Check `response.ok` or `response.status` before reading the body.",
  });
}

/** Whether the body that is read may itself be asked whether something went wrong. In doubt it may. */
function mayBeLookedInto({ node }: AnswerUse, { scopes }: UsageFile): boolean {
  const call = node.parent;
  if (!ts.isCallExpression(call) || call.expression !== node) return true;
  const body = outermost(call);
  const promise = chainOf(body) ?? body;
  if (!ts.isAwaitExpression(promise.parent)) return true;
  const uses = valueUses(outermost(promise.parent), scopes);
  if (!uses || uses.some((use) => guards(use, { scopes, leaves: LEAVES }))) return true;
  return uses.some(({ member, node: use }) => (member === undefined ? goesElsewhere(use) : SIGNS.has(member)));
}

/** The call of `then` whose function gives this expression back. */
function chainOf(body: ts.Expression): ts.Expression | undefined {
  const { parent } = body;
  const callback = ts.isReturnStatement(parent) ? ts.findAncestor(parent, ts.isFunctionLike) : parent;
  if (!callback || !(ts.isArrowFunction(callback) || ts.isFunctionExpression(callback))) return undefined;
  const chain = outermost(callback).parent;
  return ts.isCallExpression(chain) ? outermost(chain) : undefined;
}

/** Whether a value is handed to a function that is not known to take it as it is. */
function goesElsewhere(use: ts.Node): boolean {
  const { parent } = use;
  return (
    ts.isCallExpression(parent) &&
    !/^(?:Response\.json|JSON\.stringify|console\.\w+)$/.test(parent.expression.getText())
  );
}
