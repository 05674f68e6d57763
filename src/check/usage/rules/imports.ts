import { builtinModules } from "node:module";
import { dirname, resolve } from "node:path";
import { ts } from "ts-morph";
import { isInside } from "../sources/index.js";
import type { UsageFile } from "../usage-file.js";

const BUILTIN = new Set(builtinModules);

/** Reports an import in a function or shared file that a deploy cannot follow. */
export function checkImport(node: ts.Node, file: UsageFile): void {
  const specifier = specifierOf(node);
  const fault = specifier && importFault(specifier.text, file);
  if (!specifier || !fault) return;
  file.findings.report({ code: "B44-819", node: specifier, ...fault });
}

/** The specifier of an import or export; undefined for one of only types, which does not exist at run time. */
function specifierOf(node: ts.Node): ts.StringLiteralLike | undefined {
  if (ts.isImportDeclaration(node)) {
    const bindings = node.importClause?.namedBindings;
    const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
    const hasValue = !named.length || node.importClause?.name || named.some((element) => !element.isTypeOnly);
    if (node.importClause?.isTypeOnly || !hasValue) return undefined;
    return ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier : undefined;
  }
  if (ts.isExportDeclaration(node)) {
    const specifier = node.moduleSpecifier;
    return specifier && ts.isStringLiteral(specifier) && !node.isTypeOnly ? specifier : undefined;
  }
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined;
  const [argument] = node.arguments;
  return argument && ts.isStringLiteralLike(argument) ? argument : undefined;
}

function importFault(specifier: string, { file, project }: UsageFile): { message: string; help: string } | undefined {
  const home = project.functionFolders.find((folder) => isInside(folder, file));
  const shared = project.sharedDir;
  const isShared = shared !== undefined && isInside(shared, file);
  if (!home && !isShared) return undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(specifier)) return undefined;
  if (!/^\.{0,2}\//.test(specifier)) return bareFault(specifier);
  const target = resolve(dirname(file), specifier);
  const isUploaded = [home, shared].some((folder) => folder !== undefined && isInside(folder, target));
  if (!isUploaded) {
    return {
      message: `"${specifier}" is outside the folders that are uploaded with ${home ? "the function" : "every function"}.`,
      help: `Move the imported file to the ${home ? "function's own folder or the shared folder" : "shared folder"}.`,
    };
  }
  if (/\.(?:[jt]s|json|jsonc)$/.test(specifier)) return undefined;
  const hasOther = /\.(?:[cm][jt]s|[jt]sx|css|txt|md|html|wasm)$/.test(specifier);
  return hasOther
    ? {
        message: `"${specifier}" is not uploaded: only .ts, .js, .json and .jsonc files are.`,
        help: "Import a .ts or .js file.",
      }
    : { message: `"${specifier}" has no extension.`, help: `Add the file's extension: "${specifier}.ts".` };
}

function bareFault(specifier: string): { message: string; help: string } {
  if (/^[@~#]\//.test(specifier)) {
    return {
      message: `"${specifier}" uses an alias, which does not exist in functions.`,
      help: "Import from the function's own folder or the shared folder, by a relative path with its extension.",
    };
  }
  const prefix = BUILTIN.has(specifier) ? "node:" : "npm:";
  return {
    message: `"${specifier}" cannot be resolved in functions: they have no node_modules and no import maps.`,
    help: `Write "${prefix}${specifier}".`,
  };
}
