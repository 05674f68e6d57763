import { ts } from "ts-morph";
import type { CallSite, GeneratedCode } from "./generated-code.js";

/** The maximum number of declarations and calls through which an origin is searched for. */
const FAR = 12;

/**
 * Finds the calls from which a value comes: through `await`, variables, destructuring, callbacks, promises, hooks and
 * the app's own functions. The result includes every call that may contribute to the value.
 */
export class CallSites {
  readonly #checker: ts.TypeChecker;
  readonly #generated: GeneratedCode;

  constructor(checker: ts.TypeChecker, generated: GeneratedCode) {
    this.#checker = checker;
    this.#generated = generated;
  }

  /** Returns the distinct calls from which an expression or a name gets its value. */
  behind(node: ts.Node): CallSite[] {
    const found = new Map<ts.Node, CallSite>();
    this.#visit(node, { found, seen: new Set(), depth: 0 });
    return [...found.values()];
  }

  #visit(node: ts.Node | undefined, walk: Walk): void {
    if (!node || walk.seen.has(node) || walk.depth > FAR) return;
    walk.seen.add(node);
    const next = { ...walk, depth: walk.depth + 1 };
    if (ts.isCallExpression(node)) this.#visitCall(node, next);
    else if (ts.isIdentifier(node)) this.#visitName(node, next);
    else if (ts.isFunctionLike(node)) for (const value of returnedBy(node)) this.#visit(value, next);
    else for (const part of partsOf(node)) this.#visit(part, next);
  }

  #visitCall(call: ts.CallExpression, walk: Walk): void {
    const operation = this.#generated.calledBy(call);
    if (operation) {
      walk.found.set(call, { operation, call });
      return;
    }
    this.#visit(call.expression, walk);
    for (const argument of call.arguments) this.#visit(argument, walk);
  }

  #visitName(name: ts.Identifier, walk: Walk): void {
    const symbol = ts.isShorthandPropertyAssignment(name.parent)
      ? this.#checker.getShorthandAssignmentValueSymbol(name.parent)
      : this.#generated.symbolOf(name);
    for (const declaration of symbol?.declarations ?? []) this.#visitDeclaration(declaration, walk);
  }

  #visitDeclaration(declaration: ts.Declaration, walk: Walk): void {
    if (ts.isBindingElement(declaration)) {
      this.#visitDeclaration(declaration.parent.parent, walk);
    } else if (ts.isVariableDeclaration(declaration)) {
      if (ts.isCatchClause(declaration.parent)) this.#visitCaught(declaration.parent, walk);
      else if (ts.isForOfStatement(declaration.parent.parent)) this.#visit(declaration.parent.parent.expression, walk);
      else this.#visit(declaration.initializer, walk);
    } else if (ts.isParameter(declaration)) {
      this.#visitParameter(declaration, walk);
    } else if (ts.isPropertyAssignment(declaration)) {
      this.#visit(declaration.initializer, walk);
    } else if (ts.isFunctionLike(declaration)) {
      this.#visit(declaration, walk);
    }
  }

  /** A callback's parameters get their values from the object of the method call, or from the other arguments. */
  #visitParameter({ parent: callback }: ts.ParameterDeclaration, walk: Walk): void {
    const owner = callback.parent;
    if (ts.isCallExpression(owner)) {
      this.#visit(owner.expression, walk);
    } else if (ts.isPropertyAssignment(owner)) {
      for (const property of owner.parent.properties) if (property !== owner) this.#visit(property, walk);
    }
  }

  /** A caught error comes from the operations for which the block calls `isApiError(error, operation)`. */
  #visitCaught({ block }: ts.CatchClause, walk: Walk): void {
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        const operation = node.arguments[1] && this.#generated.operationOf(node.arguments[1]);
        if (operation) walk.found.set(node, { operation, call: node });
      }
      ts.forEachChild(node, visit);
    };
    visit(block);
  }
}

interface Walk {
  found: Map<ts.Node, CallSite>;
  seen: Set<ts.Node>;
  depth: number;
}

/** The parts of an expression that contribute to its value. The name of a property is not among them. */
function partsOf(node: ts.Node): readonly (ts.Node | undefined)[] {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return [node.expression];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (ts.isPropertyAssignment(node)) return [node.initializer];
  if (ts.isShorthandPropertyAssignment(node)) return [node.name];
  const parts: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    if (ts.isExpression(child) || ts.isObjectLiteralElementLike(child)) parts.push(child);
  });
  return parts;
}

/** The expressions that a function returns, excluding those of nested functions. */
function returnedBy(declaration: ts.SignatureDeclaration): ts.Expression[] {
  const body = "body" in declaration ? declaration.body : undefined;
  if (!body) return [];
  if (!ts.isBlock(body)) return ts.isExpression(body) ? [body] : [];
  const returned: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) returned.push(node.expression);
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  visit(body);
  return returned;
}
