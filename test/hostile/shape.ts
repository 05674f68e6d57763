import ts from "typescript";

/** A source file with what the parser knows of it besides its tree. */
interface ParsedFile extends ts.SourceFile {
  parseDiagnostics: readonly ts.DiagnosticWithLocation[];
  pragmas: ReadonlyMap<string, unknown>;
  commentDirectives?: readonly unknown[];
  checkJsDirective?: unknown;
}

/** Parses a file; its path says the language. */
export function parsed(path: string, text: string): ParsedFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) as ParsedFile;
}

/** Faults of the text that no tree shows: syntax errors, and comments that give an order. */
export function textFaults(file: ParsedFile): string[] {
  const faults = file.parseDiagnostics.map(
    ({ messageText }) => `syntax: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
  );
  const own = ["reference", ...(isUnchecked(file) ? ["ts-nocheck"] : [])];
  for (const pragma of file.pragmas.keys()) if (!own.includes(pragma)) faults.push(`a pragma: ${pragma}`);
  for (const { fileName } of [
    ...file.referencedFiles,
    ...file.typeReferenceDirectives,
    ...file.libReferenceDirectives,
  ]) {
    if (!/^[\w./-]+\.d\.ts$/.test(fileName) || fileName.startsWith("/")) faults.push(`a reference to ${fileName}`);
  }
  if (file.commentDirectives?.length) faults.push("a @ts- directive");
  if (file.checkJsDirective !== undefined && !isUnchecked(file)) faults.push("a check directive");
  const comments = commentsOf(file.text).join("\n");
  if (/[#@]\s?source(Mapping)?URL=|[@#]__(PURE|NO_SIDE)|@(license|preserve)\b|@(ts-|jsx)/i.test(comments)) {
    faults.push("a comment that a tool obeys");
  }
  if (commentsOf(file.text).some((comment) => comment.startsWith("/*") && comment.slice(2).includes("/*"))) {
    faults.push("a comment in a comment");
  }
  if (setsPrototype(file)) faults.push("a prototype is set");
  if (/<\/(script|style)|<!--/i.test(file.text)) faults.push("markup");
  if (/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u.test(file.text)) faults.push("an invisible character");
  return faults;
}

/** True where the header says that the file is not to be type-checked, which is b44-gen's own word. */
function isUnchecked({ text }: ParsedFile): boolean {
  return /^\/\/ @ts-nocheck$/m.test(text.slice(0, text.indexOf("\n\n")));
}

/** The comments of a text, but for the marks of bundlers and checkers that are b44-gen's own. */
function commentsOf(text: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
  const comments: string[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind === ts.SyntaxKind.SingleLineCommentTrivia || kind === ts.SyntaxKind.MultiLineCommentTrivia) {
      comments.push(scanner.getTokenText());
    }
  }
  return comments.filter((comment) => !/^\/\* ?[@#]__(PURE|NO_SIDE_EFFECTS)__ ?\*\/$|^\/\/ @ts-nocheck$/.test(comment));
}

/** True where an object literal sets its prototype (ECMAScript 2024, B.3.1). */
function setsPrototype(node: ts.Node): boolean {
  const isSetter =
    ts.isPropertyAssignment(node) && !ts.isComputedPropertyName(node.name) && node.name.text === "__proto__";
  return isSetter || ts.forEachChild(node, (child) => setsPrototype(child) || undefined) === true;
}

/** Kinds whose members have no order that means anything: a longer name sorts elsewhere. */
const UNORDERED = new Set([
  ts.SyntaxKind.SourceFile,
  ts.SyntaxKind.ModuleBlock,
  ts.SyntaxKind.NamedImports,
  ts.SyntaxKind.NamedExports,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeLiteral,
  ts.SyntaxKind.ObjectLiteralExpression,
  ts.SyntaxKind.UnionType,
]);

/**
 * A file's tree as text, in which literals and keys are only that, and identifiers are themselves where they are among
 * the `fixed` ones, else only identifiers: two files with the same shape do the same but for texts and names.
 */
export function shapeOf(file: ts.SourceFile, fixed: ReadonlySet<string>): string {
  return shape(file, fixed);
}

function shape(node: ts.Node, fixed: ReadonlySet<string>): string {
  if (ts.isIdentifier(node) && fixed.has(nameOf(node))) return node.text;
  if (ts.isIdentifier(node)) return isKey(node) ? "Key" : "Name";
  if (ts.isStringLiteral(node)) return isKey(node) ? "Key" : "Text";
  if (ts.isComputedPropertyName(node) && ts.isStringLiteral(node.expression)) return "Key";
  if (ts.isNumericLiteral(node)) return isKey(node) ? "Key" : node.text;
  const members: string[] = [];
  ts.forEachChild(node, (child) => void members.push(shape(child, fixed)));
  if (UNORDERED.has(node.kind)) members.sort();
  return `${ts.SyntaxKind[node.kind]}(${members.join(" ")})`;
}

/** An identifier as the sets of fixed ones have it: a key and a name are two things. */
function nameOf(node: ts.Identifier): string {
  return isKey(node) ? `key ${node.text}` : node.text;
}

/** True for the key of a property. */
function isKey(node: ts.Node): boolean {
  const { parent } = node;
  return (ts.isPropertySignature(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}

/** The identifiers of a file, as {@link shapeOf} takes them. */
export function identifiersOf(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(nameOf(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}
