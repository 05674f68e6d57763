import { ts } from "ts-morph";
import type { Change } from "../../diff/index.js";
import type { CallSite, Operation } from "../calls/index.js";
import type { Search } from "../search.js";
import { isOfOperation, isOfRequest, isOfResponse, nameOfChange } from "./change-names.js";
import type { NewError } from "./new-errors.js";
import { requestFit } from "./request-fit.js";

/** Error codes for a name that does not exist: 2305, 2614, 2694 and 2724 in a module, 2339 and 2551 in a value. */
const ABSENT = new Set([2305, 2339, 2551, 2614, 2694, 2724]);
/** Error codes for a value that may be null or undefined. */
const MISSING_VALUE = new Set([2531, 2532, 2533, 18047, 18048, 18049]);
/** Error codes for an unknown value, or for a comparison that is always false. */
const UNKNOWN_VALUE = new Set([2367, 2571, 2678, 18046]);

/** Finds the changes of specs that cause type errors. */
export class Attribution {
  readonly #search: Search;

  constructor(search: Search) {
    this.#search = search;
  }

  /**
   * Returns the changes that explain an error: changes of the operation that the code calls, or that its value comes
   * from, about a name in the error; if there are none, all changes of the operation that could be the cause; without
   * an operation, changes of all operations about a name in the error. Breaking changes are preferred, even if the
   * compiler does not mention them, because it reports only one problem of a call's arguments at a time.
   */
  changesOf(error: NewError, node: ts.Node): Change[] {
    const absent = this.absentOperation(error, node);
    if (absent) return worst(changesOf(absent).filter(isOfOperation));
    const names = new Set([...quotedIn(error.message), ...namesIn(node)]);
    const { sides, unfit } = this.#sides(error, node);
    const named = sides.filter((change) => names.has(nameOfChange(change) ?? ""));
    if (named.length > 0) return worst([...named, ...unfit.filter(({ level }) => level === "breaking")]);
    const whole = sides.filter(({ place }) => place.part === "response" && place.path.length === 0);
    if (UNKNOWN_VALUE.has(error.code) && whole.length > 0) return worst(whole);
    if (sides.length > 0) return worst(sides);
    const all = this.#search.apis.flatMap(({ changes }) => changes);
    return worst(all.filter((change) => !isOfOperation(change) && names.has(nameOfChange(change) ?? "")));
  }

  /** Returns the operation whose function, arguments type or result type does not exist according to an error. */
  absentOperation({ code }: NewError, node: ts.Node): Operation | undefined {
    if (!ABSENT.has(code)) return undefined;
    const { generated, apis, types } = this.#search;
    return generated.operationOf(node) ?? types.operationOfType(apis, node.getText());
  }

  /**
   * Returns the changes of the request of the call around a node, and of the responses that the node's value comes from
   * (`sides`); and the request changes that the call does not comply with (`unfit`). If it complies with all of them,
   * all count.
   */
  #sides({ code }: NewError, node: ts.Node): { sides: Change[]; unfit: Change[] } {
    const sources = this.#search.sites.behind(sourceOf(node)).map(({ operation }) => operation);
    const isRead = MISSING_VALUE.has(code) || UNKNOWN_VALUE.has(code) || (ABSENT.has(code) && isReadName(node));
    const around = isRead ? undefined : this.#callAround(node);
    const requested = around
      ? changesOf(around.operation).filter((item) => isOfRequest(item) || isOfOperation(item))
      : [];
    const unfit = around ? requested.filter((change) => this.#isUnfit(around, change)) : [];
    const answered = sources.flatMap(changesOf).filter(isOfResponse);
    return { sides: [...new Set([...(unfit.length > 0 ? unfit : requested), ...answered])], unfit };
  }

  #isUnfit(site: CallSite, change: Change): boolean {
    return requestFit({ search: this.#search, site, change }).fit !== "fits";
  }

  /** The call in which a node is an argument or the callee. */
  #callAround(node: ts.Node): CallSite | undefined {
    for (let inner = node; inner.parent && !ts.isFunctionLike(inner); inner = inner.parent) {
      const call = ts.isCallExpression(inner.parent) ? inner.parent : undefined;
      const operation = call && this.#search.generated.calledBy(call);
      if (operation) return { operation, call };
    }
    return undefined;
  }
}

/** Returns the changes of an operation. */
export function changesOf({ api, id }: Operation): readonly Change[] {
  return api.changes.filter(({ operation }) => operation === id);
}

/** The breaking changes, or all changes if none is breaking. */
export function worst(changes: readonly Change[]): Change[] {
  const breaking = changes.filter(({ level }) => level === "breaking");
  return breaking.length > 0 ? breaking : [...changes];
}

function isReadName({ parent }: ts.Node): boolean {
  return ts.isPropertyAccessExpression(parent) || ts.isBindingElement(parent);
}

/** The expression from which a node with an error gets its value. */
function sourceOf(node: ts.Node): ts.Node {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return parent.expression;
  if (ts.isJsxAttribute(parent) && parent.name === node) return parent.initializer ?? node;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return parent.initializer;
  if (ts.isCaseClause(parent)) return parent.parent.parent.expression;
  return node;
}

/** The quoted names in a compiler message. */
function quotedIn(message: string): string[] {
  return [...message.matchAll(/'"?([^'"{}<>|;\s]+)"?'/g)].flatMap(([, text = ""]) => [text, ...text.split(".")]);
}

/** The names of the properties in a node and in the value assigned to it. */
function namesIn(node: ts.Node): Set<string> {
  const names = new Set<string>();
  if (ts.isCaseClause(node.parent)) return namesIn(sourceOf(node));
  const visit = (inner: ts.Node): void => {
    if (ts.isPropertyAccessExpression(inner)) names.add(inner.name.text);
    if (ts.isStringLiteralLike(inner)) names.add(inner.text);
    if (ts.isBindingElement(inner) || ts.isPropertyAssignment(inner)) {
      const name = ("propertyName" in inner && inner.propertyName) || inner.name;
      if (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) names.add(name.text);
    }
    ts.forEachChild(inner, visit);
  };
  visit(node);
  const { parent } = node;
  if (ts.isIdentifier(node)) names.add(node.text);
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return names;
  const isNamed = ts.isVariableDeclaration(parent) || ts.isBindingElement(parent) || ts.isPropertyAssignment(parent);
  if (isNamed || ts.isJsxAttribute(parent)) visit(parent);
  return names;
}
