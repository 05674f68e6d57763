import { dirname, isAbsolute, join, resolve } from "node:path";
import { pathFrom, relativeWay } from "../../../files/index.js";

const EXTENSION = /\.[cm]?[jt]sx?$/;

/** Knows which files module specifiers lead to, and how to write one. */
export class Modules {
  readonly #atFolders: readonly string[];
  readonly #root: string;

  /**
   * @param root the project's folder, absolute @param atFolders what `@/` stands for, absolute; none where it is not
   * mapped
   */
  constructor({ root, atFolders }: { root: string; atFolders: readonly string[] }) {
    this.#root = root;
    this.#atFolders = atFolders;
  }

  /** The absolute paths without extension that a specifier in `file` may lead to: none for a package. */
  resolve(file: string, specifier: string): string[] {
    if (/^\.\.?(?:\/|$)/.test(specifier)) return [withoutExtension(resolve(dirname(file), specifier))];
    if (!specifier.startsWith("@/")) return [];
    // Base44's Vite plugin maps the alias whether or not a tsconfig does.
    const folders = this.#atFolders.length > 0 ? this.#atFolders : [join(this.#root, "src")];
    return folders.map((folder) => withoutExtension(join(folder, specifier.slice(2))));
  }

  /** Whether a specifier in `file` leads to a module: absolute, without extension; a folder stands for its index. */
  leadsTo({ file, specifier, module }: { file: string; specifier: string; module: string }): boolean {
    return this.resolve(file, specifier).some((path) => path === module || join(path, "index") === module);
  }

  /** How `file` imports a module (absolute): by `@/` where the project maps it, else by a relative path. */
  specifier(file: string, module: string): string {
    for (const folder of this.#atFolders) {
      const way = pathFrom(folder, module);
      if (way !== "." && !way.startsWith("../") && !isAbsolute(way)) return `@/${way}`;
    }
    return relativeSpecifier(file, module);
  }
}

/** The relative specifier with which `file` imports a path. Both are absolute. */
export function relativeSpecifier(file: string, path: string): string {
  return relativeWay(dirname(file), path);
}

/** A path without the extension of a source file. */
export function withoutExtension(path: string): string {
  return path.replace(EXTENSION, "");
}
