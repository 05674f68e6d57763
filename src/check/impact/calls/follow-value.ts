import { ts } from "ts-morph";
import type { Step } from "../../diff/index.js";

/** Array methods that pass the items to their callback. */
const EACH = new Set(["map", "filter", "forEach", "find", "findLast", "findIndex", "some", "every", "flatMap"]);
/** Array methods that return an array of the same items. */
const SAME = new Set(["filter", "slice", "sort", "reverse", "toSorted", "toReversed", "concat"]);
/** Array methods that return one of the items. */
const ONE = new Set(["find", "findLast", "at", "pop", "shift"]);

/** The places where a part of a value is read, and whether the value goes where it cannot be followed. */
interface Followed {
  /** The names in the source that read the part. */
  reads: ts.Node[];
  isLost: boolean;
}

/**
 * Follows a value without types to the places that read a part of it: through `await`, `then`, variables,
 * destructuring, loops and callbacks of arrays, within the function that has the value and its nested functions.
 */
export function followValue(checker: ts.TypeChecker, value: ts.Expression, steps: readonly Step[]): Followed {
  const walk: Walk = { checker, followed: { reads: [], isLost: false }, seen: new Set() };
  follow(walk, value, steps);
  return walk.followed;
}

interface Walk {
  checker: ts.TypeChecker;
  followed: Followed;
  seen: Set<ts.Node>;
}

function follow(walk: Walk, node: ts.Expression, steps: readonly Step[]): void {
  const { parent } = node;
  if (walk.seen.has(node)) return;
  walk.seen.add(node);
  if (isSameValue(parent, node)) follow(walk, parent, steps);
  else if (ts.isPropertyAccessExpression(parent) && parent.expression === node) followAccess(walk, parent, steps);
  else if (ts.isElementAccessExpression(parent) && parent.expression === node) followElement(walk, parent, steps);
  else if (ts.isVariableDeclaration(parent) && parent.initializer === node) bind(walk, parent.name, steps);
  else if (ts.isForOfStatement(parent) && parent.expression === node) followLoop(walk, parent, steps);
  else if (isLeftAt(parent, node)) walk.followed.isLost = true;
}

/** True for an expression whose value is, or may be, that of an expression inside it. */
function isSameValue(parent: ts.Node, node: ts.Expression): parent is ts.Expression {
  if (ts.isConditionalExpression(parent)) return parent.condition !== node;
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    const isEither = kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken;
    return isEither || (kind === ts.SyntaxKind.AmpersandAmpersandToken && parent.right === node);
  }
  return (
    ts.isAwaitExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isAsExpression(parent)
  );
}

/** True if a value cannot be followed further: it is passed to a call, put into an object, or returned. */
function isLeftAt(parent: ts.Node, node: ts.Expression): boolean {
  if (ts.isCallExpression(parent)) return parent.arguments.some((argument) => argument === node);
  return (
    ts.isReturnStatement(parent) ||
    ts.isArrowFunction(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isSpreadAssignment(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isJsxExpression(parent) ||
    ts.isJsxSpreadAttribute(parent) ||
    (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.right === node)
  );
}

function followAccess(walk: Walk, access: ts.PropertyAccessExpression, steps: readonly Step[]): void {
  const [step, ...rest] = steps;
  const name = access.name.text;
  const call = ts.isCallExpression(access.parent) && access.parent.expression === access ? access.parent : undefined;
  if (call && name === "then") {
    callback(walk, call, steps);
  } else if (!step) {
    return;
  } else if ("property" in step) {
    if (step.property === name) arrive(walk, { at: access.name, next: access, rest });
  } else if (step.each === "value") {
    follow(walk, access, rest);
  } else if (call) {
    if (EACH.has(name)) callback(walk, call, rest);
    if (SAME.has(name)) follow(walk, call, steps);
    if (ONE.has(name)) follow(walk, call, rest);
  }
}

function followElement(walk: Walk, access: ts.ElementAccessExpression, steps: readonly Step[]): void {
  const [step, ...rest] = steps;
  if (!step) return;
  const key = access.argumentExpression;
  if (!("property" in step)) follow(walk, access, rest);
  else if (ts.isStringLiteralLike(key) && key.text === step.property) arrive(walk, { at: key, next: access, rest });
}

/** Handles a read of a property on the path. If it is the last one, a use is found. */
function arrive(walk: Walk, found: { at: ts.Node; next: ts.Expression | ts.BindingName; rest: readonly Step[] }): void {
  const { at, next, rest } = found;
  if (!rest.some((step) => "property" in step)) walk.followed.reads.push(at);
  else if (ts.isIdentifier(next) || ts.isObjectBindingPattern(next) || ts.isArrayBindingPattern(next)) {
    bind(walk, next, rest);
  } else follow(walk, next, rest);
}

function followLoop(walk: Walk, { initializer }: ts.ForOfStatement, [, ...rest]: readonly Step[]): void {
  if (!ts.isVariableDeclarationList(initializer)) return;
  for (const { name } of initializer.declarations) bind(walk, name, rest);
}

function callback(walk: Walk, call: ts.CallExpression, steps: readonly Step[]): void {
  const [handler] = call.arguments;
  const isFunction = handler && (ts.isArrowFunction(handler) || ts.isFunctionExpression(handler));
  const parameter = isFunction ? handler.parameters[0] : undefined;
  if (parameter) bind(walk, parameter.name, steps);
  else if (!isFunction && !(handler && isOfLibrary(walk.checker, handler))) walk.followed.isLost = true;
}

/** True for a callback of the standard library, such as `Boolean` in `filter(Boolean)`, which reads no property. */
function isOfLibrary(checker: ts.TypeChecker, handler: ts.Expression): boolean {
  const declaration = checker.getSymbolAtLocation(handler)?.valueDeclaration;
  return declaration !== undefined && /\/lib\.[^/]*\.d\.ts$/.test(declaration.getSourceFile().fileName);
}

/** Follows a value into the names that it is bound to. */
function bind(walk: Walk, name: ts.BindingName, steps: readonly Step[]): void {
  if (ts.isIdentifier(name)) {
    for (const use of usesOf(walk, name)) follow(walk, use, steps);
    return;
  }
  const [step, ...rest] = steps;
  for (const element of name.elements) {
    if (!step || ts.isOmittedExpression(element)) continue;
    if (element.dotDotDotToken) bind(walk, element.name, steps);
    else if (ts.isArrayBindingPattern(name)) {
      if (!("property" in step)) bind(walk, element.name, rest);
    } else if ("property" in step) {
      const key = element.propertyName ?? element.name;
      const text = ts.isIdentifier(key) || ts.isStringLiteralLike(key) ? key.text : undefined;
      if (text === step.property) arrive(walk, { at: key, next: element.name, rest });
    }
  }
}

/** The uses of a variable, without its declaration. */
function usesOf({ checker }: Walk, name: ts.Identifier): ts.Identifier[] {
  const symbol = checker.getSymbolAtLocation(name);
  const uses: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    const isUse = ts.isIdentifier(node) && node !== name && node.text === name.text;
    if (isUse && symbolOfUse(checker, node) === symbol) uses.push(node);
    ts.forEachChild(node, visit);
  };
  visit(name.getSourceFile());
  return uses;
}

function symbolOfUse(checker: ts.TypeChecker, node: ts.Identifier): ts.Symbol | undefined {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
  return checker.getSymbolAtLocation(node);
}
