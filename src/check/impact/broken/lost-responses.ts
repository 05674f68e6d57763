import { ts } from "ts-morph";
import { getOrInsert } from "../../../collections/index.js";
import type { Change } from "../../diff/index.js";
import type { CallSite } from "../calls/index.js";
import { changesOf, isOfResponse } from "../changes/index.js";
import { allNodes, type Finding, type Search } from "../search.js";
import { atPlace, CarriedTypes, isUntyped } from "../types/index.js";

/** A change, and the operation's call, by the declaration of what changed. */
type Wanted = Map<ts.Declaration, { site: CallSite; change: Change }[]>;

/**
 * Calls whose result loses its types on the way, so that nothing can tell whether a breaking change of it breaks what
 * comes then: it is handed to a function, a component or a variable that takes anything (`useState` of a React
 * without types). `isAtFault` says at which expressions the compiler finds fault in any case. What the language's own
 * library takes (`console.log`, `JSON.stringify`) is not lost.
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

/** The calls that a lost value comes from, or where none is in sight, the expression in which it is lost. */
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

/** True of an expression whose value goes where anything may go. */
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

/** True of what anything can be assigned to. What is declared without a type has that of what it was given last. */
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
