import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { patientRename } from "../disk/index.js";
import type { Rename } from "../model.js";
import { throwRefusal } from "../refused.js";

/**
 * Renames files and folders to the case that the plan wants, on a file system that ignores case. If the run is killed
 * or fails afterwards, the files can be found by either name. Throws B44-604 if the system refuses.
 */
export async function mendNames(folder: string, renames: readonly Rename[]): Promise<void> {
  for (const { from, to } of renames) {
    try {
      const names = await readdir(join(folder, dirname(to)));
      const isOpen = names.includes(basename(from)) && !names.includes(basename(to));
      if (isOpen) await patientRename(join(folder, from), join(folder, to));
    } catch (error) {
      throwRefusal(error, { folder, path: from });
    }
  }
}
