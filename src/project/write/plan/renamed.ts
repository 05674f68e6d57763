import { stat } from "node:fs/promises";
import { join } from "node:path";
import { foldCase, namesIn } from "../../../files/index.js";
import type { OutputRoot, Rename } from "../model.js";
import type { StaleFile } from "./stale.js";

/**
 * Finds the stale files that are the same as wanted ones, because their names differ only in case and the file system
 * ignores case. Maps each stale path to the wanted one.
 */
export async function renamedFiles(
  folder: string,
  stale: StaleFile[],
  wanted: Set<string>,
): Promise<Map<string, string>> {
  const byFold = new Map([...wanted].map((path) => [foldCase(path), path]));
  const renamed = new Map<string, string>();
  for (const { path } of stale) {
    const other = byFold.get(foldCase(path));
    if (other !== undefined && (await isSameFile(folder, path, other))) renamed.set(path, other);
  }
  return renamed;
}

/**
 * Returns the renames of files, and of folders on their paths, for {@link renamedFiles}, outer ones first. Roots and
 * the folders above them are never renamed.
 */
export function renamesOf(renamed: ReadonlyMap<string, string>, roots: readonly OutputRoot[]): Rename[] {
  const isBelow = (name: string) => roots.some(({ path }) => path === "." || name.startsWith(`${path}/`));
  const renames = new Map<string, Rename>();
  for (const [path, other] of renamed) {
    const names = other.split("/");
    for (const [index, name] of path.split("/").entries()) {
      if (name === names[index]) continue;
      const from = [...names.slice(0, index), name].join("/");
      const to = names.slice(0, index + 1).join("/");
      if (isBelow(to)) renames.set(from, { from, to });
    }
  }
  const depth = ({ to }: Rename) => to.split("/").length;
  return [...renames.values()].sort((one, other) => depth(one) - depth(other));
}

/**
 * Whether two paths that differ only in case lead to the same file: they have the same inode, or both exist and the
 * folder lists only one of them (some file systems give each spelling its own inode). Never rejects.
 *
 * @param folder absolute; the paths are below it, with forward slashes
 */
export async function isSameFile(folder: string, one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all(
    [one, other].map((path) => stat(join(folder, path), { bigint: true }).catch(() => undefined)),
  );
  if (first === undefined || second === undefined) return false;
  if (first.dev === second.dev && first.ino === second.ino) return true;
  const [names, others] = [one.split("/"), other.split("/")];
  const at = names.findIndex((name, index) => name !== others[index]);
  const listed = await namesIn(join(folder, ...names.slice(0, at)));
  return listed.has(names[at] ?? "") !== listed.has(others[at] ?? "");
}
