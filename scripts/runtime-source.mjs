import { readFileSync } from "node:fs";
import ts from "typescript";

/**
 * The three texts of a module of src/runtime that is written into the user's project: TypeScript as it stands,
 * JavaScript, and the declarations that go beside the JavaScript.
 *
 * @param {string} file absolute path of the module
 * @returns {string} an ES module exporting `{ ts, js, dts }` as default
 */
export function runtimeSourceModule(file) {
  const text = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    isolatedDeclarations: true,
    verbatimModuleSyntax: true,
    declaration: true,
    removeComments: false,
  };
  const js = ts.transpileModule(text, { compilerOptions, fileName: file });
  const dts = ts.transpileDeclaration(text, { compilerOptions, fileName: file, reportDiagnostics: true });
  const faults = (dts.diagnostics ?? []).map((fault) => ts.flattenDiagnosticMessageText(fault.messageText, "\n"));
  if (faults.length > 0) throw new Error(`${file}: ${faults.join("; ")}`);
  const variants = { ts: text, js: js.outputText, dts: dts.outputText };
  return `export default ${JSON.stringify(variants)};\n`;
}
