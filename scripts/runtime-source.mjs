import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/**
 * The three texts of a module of src/runtime that is written into the user's project: TypeScript as it stands,
 * JavaScript, and the declarations that go beside the JavaScript. What is `@internal` is for generated code alone, which
 * in JavaScript is not checked: editors are not to offer it.
 *
 * @param {string} file absolute path of the module
 * @returns {string} an ES module exporting `{ ts, js, dts }` as default
 */
export function runtimeSourceModule(file) {
  const text = flatText(file);
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    isolatedDeclarations: true,
    verbatimModuleSyntax: true,
    declaration: true,
    stripInternal: true,
    removeComments: false,
  };
  const js = ts.transpileModule(text, { compilerOptions, fileName: file });
  const dts = ts.transpileDeclaration(text, { compilerOptions, fileName: file, reportDiagnostics: true });
  const faults = (dts.diagnostics ?? []).map((fault) => ts.flattenDiagnosticMessageText(fault.messageText, "\n"));
  if (faults.length > 0) throw new Error(`${file}: ${faults.join("; ")}`);
  const variants = { ts: text, js: js.outputText, dts: dts.outputText };
  return `export default ${JSON.stringify(variants)};\n`;
}

/**
 * The texts of all modules of a folder of src/runtime, by file name.
 *
 * @param {string} folder absolute path
 * @returns {string} an ES module exporting `{ [name]: text }` as default
 */
export function runtimeFolderModule(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const text = (name) => (FOR_READERS.has(name) ? flatText(join(folder, name)) : bareText(join(folder, name)));
  const texts = Object.fromEntries(names.sort().map((name) => [name, text(name)]));
  return `export default ${JSON.stringify(texts)};\n`;
}

/** Modules of which users see more than the name: their documentation is written into the project too. */
const FOR_READERS = new Set(["b44-connectors.ts", "b44-failure.ts", "b44-handler.ts", "b44-own-function.ts"]);

/** The text without documentation: it is uploaded with every function, and nobody reads it there. */
function bareText(file) {
  return flatText(file).replace(/^[ \t]*\/\*\*(?:[^*]|\*(?!\/))*\*\/\n/gm, "");
}

/**
 * The text of a module with LF. What it imports stands beside it once it is written, whatever folder it is in here. What
 * it says to this project's linter alone is left out: where all of a file is ignored, Biome warns of each such line.
 */
function flatText(file) {
  return readFileSync(file, "utf8")
    .replaceAll("\r\n", "\n")
    .replace(/^[ \t]*\/\/ biome-ignore .*\n/gm, "")
    .replace(/ from "\.\.?\/(?:[\w-]+\/)*([\w.-]+)";/g, ' from "./$1";');
}
