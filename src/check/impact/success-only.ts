import { ts } from "ts-morph";

/**
 * The types of an API as if every call succeeded: of each result, a union over the declared responses, the forms whose
 * `success` is `false` are left out. Much code never looks at `success`, and to the compiler what it then reads is
 * `unknown`; with these types its use of the data can be followed all the same.
 */
export function successOnly(generated: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...generated].map(([path, text]) => [path, path.endsWith(".d.ts") ? withoutFailures(text) : text]));
}

function withoutFailures(text: string): string {
  const file = ts.createSourceFile("types.d.ts", text, ts.ScriptTarget.Latest);
  const unions = file.statements.filter(ts.isTypeAliasDeclaration).flatMap(({ type }) => {
    return ts.isUnionTypeNode(type) && type.types.every(isResult) ? [type] : [];
  });
  let left = text;
  for (const union of unions.reverse()) {
    const kept = union.types.filter((type) => !isFailure(type)).map((type) => type.getText(file));
    if (kept.length > 0) left = left.slice(0, union.getStart(file)) + kept.join(" | ") + left.slice(union.getEnd());
  }
  return left;
}

function isResult(type: ts.TypeNode): boolean {
  return successOf(type) !== undefined;
}

function isFailure(type: ts.TypeNode): boolean {
  return successOf(type) === ts.SyntaxKind.FalseKeyword;
}

/** The kind of the literal that a form of a result has as `success`. */
function successOf(type: ts.TypeNode): ts.SyntaxKind | undefined {
  if (!ts.isTypeLiteralNode(type)) return undefined;
  for (const member of type.members) {
    const isSuccess = ts.isPropertySignature(member) && ts.isIdentifier(member.name) && member.name.text === "success";
    if (isSuccess && member.type && ts.isLiteralTypeNode(member.type)) return member.type.literal.kind;
  }
  return undefined;
}
