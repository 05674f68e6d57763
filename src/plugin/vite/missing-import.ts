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
 * Looks for an import of a name that a generated module does not have (B44-841): a browser would refuse the module
 * without telling Vite. Undefined where there is none.
 */
export async function missingImport({
  configFile,
  code,
  file,
  resolve: find,
}: AppModule): Promise<Diagnostic | undefined> {
  const modules = await generatedModules(configFile);
  // Between themselves they were written to fit.
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
 * Whether a module imports something of the app that is not there. While b44-gen cannot generate, that is what it did not
 * generate yet, and Vite's own error would hide why.
 */
export async function hasUnresolvedImport(code: string, resolve: AppModule["resolve"]): Promise<boolean> {
  const sources = new Set(namedImports(code).map(({ source }) => source));
  for (const source of sources) {
    if (!/^(?:[./~]|@\/)/.test(source)) continue;
    const found = await resolve(source);
    // An alias gives a path also where nothing is.
    if (found === undefined || (isAbsolute(found) && !existsSync(found))) return true;
  }
  return false;
}

/** Whether a file, absolute and with forward slashes, is a module that b44-gen generates. */
export async function isGenerated(configFile: string, file: string): Promise<boolean> {
  return (await generatedModules(configFile)).has(file);
}

/** What an import of a module has in it: the file's name, or its folder's where it is an index. */
function hintOf(path: string): string {
  const name = basename(path).replace(/\.[jt]s$/, "");
  return name === "index" ? basename(dirname(path)) : name;
}
