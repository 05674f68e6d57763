import { ts } from "ts-morph";
import { argumentGroup } from "../../../ir/index.js";
import type { Change, ChangePlace, Step } from "../../diff/index.js";

/** The types at a path of a type: none, untyped, or these types. */
export type AtPath =
  | { found: "nothing" }
  | { found: "untyped" }
  | { found: "value"; types: ts.Type[]; symbol: ts.Symbol | undefined };

/** The path from a call's arguments to the changed part; undefined for a change that is not of a request. */
export function argumentSteps({ place }: Change): Step[] | undefined {
  if (place.part === "payload") return [{ property: "payload" }, ...place.path];
  if (place.part !== "parameter") return undefined;
  return [{ property: argumentGroup(place.in) }, { property: place.name }, ...place.path];
}

/** Follows a path through a type. In a union, it follows each member that has the path. */
export function typeAtPath(checker: ts.TypeChecker, type: ts.Type, steps: readonly Step[]): AtPath {
  let here: Extract<AtPath, { found: "value" }> = { found: "value", types: [type], symbol: undefined };
  for (const step of steps) {
    const members = here.types.flatMap(membersOf);
    if (members.some(isUntyped)) return { found: "untyped" };
    const next = members.flatMap((member) => taken(checker, member, step) ?? []);
    if (next.length === 0) return { found: "nothing" };
    here = { found: "value", types: next.map((part) => part.type), symbol: next.find((part) => part.symbol)?.symbol };
  }
  return here.types.some(isUntyped) ? { found: "untyped" } : here;
}

/** True for `any`. */
export function isUntyped(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Any) !== 0;
}

/** The members of a union without null and undefined; for any other type, the type itself. */
function membersOf(type: ts.Type): ts.Type[] {
  const members = type.isUnion() ? type.types : [type];
  return members.filter(({ flags }) => (flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) === 0);
}

function taken(checker: ts.TypeChecker, type: ts.Type, step: Step): { type: ts.Type; symbol?: ts.Symbol } | undefined {
  if (!("property" in step)) {
    const kind = step.each === "item" ? ts.IndexKind.Number : ts.IndexKind.String;
    const item = checker.getIndexInfoOfType(type, kind)?.type;
    return item && { type: item };
  }
  const symbol = checker.getPropertyOfType(type, step.property);
  return symbol && { type: checker.getTypeOfSymbol(symbol), symbol };
}

/** The types in the signature of a generated function: its arguments and its result. */
export interface Signature {
  args: ts.Type | undefined;
  result: ts.Type | undefined;
}

/**
 * Returns the signature of a generated function from its declaration in the generated module; empty if there is none.
 */
export function signatureOf(program: ts.Program, module: ts.SourceFile, name: string): Signature {
  const checker = program.getTypeChecker();
  const { args, result } = signatureNodes(module, name);
  return { args: args && checker.getTypeFromTypeNode(args), result: result && checker.getTypeFromTypeNode(result) };
}

/** Returns the type nodes in the declaration of a generated function. */
export function signatureNodes(module: ts.SourceFile, name: string): { args?: ts.TypeNode; result?: ts.TypeNode } {
  const declaration = module.statements.find((statement): statement is ts.FunctionDeclaration => {
    return ts.isFunctionDeclaration(statement) && statement.name?.text === name;
  });
  const [, args] = declaration?.parameters ?? [];
  const returned = declaration?.type;
  const [result] = returned && ts.isTypeReferenceNode(returned) ? (returned.typeArguments ?? []) : [];
  return { args: args?.type, result };
}

/** Returns the types of a signature at the place of a change of a request or response. */
export function atPlace(checker: ts.TypeChecker, { args, result }: Signature, change: Change): AtPath {
  const steps = argumentSteps(change);
  if (steps) return args ? typeAtPath(checker, args, steps) : { found: "nothing" };
  const { place } = change;
  if (place.part !== "response" || !result) return { found: "nothing" };
  const results = resultsFor(checker, result, place);
  const data = results.flatMap((returned) => checker.getPropertyOfType(returned, "data") ?? []);
  const [symbol] = data;
  if (!symbol) return { found: "nothing" };
  if (place.path.length === 0) return { found: "value", types: [checker.getTypeOfSymbol(symbol)], symbol };
  const found = data.map((one) => typeAtPath(checker, checker.getTypeOfSymbol(one), place.path));
  return found.find((one) => one.found === "value") ?? { found: "nothing" };
}

/** The members of a result type for a status: those that name it, or else all. */
function resultsFor(
  checker: ts.TypeChecker,
  result: ts.Type,
  { status }: Extract<ChangePlace, { part: "response" }>,
): ts.Type[] {
  const forms = membersOf(result);
  const named = forms.filter((form) => {
    const property = checker.getPropertyOfType(form, "status_code");
    const type = property && checker.getTypeOfSymbol(property);
    return type?.isNumberLiteral() && String(type.value) === String(status);
  });
  return named.length > 0 ? named : forms;
}
