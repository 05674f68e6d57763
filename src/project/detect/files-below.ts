import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { concurrently, isMissing, withoutLinks } from "../../files/index.js";
import type { Found } from "./backend-model.js";

/** The files that {@link filesBelow} searches for. */
interface FileSearch {
  /** True if a file with this name is wanted. */
  wants: (name: string) => boolean;
  /** True if a folder with this name is searched. By default all folders are. */
  enters?: (name: string) => boolean;
}

/**
 * Finds the files below a folder, at every depth. Returns paths relative to it, with forward slashes, in no particular
 * order. Follows links, but not in circles. Ignores names that start with a dot, as Base44's CLI does. Incomplete if a
 * folder cannot be read; a missing folder is empty. Never rejects.
 */
export async function filesBelow(folder: string, search: FileSearch): Promise<Found<string>> {
  return walk({ folder, way: "", above: [await withoutLinks(folder).catch(() => folder)] }, search);
}

interface Place {
  folder: string;
  /** Empty, or the path from the start, ending with a slash. */
  way: string;
  /** The real paths of the start and of the linked folders on the path. */
  above: string[];
}

async function walk(place: Place, search: FileSearch): Promise<Found<string>> {
  const entries = await entriesOf(place.folder);
  const found = await concurrently(entries ?? [], (entry) => visit(entry, place, search));
  return {
    items: found.flatMap(({ items }) => items),
    isComplete: entries !== undefined && found.every(({ isComplete }) => isComplete),
  };
}

async function visit(entry: Dirent, place: Place, search: FileSearch): Promise<Found<string>> {
  const nothing = { items: [], isComplete: true };
  const { name } = entry;
  if (name.startsWith(".")) return nothing;
  const path = join(place.folder, name);
  const target = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
  if (target?.isFile() && search.wants(name)) return { items: [place.way + name], isComplete: true };
  if (!target?.isDirectory() || search.enters?.(name) === false) return nothing;
  const inner = { ...place, folder: path, way: `${place.way}${name}/` };
  if (!entry.isSymbolicLink()) return walk(inner, search);
  const real = await withoutLinks(path).catch(() => undefined);
  const circular = real !== undefined && place.above.some((other) => `${other}${sep}`.startsWith(`${real}${sep}`));
  if (real === undefined || circular) return nothing;
  return walk({ ...inner, above: [...place.above, real] }, search);
}

/** Lists a folder; undefined if the system refuses. */
async function entriesOf(folder: string): Promise<Dirent[] | undefined> {
  return readdir(folder, { withFileTypes: true }).catch((error) => (isMissing(error) ? [] : undefined));
}
