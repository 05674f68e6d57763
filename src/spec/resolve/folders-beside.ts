import path from "node:path";
import { wayInto } from "./read-policy.js";

/** A folder that holds several files of a kind. */
interface FolderBeside {
  folder: string;
  files: string[];
}

/**
 * The folders, outside of the path to the spec's own, that hold several of the files (absolute paths). Each is as deep as its files
 * allow; none holds the spec's own folder, and none is hidden.
 */
export function foldersBeside(files: readonly string[], own: string): FolderBeside[] {
  const branches = new Map<string, FolderBeside>();
  for (const file of files) {
    const folder = path.dirname(file);
    const shared = commonFolder(folder, own);
    if (folder === shared) continue;
    const branch = path.join(shared, path.relative(shared, folder).split(path.sep)[0] as string);
    const known = branches.get(branch);
    if (!known) branches.set(branch, { folder, files: [file] });
    else branches.set(branch, { folder: commonFolder(known.folder, folder), files: [...known.files, file] });
  }
  return [...branches.values()].filter(
    ({ folder, files }) => files.length > 1 && !isHidden(path.relative(own, folder)),
  );
}

function isHidden(way: string): boolean {
  return way.split(path.sep).some((name) => name.startsWith(".") && name !== "..");
}

/** The innermost folder that is both, or holds both. */
function commonFolder(one: string, other: string): string {
  let folder = one;
  while (folder !== path.dirname(folder) && wayInto(folder, other) === undefined) folder = path.dirname(folder);
  return folder;
}
