import { ts } from "ts-morph";
import { guards, type ResponseUse, responseUses, valueUses } from "../response-uses.js";
import { literalText, outermost, plain } from "../syntax/expressions.js";
import type { UsageFile } from "../usage-file.js";

const BODY = new Set(["arrayBuffer", "blob", "bytes", "formData", "json", "text"]);
/** Members by which the bodies of some APIs indicate an error themselves. */
const SIGNS = new Set(
  "ok error errors success status statusCode status_code code message detail fault includes startsWith match".split(
    " ",
  ),
);
const LEAVES = [ts.SyntaxKind.ThrowStatement, ts.SyntaxKind.ReturnStatement];

/** Reports code that reads the body of a fetched response without checking its status. For files of functions. */
export function checkFetch(call: ts.CallExpression, file: UsageFile): void {
  const callee = plain(call.expression);
  const [url] = call.arguments;
  if (!ts.isIdentifier(callee) || callee.text !== "fetch" || !file.scopes.isGlobal(callee)) return;
  if (!url || literalText(url, file.scopes)?.startsWith("data:")) return;
  const uses = responseUses(call, file.scopes) ?? [];
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

/** True if the code may check the body itself for an error. In doubt, it may. */
function mayBeLookedInto({ node }: ResponseUse, { scopes }: UsageFile): boolean {
  const call = node.parent;
  if (!ts.isCallExpression(call) || call.expression !== node) return true;
  const body = outermost(call);
  const promise = chainOf(body) ?? body;
  if (!ts.isAwaitExpression(promise.parent)) return true;
  const uses = valueUses(outermost(promise.parent), scopes);
  if (!uses || uses.some((use) => guards(use, { scopes, leaves: LEAVES }))) return true;
  return uses.some(({ member, node: use }) => (member === undefined ? goesElsewhere(use) : SIGNS.has(member)));
}

/** The call of `then` whose callback returns this expression. */
function chainOf(body: ts.Expression): ts.Expression | undefined {
  const { parent } = body;
  const callback = ts.isReturnStatement(parent) ? ts.findAncestor(parent, ts.isFunctionLike) : parent;
  if (!callback || !(ts.isArrowFunction(callback) || ts.isFunctionExpression(callback))) return undefined;
  const chain = outermost(callback).parent;
  return ts.isCallExpression(chain) ? outermost(chain) : undefined;
}

/** True if a value is passed to a function that may check it. */
function goesElsewhere(use: ts.Node): boolean {
  const { parent } = use;
  return (
    ts.isCallExpression(parent) &&
    !/^(?:Response\.json|JSON\.stringify|console\.\w+)$/.test(parent.expression.getText())
  );
}
