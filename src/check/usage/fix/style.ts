import { ts } from "ts-morph";

/** How a file is written, as far as an import shows it. */
export interface FileStyle {
  quote: '"' | "'";
  semicolon: "" | ";";
  lineBreak: "\n" | "\r\n";
  /** Whether braces of imports have spaces inside. */
  hasSpaces: boolean;
  /** What relative imports of scripts end in: empty where they have no extension. */
  extension: string;
}

/** Reads the style of a file from its imports; where it has none, from its string literals and statements. */
export function fileStyle(tree: ts.SourceFile): FileStyle {
  const { text } = tree;
  const imports = tree.statements.filter(ts.isImportDeclaration);
  const statements =
    imports.length > 0
      ? imports
      : tree.statements.filter((one) => /^(?:const|let|return|await)\b/.test(one.getText(tree)));
  const open = statements.filter((statement) => !statement.getText(tree).endsWith(";")).length;
  const specifiers = imports.flatMap((one) =>
    ts.isStringLiteral(one.moduleSpecifier) ? [one.moduleSpecifier.text] : [],
  );
  const relative = specifiers.filter((one) => one.startsWith(".")).map((one) => /\.[cm]?[jt]sx?$/.exec(one)?.[0] ?? "");
  const braces = imports.flatMap((one) => /\{[^\n]*\}/.exec(one.getText(tree)) ?? []);
  return {
    quote: mostly(
      imports.length > 0 ? imports.map((one) => one.moduleSpecifier.getText(tree)) : (text.match(/["']/g) ?? []),
      "'",
    )
      ? "'"
      : '"',
    semicolon: open * 2 > statements.length ? "" : ";",
    lineBreak: mostly(text.match(/\r?\n/g) ?? [], "\r") ? "\r\n" : "\n",
    hasSpaces: !braces.some((brace) => /^\{\S/.test(brace)),
    extension: relative.length > 0 && relative.every((one) => one === relative[0]) ? (relative[0] ?? "") : "",
  };
}

/** Whether more than half of some texts begin so. */
function mostly(texts: readonly string[], start: string): boolean {
  return texts.filter((text) => text.startsWith(start)).length * 2 > texts.length;
}
