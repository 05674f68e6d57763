import { ts } from "ts-morph";
import type { Scopes } from "./scopes.js";

/** An expression without parentheses and without what TypeScript alone reads: `as`, `satisfies`, `!`. */
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

/** The outermost expression that has the same value: {@link plain} the other way. */
export function outermost(expression: ts.Expression): ts.Expression {
  let node = expression;
  while (ts.isExpression(node.parent) && node.parent !== node && plain(node.parent) === plain(node)) node = node.parent;
  return node;
}

/** The text of a string literal, of a template without parts, or of a constant that is one of these. */
export function literalText(expression: ts.Expression, scopes: Scopes): string | undefined {
  const literal = literalOf(expression, scopes);
  return literal?.text;
}

/** The literal that {@link literalText} reads. */
export function literalOf(expression: ts.Expression, scopes: Scopes): ts.StringLiteralLike | undefined {
  const value = keptValue(expression, scopes);
  return value && ts.isStringLiteralLike(value) ? value : undefined;
}

/** An expression without what {@link plain} leaves out; of a name, the value that it keeps, where there is one. */
export function keptValue(expression: ts.Expression, scopes: Scopes): ts.Expression | undefined {
  const node = plain(expression);
  return ts.isIdentifier(node) ? constantValue(node, scopes) : node;
}

/** What a name was declared with, where it is a variable that keeps its value. */
export function constantValue(name: ts.Identifier, scopes: Scopes): ts.Expression | undefined {
  const declaration = scopes.declarationOf(name);
  if (!declaration || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return undefined;
  if (!declaration.initializer || scopes.isReassigned(declaration.name)) return undefined;
  return plain(declaration.initializer);
}

/** The name that a property, a binding element or an access is written with; undefined where it is computed. */
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

/** The member of the destructured value that a binding element takes; undefined for a rest or a computed name. */
export function boundMember(element: ts.BindingElement): string | undefined {
  if (element.dotDotDotToken) return undefined;
  return writtenName(element.propertyName ?? element.name);
}

/** The members of an object literal by name. */
export type LiteralMembers = Map<string, ts.ObjectLiteralElementLike>;

/**
 * The members of an object literal by name; undefined where one is not known, because of a spread or a computed name.
 */
export function literalMembers(object: ts.ObjectLiteralExpression): LiteralMembers | undefined {
  const members: LiteralMembers = new Map();
  for (const property of object.properties) {
    const name = property.name && writtenName(property.name);
    if (name === undefined || members.has(name)) return undefined;
    members.set(name, property);
  }
  return members;
}

/** The members of the object literal that a member is given; undefined where it is not one whose members are known. */
export function membersIn(member: ts.ObjectLiteralElementLike): LiteralMembers | undefined {
  const value = ts.isPropertyAssignment(member) ? plain(member.initializer) : undefined;
  return value && ts.isObjectLiteralExpression(value) ? literalMembers(value) : undefined;
}

/** Whether a node runs when its module loads: it stands in no function and in no member of an instance. */
export function runsOnLoad(node: ts.Node): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (ts.isFunctionLike(parent) || ts.isPropertyDeclaration(parent)) return false;
  }
  return true;
}
