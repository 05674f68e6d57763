import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/**
 * Returns the three variants of a module of src/runtime that is written into projects: TypeScript, JavaScript, and the
 * declarations beside the JavaScript. Declarations omit exports marked `@internal`, so that editors do not suggest
 * them: only generated code uses them, and generated JavaScript is not type-checked.
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
 * Returns the text of all modules of a folder of src/runtime, by file name.
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

/** Modules that users import from, so their documentation is written into projects too. */
const FOR_READERS = new Set(["b44-connectors.ts", "b44-failure.ts", "b44-handler.ts", "b44-own-function.ts"]);

/** The text of a module without documentation, because it is uploaded with every function. */
function bareText(file) {
  return flatText(file).replace(/^[ \t]*\/\*\*(?:[^*]|\*(?!\/))*\*\/\n/gm, "");
}

/**
 * The text of a module with LF. All written modules are in one folder, so imports are changed to that. Comments for
 * this project's linter are removed, because Biome warns about them in files that it ignores as a whole.
 */
function flatText(file) {
  return readFileSync(file, "utf8")
    .replaceAll("\r\n", "\n")
    .replace(/^[ \t]*\/\/ biome-ignore .*\n/gm, "")
    .replace(/ from "\.\.?\/(?:[\w-]+\/)*([\w.-]+)";/g, ' from "./$1";');
}
