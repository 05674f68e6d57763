import { ts } from "ts-morph";
import type { ImpactApi } from "../model.js";

/** An operation of an API that changed. */
export interface Operation {
  api: ImpactApi;
  /** `method:path` in the old version. */
  id: string;
  /** The name of its generated function in the old version. */
  name: string;
}

/** A call of an operation in the app's source: a call of its generated function, or a raw `custom.call`. */
export interface CallSite {
  operation: Operation;
  call: ts.CallExpression;
}

/** Recognises the generated functions of the old version in a program that contains them. */
export class GeneratedCode {
  readonly #checker: ts.TypeChecker;
  readonly #apis: readonly ImpactApi[];
  readonly #byFile = new Map<string, Map<string, Operation>>();

  /** @param paths the paths of the generated files */
  constructor(input: { checker: ts.TypeChecker; apis: readonly ImpactApi[]; paths: Iterable<string> }) {
    this.#checker = input.checker;
    this.#apis = input.apis;
    const paths = [...input.paths];
    for (const api of input.apis) {
      const operations = new Map([...api.before].map(([id, name]) => [name, { api, id, name }]));
      for (const path of paths) if (isModuleOf(api, path)) this.#byFile.set(path, operations);
    }
  }

  /** Returns the operation whose generated function, bound or not, a name or property access refers to. */
  operationOf(node: ts.Node): Operation | undefined {
    const symbol = this.symbolOf(node);
    if (!symbol) return undefined;
    for (const declaration of symbol.declarations ?? []) {
      const operation = this.#byFile.get(declaration.getSourceFile().fileName)?.get(symbol.name);
      if (operation) return operation;
    }
    return undefined;
  }

  /**
   * Returns the operation that a call invokes, by its generated function or as a raw `custom.call` of a known
   * integration.
   */
  calledBy(call: ts.CallExpression): Operation | undefined {
    return this.operationOf(call.expression) ?? this.#rawCall(call);
  }

  /** Resolves a name to its symbol, through imports and re-exports. */
  symbolOf(node: ts.Node): ts.Symbol | undefined {
    const named = ts.isPropertyAccessExpression(node) ? node.name : node;
    const symbol = this.#checker.getSymbolAtLocation(named);
    return symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  #rawCall(call: ts.CallExpression): Operation | undefined {
    if (!isCustomCall(call)) return undefined;
    const slug = this.#literal(call.arguments[0]);
    const id = this.#literal(call.arguments[1]);
    const api = this.#apis.find((candidate) => candidate.slug !== undefined && candidate.slug === slug);
    const name = id === undefined ? undefined : api?.before.get(id);
    return api && id !== undefined && name !== undefined ? { api, id, name } : undefined;
  }

  /** The constant string value of an argument: a literal, or a constant initialised with one. */
  #literal(node: ts.Node | undefined): string | undefined {
    if (!node) return undefined;
    const type = this.#checker.getTypeAtLocation(node);
    return type.isStringLiteral() ? type.value : undefined;
  }
}

/** True for a call of the form `….custom.call(…)`. */
export function isCustomCall({ expression }: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== "call") return false;
  const owner = expression.expression;
  return (ts.isPropertyAccessExpression(owner) || ts.isIdentifier(owner)) && nameOf(owner) === "custom";
}

function nameOf(node: ts.PropertyAccessExpression | ts.Identifier): string {
  return ts.isIdentifier(node) ? node.text : node.name.text;
}

/** True if a path is the generated module of an API, in TypeScript or as the declarations of one in JavaScript. */
export function isModuleOf({ fileName }: ImpactApi, path: string): boolean {
  const file = path.slice(path.lastIndexOf("/") + 1);
  return file === `${fileName}.ts` || file === `${fileName}.d.ts`;
}
