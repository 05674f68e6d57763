import { basename } from "node:path";
import { ts } from "ts-morph";
import type { UsageFile } from "../usage-file.js";

/** An imported name: the module's specifier and the export's name, `*` for a namespace. */
interface ImportedName {
  specifier: string;
  name: string;
}

/** Returns what a declaration imports; undefined if it is not an import. */
export function importedBy(declaration: ts.Declaration): ImportedName | undefined {
  if (ts.isImportSpecifier(declaration)) {
    const name = (declaration.propertyName ?? declaration.name).text;
    return from(declaration.parent.parent.parent, name);
  }
  if (ts.isNamespaceImport(declaration)) return from(declaration.parent.parent, "*");
  return ts.isImportClause(declaration) ? from(declaration.parent, "default") : undefined;
}

/** Returns what a name in a file is imported from; undefined if it is not imported. */
export function importOf(name: ts.Identifier, { scopes }: UsageFile): ImportedName | undefined {
  const declaration = scopes.declarationOf(name);
  return declaration && importedBy(declaration);
}

function from(declaration: ts.Node, name: string): ImportedName | undefined {
  if (!ts.isImportDeclaration(declaration) || !ts.isStringLiteral(declaration.moduleSpecifier)) return undefined;
  return { specifier: declaration.moduleSpecifier.text, name };
}

/** True if an import is the app's own client: the export that the config names, `base44`, or the default export. */
export function isClientImport(imported: ImportedName, { file, project }: UsageFile): boolean {
  const { client } = project.input;
  const paths = project.modules.resolve(file, imported.specifier);
  const isModule =
    imported.specifier === client?.module ||
    paths.some((path) => basename(path) === "base44Client" || path === project.clientPath);
  return isModule && ["base44", "default", client?.export].includes(imported.name);
}

/** True if an import is one of these exports of the SDK, from whichever specifier. */
export function isSdkImport(imported: ImportedName, names: readonly string[]): boolean {
  return /(?:^|[:/])@base44\/sdk(?:@[^/]*)?$/.test(imported.specifier) && names.includes(imported.name);
}
