import type { Stats } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { patientRemove, patientRename } from "./patience.js";
import { isSpareName, nameNew, spareName, writeNew } from "./spare.js";

/**
 * Writes one file that is in no plan, so that it is whole at every moment: a new one, which replaces nothing
 * (`replaced` is undefined), or one in place of another, with its mode and owner. Removes what a killed run left of the
 * same file. Rejects with the system's error, or with a `ChangedFile` if a new file's name is taken; then nothing is
 * changed.
 */
export async function writeWhole(file: string, text: string, replaced?: Stats): Promise<void> {
  const [folder, name] = [dirname(file), basename(file)];
  await sweepSparesOf(file);
  const temp = join(folder, spareName(name, "tmp"));
  try {
    await writeNew(temp, text, replaced);
    if (!replaced) await nameNew(temp, { target: file, path: name });
    else await patientRename(temp, file);
  } catch (error) {
    await patientRemove(temp).catch(() => {});
    throw error;
  }
}

/** Removes what killed runs left beside a file that {@link writeWhole} was writing. Never rejects. */
export async function sweepSparesOf(file: string): Promise<void> {
  const [folder, name] = [dirname(file), basename(file)];
  const left = (await readdir(folder).catch(() => [])).filter((other) => isSpareName(other, name, "tmp"));
  await Promise.all(left.map((other) => patientRemove(join(folder, other)).catch(() => {})));
}
