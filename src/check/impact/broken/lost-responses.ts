import { ts } from "ts-morph";
import { getOrInsert } from "../../../collections/index.js";
import type { Change } from "../../diff/index.js";
import type { CallSite } from "../calls/index.js";
import { changesOf, isOfResponse } from "../changes/index.js";
import { allNodes, type Finding, type Search } from "../search.js";
import { atPlace, CarriedTypes, isUntyped } from "../types/index.js";

/** The changes and the calls that they concern, by the declaration of the changed part. */
type Wanted = Map<ts.Declaration, { site: CallSite; change: Change }[]>;

/**
 * Finds calls whose result loses its types, so that it is unknown whether a breaking change affects its use: it is
 * passed to a function, component or variable that accepts anything, such as `useState` of a React without types.
 * `isAtFault` returns true for expressions that have a type error anyway. Passing a result to the standard library
 * (`console.log`, `JSON.stringify`) does not count.
 */
export function lostResponses(
  search: Search,
  { calls, isAtFault }: { calls: readonly CallSite[]; isAtFault: (node: ts.Node) => boolean },
): Finding[] {
  const wanted = wantedBy(search, calls);
  if (wanted.size === 0) return [];
  const carried = new CarriedTypes(search.checker, new Set(wanted.keys()));
  return allNodes(search.before, search.files).flatMap((node) => {
    const isLost = isSink(search, node) || (isArgument(node) && isAtFault(node));
    if (!isLost || !ts.isExpression(node)) return [];
    const affected = [...carried.of(search.checker.getTypeAtLocation(node))].flatMap((key) => wanted.get(key) ?? []);
    return affected.length > 0 ? lostAt(search, node, affected) : [];
  });
}

/** The calls that a value without types comes from, or if none is known, the expression in which the types are lost. */
function lostAt(search: Search, node: ts.Expression, affected: { site: CallSite; change: Change }[]): Finding[] {
  const behind = search.sites.behind(node).map(({ call }) => call);
  const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
  const why = `Its result has no types after line ${line + 1}.`;
  if (behind.length === 0) {
    return [
      {
        node,
        changes: [...new Set(affected.map(({ change }) => change))],
        why: "The value has no types from here on.",
      },
    ];
  }
  return affected
    .filter(({ site }) => behind.includes(site.call))
    .map(({ site, change }) => {
      return { node: site.call, changes: [change], why };
    });
}

function wantedBy({ checker, types }: Search, calls: readonly CallSite[]): Wanted {
  const wanted: Wanted = new Map();
  for (const site of calls) {
    const signature = types.before(site.operation);
    for (const change of changesOf(site.operation)) {
      if (change.level !== "breaking" || !isOfResponse(change) || !signature) continue;
      const at = atPlace(checker, signature, change);
      for (const declaration of (at.found === "value" && at.symbol?.declarations) || []) {
        getOrInsert(wanted, declaration, () => []).push({ site, change });
      }
    }
  }
  return wanted;
}

/** True for an expression whose value is passed to something that accepts any value. */
function isSink(search: Search, node: ts.Node): boolean {
  const { checker } = search;
  const { parent } = node;
  if (!parent) return false;
  if (ts.isCallExpression(parent) && isArgument(node)) return takesAnything(search, parent, node);
  if (ts.isJsxExpression(parent) && ts.isJsxAttribute(parent.parent)) return isAnyContext(checker, node);
  if (ts.isJsxSpreadAttribute(parent)) return isUntyped(checker.getTypeAtLocation(parent.parent.parent.tagName));
  if (ts.isAsExpression(parent)) return isUntyped(checker.getTypeAtLocation(parent));
  if (ts.isVariableDeclaration(parent) && parent.initializer === node) {
    return parent.type !== undefined && isUntyped(checker.getTypeAtLocation(parent.name));
  }
  const isAssigned = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isAssigned && parent.right === node && isOpen(checker, parent.left);
}

/**
 * True if anything can be assigned to an expression. A variable declared without a type has the type of its last
 * assignment.
 */
function isOpen(checker: ts.TypeChecker, target: ts.Expression): boolean {
  const declaration = checker.getSymbolAtLocation(target)?.valueDeclaration;
  const isPlain = declaration && ts.isVariableDeclaration(declaration) && !declaration.type;
  return !isPlain && isUntyped(checker.getTypeAtLocation(target));
}

function isArgument(node: ts.Node): boolean {
  return node.parent && ts.isCallExpression(node.parent) && node.parent.arguments.some((argument) => argument === node);
}

function isAnyContext(checker: ts.TypeChecker, node: ts.Node): boolean {
  const type = ts.isExpression(node) ? checker.getContextualType(node) : undefined;
  return type === undefined || isUntyped(type);
}

function takesAnything({ checker, before }: Search, call: ts.CallExpression, node: ts.Node): boolean {
  if (isUntyped(checker.getTypeAtLocation(call.expression))) return true;
  const declaration = checker.getResolvedSignature(call)?.declaration;
  if (!declaration || before.isSourceFileDefaultLibrary(declaration.getSourceFile())) return false;
  const index = call.arguments.findIndex((argument) => argument.pos === node.pos);
  const parameter = declaration.parameters[index];
  return parameter !== undefined && isUntyped(checker.getTypeAtLocation(parameter));
}
