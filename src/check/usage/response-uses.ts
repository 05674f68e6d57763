import { ts } from "ts-morph";
import { boundMember, memberAccess, outermost, plain } from "./syntax/expressions.js";
import { isWritten, type Scopes } from "./syntax/scopes.js";

/** A place where the response of a call is used. */
export interface ResponseUse {
  /** The member that is read; undefined if the whole response is passed on, or the member is not known. */
  member: string | undefined;
  node: ts.Node;
}

/**
 * Returns where the response of a call is used: after `await`, or in the callback of the first `then`. Undefined if the
 * promise is used in another way.
 */
export function responseUses(call: ts.CallExpression, scopes: Scopes): ResponseUse[] | undefined {
  const promise = outermost(call);
  const { parent } = promise;
  if (ts.isAwaitExpression(parent)) return valueUses(outermost(parent), scopes);
  const access = memberAccess(parent);
  if (access?.member !== "then" || !ts.isCallExpression(parent.parent) || parent.parent.expression !== parent)
    return undefined;
  const callback = parent.parent.arguments[0] && plain(parent.parent.arguments[0]);
  if (!callback || !(ts.isArrowFunction(callback) || ts.isFunctionExpression(callback))) return undefined;
  const [parameter] = callback.parameters;
  if (!parameter) return [];
  return parameter.dotDotDotToken || parameter.initializer ? undefined : boundUses(parameter.name, scopes);
}

/** Returns where the value of an expression is used: through the variables that it is assigned to, or directly. */
export function valueUses(value: ts.Expression, scopes: Scopes): ResponseUse[] | undefined {
  const { parent } = value;
  if (ts.isVariableDeclaration(parent) && parent.initializer === value) return boundUses(parent.name, scopes);
  return [useOf(value)].flat();
}

function boundUses(name: ts.BindingName, scopes: Scopes): ResponseUse[] | undefined {
  if (ts.isArrayBindingPattern(name)) return undefined;
  if (ts.isObjectBindingPattern(name)) return patternUses(name);
  if (scopes.isReassigned(name)) return undefined;
  return scopes.usesOf(name).flatMap(useOf);
}

function patternUses(pattern: ts.ObjectBindingPattern): ResponseUse[] {
  return pattern.elements.map((element) => ({ member: boundMember(element), node: element }));
}

function useOf(name: ts.Expression): ResponseUse[] {
  const value = outermost(name);
  const { parent } = value;
  const access = memberAccess(parent);
  if (access?.object === value && ts.isExpression(parent)) {
    const isRead = !isWritten(parent);
    return [{ member: isRead ? access.member : undefined, node: parent }];
  }
  const isDestructured = ts.isVariableDeclaration(parent) && parent.initializer === value;
  if (isDestructured && ts.isObjectBindingPattern(parent.name)) return patternUses(parent.name);
  return [{ member: undefined, node: value }];
}

/** True if a use is in the condition of an `if` that leaves the function with one of these statements. */
export function guards(
  { node }: ResponseUse,
  { scopes, leaves }: { scopes: Scopes; leaves: readonly ts.SyntaxKind[] },
): boolean {
  const names = ts.isBindingElement(node) && ts.isIdentifier(node.name) ? scopes.usesOf(node.name) : [node];
  return names.some((name) => {
    let child: ts.Node = name;
    while (child.parent && !ts.isStatement(child.parent)) child = child.parent;
    const statement = child.parent;
    return (
      statement &&
      ts.isIfStatement(statement) &&
      statement.expression === child &&
      contains(statement.thenStatement, leaves)
    );
  });
}

function contains(node: ts.Node, kinds: readonly ts.SyntaxKind[]): boolean {
  if (kinds.includes(node.kind)) return true;
  return !ts.isFunctionLike(node) && (ts.forEachChild(node, (child) => contains(child, kinds)) ?? false);
}
