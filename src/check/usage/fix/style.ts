import { ts } from "ts-morph";

/** The code style of a file, as far as it concerns imports. */
export interface FileStyle {
  quote: '"' | "'";
  semicolon: "" | ";";
  lineBreak: "\n" | "\r\n";
  /** True if there are spaces inside the braces of imports. */
  hasSpaces: boolean;
  /** The file extension in relative imports of scripts; empty if they have none. */
  extension: string;
}

/** Determines the style of a file from its imports, or from its string literals and statements if it has none. */
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

/** True if more than half of the strings begin with `start`. */
function mostly(texts: readonly string[], start: string): boolean {
  return texts.filter((text) => text.startsWith(start)).length * 2 > texts.length;
}
