import { existsSync } from "node:fs";
import { basename, dirname, isAbsolute } from "node:path";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { shownPath } from "../../files/index.js";
import { exportedNames } from "./exported-names.js";
import { generatedModules } from "./generated-modules.js";
import { namedImports } from "./named-imports.js";

/** A module of the app, and how its imports are resolved. */
export interface AppModule {
  configFile: string;
  code: string;
  /** Absolute. */
  file: string;
  resolve: (source: string) => Promise<string | undefined>;
}

/**
 * Finds an import of a name that a generated module does not export (B44-841). A browser would refuse the module
 * without telling Vite. Undefined if there is none.
 */
export async function missingImport({
  configFile,
  code,
  file,
  resolve: find,
}: AppModule): Promise<Diagnostic | undefined> {
  const modules = await generatedModules(configFile);
  // Generated modules match each other.
  if (modules.has(file)) return undefined;
  const generated = new Set([...modules].filter((module) => code.includes(hintOf(module))));
  if (generated.size === 0) return undefined;
  const exported = new Map<string, ReadonlySet<string> | undefined>();
  for (const { name, start, source } of namedImports(code)) {
    if (![...generated].some((module) => source.includes(hintOf(module)))) continue;
    const found = await find(source);
    if (found === undefined || !generated.has(found)) continue;
    if (!exported.has(found)) exported.set(found, await exportedNames(found));
    const names = exported.get(found);
    if (!names || names.has(name)) continue;
    const before = code.slice(0, start).split("\n");
    return diagnostic("B44-841", {
      message: `${shownPath(file)} imports ${name}, but ${shownPath(found)} does not export it.`,
      location: { file: shownPath(file), line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    });
  }
  return undefined;
}

/**
 * True if a module imports a file of the app that does not exist. While b44-gen cannot generate, it is probably one
 * that was not generated yet, and Vite's own error would hide the reason.
 */
export async function hasUnresolvedImport(code: string, resolve: AppModule["resolve"]): Promise<boolean> {
  const sources = new Set(namedImports(code).map(({ source }) => source));
  for (const source of sources) {
    if (!/^(?:[./~]|@\/)/.test(source)) continue;
    const found = await resolve(source);
    // An alias resolves to a path even if nothing exists there.
    if (found === undefined || (isAbsolute(found) && !existsSync(found))) return true;
  }
  return false;
}

/** True if a file (absolute, with forward slashes) is a module that b44-gen generates. */
export async function isGenerated(configFile: string, file: string): Promise<boolean> {
  return (await generatedModules(configFile)).has(file);
}

/** The part of a module's path that its imports contain: the file's name, or for an index, its folder's. */
function hintOf(path: string): string {
  const name = basename(path).replace(/\.[jt]s$/, "");
  return name === "index" ? basename(dirname(path)) : name;
}
