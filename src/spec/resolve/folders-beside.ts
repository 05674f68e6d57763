import path from "node:path";
import { wayInto } from "./read-policy.js";

/** A folder with several of the files. */
interface FolderBeside {
  folder: string;
  files: string[];
}

/**
 * Finds folders with several of the files, as deep as possible. None of them contains the spec's own folder, or is hidden.
 * @param files absolute paths
 * @param own the spec's own folder
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

/** The innermost folder that contains both, or is one of them. */
function commonFolder(one: string, other: string): string {
  let folder = one;
  while (folder !== path.dirname(folder) && wayInto(folder, other) === undefined) folder = path.dirname(folder);
  return folder;
}
