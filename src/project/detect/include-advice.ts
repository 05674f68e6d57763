import { dirname, join, resolve } from "node:path";
import { pathFrom, withForwardSlashes } from "../../files/index.js";
import type { CompilerProgram, PathList } from "./compiler-config.js";
import type { Project } from "./model.js";
import { excluded, included } from "./program-glob.js";

/** What to add to a tsconfig or jsconfig. */
interface IncludeAdvice {
  /** The config to change; absolute. */
  config: string;
  /**
   * The entries to add to these members, relative to the config. `files` is used if the config's `exclude` would remove
   * an entry of `include` again. It comes with `include` if the config has no `include`, because `files` on its own
   * would replace the default of all files.
   */
  add: { include?: string[]; files?: string[] };
}

/**
 * Returns what the project's tsconfig or jsconfig needs so that its program contains declaration files that nothing
 * imports; undefined if it contains them already, or there is no config. `outputDir` is absolute or relative to the
 * root; `declarations` are the names of the files in it.
 */
export function includeAdvice(project: Project, outputDir: string, declarations: string[]): IncludeAdvice | undefined {
  const programs = project.compilerConfig?.programs ?? [];
  const folder = resolve(project.root, outputDir);
  const files = declarations.map((name) => join(folder, name));
  const missing = files.filter((file) => !programs.some((program) => covers(program, file)));
  const program = programs.find(({ include }) => include && include.paths.length > 0) ?? programs[0];
  if (!program || missing.length === 0) return undefined;
  const base = dirname(program.file);
  if (!missing.some((file) => takenOut(program, file))) {
    return { config: program.file, add: { include: [`${pathFrom(base, folder)}/*.d.ts`] } };
  }
  const paths = missing.map((file) => pathFrom(base, file));
  const everything = program.include || program.files ? {} : { include: ["**/*"] };
  return { config: program.file, add: { ...everything, files: paths } };
}

function covers(program: CompilerProgram, file: string): boolean {
  const { files, include } = program;
  if (files?.paths.some((path) => resolve(files.folder, path) === file)) return true;
  const patterns = include ?? (files ? undefined : { folder: dirname(program.file), paths: ["**/*"] });
  return patterns !== undefined && matches(patterns, file, included) && !takenOut(program, file);
}

function takenOut(program: CompilerProgram, file: string): boolean {
  return program.exclude !== undefined && matches(program.exclude, file, excluded);
}

function matches(list: PathList, file: string, test: typeof included): boolean {
  return list.paths.some((path) => test(withForwardSlashes(file), withForwardSlashes(list.folder), path));
}
