import { ts } from "ts-morph";
import type { AppSource } from "../sources/index.js";
import { Scopes } from "./scopes.js";

/** A source without syntax errors, with its syntax tree and scopes. */
export interface ParsedSource extends AppSource {
  tree: ts.SourceFile;
  scopes: Scopes;
}

const OPTIONS: ts.CompilerOptions = {
  allowJs: true,
  jsx: ts.JsxEmit.Preserve,
  module: ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  noLib: true,
  noResolve: true,
  target: ts.ScriptTarget.ESNext,
  types: [],
};

/**
 * Parses sources. The compiler's program only serves to resolve names to declarations: it reads no library and no
 * import, and never computes a type. Sources with syntax errors are omitted.
 */
export function parseSources(sources: readonly AppSource[]): ParsedSource[] {
  const trees = new Map<string, ts.SourceFile>();
  const names = sources.map((source, index) => {
    const name = `/${index}${/\.[^.]+$/.exec(source.file)?.[0] ?? ".ts"}`;
    trees.set(name, ts.createSourceFile(name, source.text, ts.ScriptTarget.ESNext, true));
    return name;
  });
  const program = ts.createProgram(names, OPTIONS, memoryHost(trees));
  const checker = program.getTypeChecker();
  return sources.flatMap((source, index) => {
    const tree = trees.get(names[index] ?? "");
    if (!tree || program.getSyntacticDiagnostics(tree).length > 0) return [];
    return [{ ...source, tree, scopes: new Scopes(tree, checker) }];
  });
}

function memoryHost(trees: ReadonlyMap<string, ts.SourceFile>): ts.CompilerHost {
  return {
    fileExists: (name) => trees.has(name),
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => "/",
    getDefaultLibFileName: () => "/lib.d.ts",
    getNewLine: () => "\n",
    getSourceFile: (name) => trees.get(name),
    readFile: (name) => trees.get(name)?.text,
    useCaseSensitiveFileNames: () => true,
    writeFile: () => {},
  };
}
