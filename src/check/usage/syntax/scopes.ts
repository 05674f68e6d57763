import { ts } from "ts-morph";
import { getOrInsert } from "../../../collections/index.js";

/** Resolves the names in one file, and finds their uses. */
export class Scopes {
  readonly #tree: ts.SourceFile;
  readonly #checker: ts.TypeChecker;
  readonly #reassigned = new Map<ts.Identifier, boolean>();
  #identifiers: Map<string, ts.Identifier[]> | undefined;

  constructor(tree: ts.SourceFile, checker: ts.TypeChecker) {
    this.#tree = tree;
    this.#checker = checker;
  }

  /** Returns the declaration of a name; undefined for a global, and for a name that is declared twice. */
  declarationOf(name: ts.Identifier): ts.Declaration | undefined {
    const declarations = this.#symbolOf(name)?.declarations ?? [];
    return declarations.length === 1 ? declarations[0] : undefined;
  }

  /** True if a name is not declared in the file, so that it belongs to the language or the platform. */
  isGlobal(name: ts.Identifier): boolean {
    return !this.#symbolOf(name)?.declarations?.length;
  }

  /** Returns all uses of a declared name, without its declaration. */
  usesOf(declared: ts.Identifier): ts.Identifier[] {
    const symbol = this.#symbolOf(declared);
    if (!symbol) return [];
    return this.named(declared.text).filter((name) => name !== declared && this.#symbolOf(name) === symbol);
  }

  /** True if a name is reassigned anywhere, or may be. */
  isReassigned(declared: ts.Identifier): boolean {
    return getOrInsert(this.#reassigned, declared, () =>
      this.named(declared.text).some((name) => isWritten(name) && this.#isSame(name, declared)),
    );
  }

  /** Returns every identifier in the file with this text. */
  named(text: string): readonly ts.Identifier[] {
    this.#identifiers ??= identifiersOf(this.#tree);
    return this.#identifiers.get(text) ?? [];
  }

  #isSame(name: ts.Identifier, declared: ts.Identifier): boolean {
    return name !== declared && this.#symbolOf(name) === this.#symbolOf(declared);
  }

  #symbolOf(name: ts.Identifier): ts.Symbol | undefined {
    const { parent } = name;
    if (ts.isShorthandPropertyAssignment(parent)) return this.#checker.getShorthandAssignmentValueSymbol(parent);
    if (ts.isExportSpecifier(parent)) return this.#checker.getExportSpecifierLocalTargetSymbol(parent);
    if (ts.isPropertyAccessExpression(parent) && parent.name === name) return undefined;
    if (ts.isPropertyAssignment(parent) && parent.name === name) return undefined;
    return this.#checker.getSymbolAtLocation(name);
  }
}

function identifiersOf(tree: ts.SourceFile): Map<string, ts.Identifier[]> {
  const all = new Map<string, ts.Identifier[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) getOrInsert(all, node.text, () => []).push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return all;
}

/** True if an expression is the target of an assignment, directly or in a destructuring pattern. */
export function isWritten(expression: ts.Expression): boolean {
  const { parent } = expression;
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    const assigns = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
    return assigns && parent.left === expression;
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  }
  if (ts.isForInStatement(parent) || ts.isForOfStatement(parent)) return parent.initializer === expression;
  if (ts.isDeleteExpression(parent)) return true;
  const isPart =
    ts.isArrayLiteralExpression(parent) || ts.isSpreadElement(parent) || ts.isParenthesizedExpression(parent);
  if (isPart || ts.isObjectLiteralExpression(parent)) return isWritten(parent);
  if (ts.isPropertyAssignment(parent) && parent.initializer === expression) return isWritten(parent.parent);
  if (ts.isShorthandPropertyAssignment(parent)) return isWritten(parent.parent);
  return false;
}
