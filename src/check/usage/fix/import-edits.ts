import { ts } from "ts-morph";
import { stringLiteralIn } from "../../../emit/code/index.js";
import type { NeededImport } from "../findings.js";
import { relativeSpecifier, withoutExtension } from "../sources/index.js";
import type { UsageFile } from "../usage-file.js";
import type { Edit } from "./edits.js";
import { type FileStyle, fileStyle } from "./style.js";

/**
 * Returns the edits that add imports: to an existing import of the same module if there is one, else below the last
 * import.
 */
export function importEdits(needed: readonly NeededImport[], file: UsageFile): Edit[] {
  const style = fileStyle(file.tree);
  const modules = [...new Set(needed.map(({ module }) => module))];
  const merged: Edit[] = [];
  const lines: string[] = [];
  for (const module of modules) {
    const names = namesOf(needed.filter((one) => one.module === module));
    const existing = importOf(module, file);
    const missing = names.filter(({ name, local }) => !existing?.elements.some((one) => isSame(one, { name, local })));
    if (missing.length === 0) continue;
    const texts = missing.map(({ name, local }) => (name === local ? name : `${name} as ${local}`));
    if (existing) merged.push(mergedEdit({ existing, texts, file }));
    else lines.push(importLine({ texts, specifier: specifierOf({ module, style }, file), style }));
  }
  return lines.length > 0 ? [...merged, newLines({ lines, style }, file)] : merged;
}

function namesOf(needed: readonly NeededImport[]): NeededImport[] {
  return needed.filter((one, index) => needed.findIndex(({ local }) => local === one.local) === index);
}

function isSame(element: ts.ImportSpecifier, { name, local }: Pick<NeededImport, "name" | "local">): boolean {
  return element.name.text === local && (element.propertyName ?? element.name).text === name && !element.isTypeOnly;
}

/** The braces of an import of values from a module, if the file has one. */
function importOf(module: string, { file, tree, project }: UsageFile): ts.NamedImports | undefined {
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (
      !bindings ||
      !ts.isNamedImports(bindings) ||
      bindings.elements.length === 0 ||
      statement.importClause.isTypeOnly
    )
      continue;
    const specifier = statement.moduleSpecifier.text;
    if (project.modules.leadsTo({ file, specifier, module: withoutExtension(module) })) return bindings;
  }
  return undefined;
}

function mergedEdit({ existing, texts, file }: { existing: ts.NamedImports; texts: string[]; file: UsageFile }): Edit {
  const { text } = file.tree;
  const last = existing.elements[existing.elements.length - 1] ?? existing;
  const end = last.getEnd();
  const lineStart = text.lastIndexOf("\n", last.getStart()) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
  const isOwnLine = lineStart > existing.getStart();
  const lineBreak = text.charAt(lineStart - 2) === "\r" ? "\r\n" : "\n";
  const separator = isOwnLine ? `,${lineBreak}${indentation}` : ", ";
  return { start: end, end, text: texts.map((one) => separator + one).join("") };
}

function specifierOf({ module, style }: { module: string; style: FileStyle }, { file, isBackend, project }: UsageFile) {
  if (isBackend) return relativeSpecifier(file, module);
  const specifier = project.modules.specifier(file, module);
  if (!specifier.startsWith(".") || style.extension === "") return specifier;
  return `${specifier}${/t/.test(style.extension) ? ".ts" : ".js"}`;
}

function importLine({ texts, specifier, style }: { texts: string[]; specifier: string; style: FileStyle }): string {
  const space = style.hasSpaces ? " " : "";
  const { quote, semicolon } = style;
  return `import {${space}${texts.join(", ")}${space}} from ${stringLiteralIn(quote, specifier)}${semicolon}`;
}

function newLines({ lines, style }: { lines: string[]; style: FileStyle }, { tree }: UsageFile): Edit {
  const last = tree.statements.filter(ts.isImportDeclaration).at(-1);
  if (last) {
    const rest = /^[^\r\n]*/.exec(tree.text.slice(last.getEnd()))?.[0] ?? "";
    const isRestOfLine = /^[ \t]*(?:\/\/.*|\/\*[^*]*\*\/[ \t]*)?$/.test(rest);
    const start = last.getEnd() + (isRestOfLine ? rest.length : 0);
    return { start, end: start, text: lines.map((line) => style.lineBreak + line).join("") };
  }
  const start = firstStatement(tree);
  return { start, end: start, text: lines.map((line) => line + style.lineBreak).join("") };
}

/** The offset of the first statement other than a directive, including its JSDoc. */
function firstStatement(tree: ts.SourceFile): number {
  const isDirective = (one: ts.Statement) => ts.isExpressionStatement(one) && ts.isStringLiteral(one.expression);
  const first = tree.statements.find((one) => !isDirective(one));
  return first?.getStart(tree, true) ?? tree.text.length;
}
