import { cpSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { folderOf } from "../../support/files.js";

export { folderOf, put as write, read } from "../../support/files.js";

const repository = join(import.meta.dirname, "../../..");

/** The folder with the project's own specs and apps for tests. */
export const fixtures: string = join(repository, "fixtures");

/** The real specs beside the project; they may be missing. */
export const realSpecs: string = join(repository, "../shared/specs/real");

/** A copy of `fixtures/NAME`, removed after the test file. */
export function copyOf(name: string): string {
  return copyOfFolder(join(fixtures, name));
}

/** A copy of a folder, removed after the test file. */
export function copyOfFolder(original: string): string {
  const folder = folderOf();
  cpSync(original, folder, { recursive: true });
  return folder;
}

/** Every file and folder below `folder` by its path. Files give their text. */
export function tree(folder: string): Record<string, string> {
  return treeOf(folder, (file) => readFileSync(file, "utf8"));
}

/** As {@link tree}, with the time of the last change: equal only where nothing was written, not even the same again. */
export function timedTree(folder: string): Record<string, string> {
  return treeOf(folder, (file) => `${statSync(file, { bigint: true }).mtimeNs} ${readFileSync(file, "utf8")}`);
}

function treeOf(folder: string, of: (file: string) => string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const named = entries.map((entry) => ({ entry, file: join(entry.parentPath, entry.name) }));
  named.sort((one, other) => (one.file < other.file ? -1 : 1));
  return Object.fromEntries(
    named.map(({ entry, file }) => [file.slice(folder.length + 1), entry.isFile() ? of(file) : "a folder"]),
  );
}
