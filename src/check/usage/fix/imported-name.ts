import { ts } from "ts-morph";
import { importedBy } from "../client/index.js";
import type { NeededImport } from "../findings.js";
import { withoutExtension } from "../sources/index.js";
import type { UsageFile } from "../usage-file.js";

/**
 * Returns the name by which a file can use an export of a module: that of an existing import, else the export's own
 * name, else one that the file does not use.
 */
export function importedName({ module, name }: Omit<NeededImport, "local">, file: UsageFile): string {
  const existing = existingImport({ module, name }, file);
  if (existing !== undefined) return existing;
  const needed = file.findings.fixes.flatMap((fix) => fix.import ?? []);
  const same = needed.find((one) => one.module === module && one.name === name);
  if (same) return same.local;
  const isTaken = (local: string) =>
    needed.some((one) => one.local === local) || file.scopes.named(local).some((used) => !isMember(used));
  const other = `call${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  let local = name;
  for (let count = 1; isTaken(local); count++) local = count === 1 ? other : `${other}${count}`;
  return local;
}

/** The local name of an existing import, if nothing else in the file has that name. */
function existingImport({ module, name }: Omit<NeededImport, "local">, { file, tree, scopes, project }: UsageFile) {
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const bindings = statement.importClause?.namedBindings;
    for (const element of bindings && ts.isNamedImports(bindings) ? bindings.elements : []) {
      const imported = importedBy(element);
      const isType = element.isTypeOnly || statement.importClause?.isTypeOnly;
      if (imported?.name !== name || isType) continue;
      if (!project.modules.leadsTo({ file, specifier: imported.specifier, module: withoutExtension(module) })) continue;
      const uses = new Set([element.name, ...scopes.usesOf(element.name)]);
      if (
        scopes.named(element.name.text).every((used) => uses.has(used) || isMember(used) || used.parent === element)
      ) {
        return element.name.text;
      }
    }
  }
  return undefined;
}

/** True if a name is that of a member, which no declaration can shadow. */
function isMember(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === name;
  return (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) && parent.name === name;
}
