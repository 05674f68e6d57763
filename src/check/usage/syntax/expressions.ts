import { ts } from "ts-morph";
import type { Scopes } from "./scopes.js";

/** Unwraps an expression: removes parentheses, `as`, `satisfies` and `!`. */
export function plain(expression: ts.Expression): ts.Expression {
  let node = expression;
  while (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isTypeAssertionExpression(node)
  ) {
    node = node.expression;
  }
  return node;
}

/** Returns the outermost expression with the same value: the reverse of {@link plain}. */
export function outermost(expression: ts.Expression): ts.Expression {
  let node = expression;
  while (ts.isExpression(node.parent) && node.parent !== node && plain(node.parent) === plain(node)) node = node.parent;
  return node;
}

/** The value of a string literal, of a template literal without parts, or of a constant with one of these. */
export function literalText(expression: ts.Expression, scopes: Scopes): string | undefined {
  const literal = literalOf(expression, scopes);
  return literal?.text;
}

/** The literal whose value {@link literalText} returns. */
export function literalOf(expression: ts.Expression, scopes: Scopes): ts.StringLiteralLike | undefined {
  const value = keptValue(expression, scopes);
  return value && ts.isStringLiteralLike(value) ? value : undefined;
}

/** Unwraps an expression with {@link plain}, and replaces the name of a constant by its value. */
export function keptValue(expression: ts.Expression, scopes: Scopes): ts.Expression | undefined {
  const node = plain(expression);
  return ts.isIdentifier(node) ? constantValue(node, scopes) : node;
}

/** The initial value of a variable that is never reassigned. */
export function constantValue(name: ts.Identifier, scopes: Scopes): ts.Expression | undefined {
  const declaration = scopes.declarationOf(name);
  if (!declaration || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return undefined;
  if (!declaration.initializer || scopes.isReassigned(declaration.name)) return undefined;
  return plain(declaration.initializer);
}

/** The name of a property, a binding element or an access; undefined if it is computed. */
export function writtenName(name: ts.PropertyName | ts.BindingName | ts.Expression): string | undefined {
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text;
  return undefined;
}

/** The object and the member of `a.b` and `a["b"]`; undefined for anything else. */
export function memberAccess(node: ts.Node): { object: ts.Expression; member: string } | undefined {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name)) {
    return { object: node.expression, member: node.name.text };
  }
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return { object: node.expression, member: node.argumentExpression.text };
  }
  return undefined;
}

/** The member of a destructured value that a binding element reads; undefined for a rest element or a computed name. */
export function boundMember(element: ts.BindingElement): string | undefined {
  if (element.dotDotDotToken) return undefined;
  return writtenName(element.propertyName ?? element.name);
}

/** The members of an object literal by name. */
export type LiteralMembers = Map<string, ts.ObjectLiteralElementLike>;

/** Returns the members of an object literal by name; undefined if it has a spread or a computed name. */
export function literalMembers(object: ts.ObjectLiteralExpression): LiteralMembers | undefined {
  const members: LiteralMembers = new Map();
  for (const property of object.properties) {
    const name = property.name && writtenName(property.name);
    if (name === undefined || members.has(name)) return undefined;
    members.set(name, property);
  }
  return members;
}

/** Returns the members of the object literal that is a member's value; undefined if they are not known. */
export function membersIn(member: ts.ObjectLiteralElementLike): LiteralMembers | undefined {
  const value = ts.isPropertyAssignment(member) ? plain(member.initializer) : undefined;
  return value && ts.isObjectLiteralExpression(value) ? literalMembers(value) : undefined;
}

/** True if a node runs while its module loads: it is in no function and in no instance member. */
export function runsOnLoad(node: ts.Node): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (ts.isFunctionLike(parent) || ts.isPropertyDeclaration(parent)) return false;
  }
  return true;
}
