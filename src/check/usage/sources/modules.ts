import { dirname, isAbsolute, join, resolve } from "node:path";
import { dotRelativePath, pathFrom } from "../../../files/index.js";

const EXTENSION = /\.[cm]?[jt]sx?$/;

/** Resolves and creates module specifiers. */
export class Modules {
  readonly #atFolders: readonly string[];
  readonly #root: string;

  /**
   * @param root the project's folder, absolute
   * @param atFolders the folders that `@/` stands for, absolute; empty if it is not mapped
   */
  constructor({ root, atFolders }: { root: string; atFolders: readonly string[] }) {
    this.#root = root;
    this.#atFolders = atFolders;
  }

  /** Returns the absolute paths, without extension, that a specifier in `file` may resolve to; empty for a package. */
  resolve(file: string, specifier: string): string[] {
    if (/^\.\.?(?:\/|$)/.test(specifier)) return [withoutExtension(resolve(dirname(file), specifier))];
    if (!specifier.startsWith("@/")) return [];
    // Base44's Vite plugin maps the alias even if no tsconfig does.
    const folders = this.#atFolders.length > 0 ? this.#atFolders : [join(this.#root, "src")];
    return folders.map((folder) => withoutExtension(join(folder, specifier.slice(2))));
  }

  /**
   * True if a specifier in `file` resolves to a module (absolute, without extension). A folder stands for its index.
   */
  leadsTo({ file, specifier, module }: { file: string; specifier: string; module: string }): boolean {
    return this.resolve(file, specifier).some((path) => path === module || join(path, "index") === module);
  }

  /**
   * Returns the specifier with which `file` imports a module (absolute): with `@/` if the project maps it, else
   * relative.
   */
  specifier(file: string, module: string): string {
    for (const folder of this.#atFolders) {
      const way = pathFrom(folder, module);
      if (way !== "." && !way.startsWith("../") && !isAbsolute(way)) return `@/${way}`;
    }
    return relativeSpecifier(file, module);
  }
}

/** Returns the relative specifier with which `file` imports a path. Both are absolute. */
export function relativeSpecifier(file: string, path: string): string {
  return dotRelativePath(dirname(file), path);
}

/** Removes the extension of a source file from a path. */
export function withoutExtension(path: string): string {
  return path.replace(EXTENSION, "");
}
