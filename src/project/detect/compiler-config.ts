import { dirname, isAbsolute, join, resolve } from "node:path";
import { namesIn, readText } from "../../files/index.js";
import { memberOf } from "../../json/index.js";
import { json5Value } from "../../json5/index.js";

const DEEPEST_EXTENDS = 8;

/** Patterns or files, and the absolute folder they are relative to: the folder of the config that has them. */
export interface PathList {
  folder: string;
  paths: string[];
}

/**
 * A tsconfig or jsconfig with what it inherits by relative `extends`. Members that the config does not have are
 * missing.
 */
export interface CompilerProgram {
  /** Absolute. */
  file: string;
  include?: PathList;
  exclude?: PathList;
  files?: PathList;
  /** What `@/*` is mapped to: absolute folders, each ending in a slash. */
  atFolders: string[];
}

/**
 * Reads a tsconfig or jsconfig and the configs that it references, one level deep. A config that does not parse counts
 * as empty, as it does for the compiler. Never rejects.
 */
export async function readPrograms(file: string): Promise<CompilerProgram[]> {
  const { program, references } = await readProgram(file, 0);
  const referenced = await Promise.all(references.map(async (path) => readProgram(await configFile(path), 0)));
  return [program, ...referenced.map((one) => one.program)];
}

interface ProgramText {
  program: CompilerProgram;
  /** Absolute. */
  baseUrl: string | undefined;
  references: string[];
}

async function readProgram(file: string, depth: number): Promise<ProgramText> {
  const folder = dirname(file);
  const config = json5Value((await readText(file)) ?? "{}");
  const parents = await Promise.all(
    parentFiles(config, folder)
      .slice(0, depth < DEEPEST_EXTENDS ? undefined : 0)
      .map((parent) => readProgram(parent, depth + 1)),
  );
  const inherited: CompilerProgram = Object.assign({ file, atFolders: [] }, ...parents.map(({ program }) => program));
  const options = memberOf(config, "compilerOptions");
  const ownBase = memberOf(options, "baseUrl");
  const baseUrl = typeof ownBase === "string" ? resolve(folder, ownBase) : parents.at(-1)?.baseUrl;
  const at = stringsOf(memberOf(memberOf(options, "paths"), "@/*"));
  const program: CompilerProgram = { ...inherited, file };
  if (at) program.atFolders = at.filter((path) => path.endsWith("*")).map((path) => under(baseUrl ?? folder, path));
  for (const key of ["include", "exclude", "files"] as const) {
    const paths = stringsOf(memberOf(config, key));
    if (paths) program[key] = { folder, paths: paths.map((path) => path.replace("${configDir}", folder)) };
  }
  const references = memberOf(config, "references");
  const named = (Array.isArray(references) ? references : []).map((reference) => memberOf(reference, "path"));
  return {
    program,
    baseUrl,
    references: named.filter((path) => typeof path === "string").map((path) => resolve(folder, path)),
  };
}

/**
 * Returns the files that a config extends by relative or absolute path. Configs from packages are ignored: they contain
 * options, not the app's own files.
 */
function parentFiles(config: unknown, folder: string): string[] {
  const value = memberOf(config, "extends");
  const named = typeof value === "string" ? [value] : (stringsOf(value) ?? []);
  return named
    .filter((path) => path.startsWith(".") || isAbsolute(path))
    .map((path) => resolve(folder, path.endsWith(".json") ? path : `${path}.json`));
}

async function configFile(reference: string): Promise<string> {
  return (await namesIn(reference)).has("tsconfig.json") || !reference.endsWith(".json")
    ? join(reference, "tsconfig.json")
    : reference;
}

function under(base: string, pattern: string): string {
  const folder = resolve(base, pattern.slice(0, -1));
  return folder.endsWith("/") || folder.endsWith("\\") ? folder : join(folder, "/");
}

/** Returns the strings in a parsed array; undefined if the value is not an array. */
function stringsOf(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : undefined;
}
