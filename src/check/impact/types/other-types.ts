import { ts } from "ts-morph";

/** A source text in which some type aliases at its top are other types, by their names. */
export function withOtherTypes(text: string, others: Readonly<Record<string, string>>): string {
  const file = ts.createSourceFile("generated.ts", text, ts.ScriptTarget.Latest);
  let left = text;
  for (const { name, type } of file.statements.filter(ts.isTypeAliasDeclaration).reverse()) {
    const other = others[name.text];
    if (other !== undefined) left = left.slice(0, type.getStart(file)) + other + left.slice(type.getEnd());
  }
  return left;
}
