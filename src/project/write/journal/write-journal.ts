import { join } from "node:path";
import { patientRemove, patientRename, spareName, syncFolders, writeNew } from "../disk/index.js";
import { JOURNAL_FILE } from "../paths.js";
import { throwRefusal } from "../refused.js";
import type { Journal } from "./journal.js";

/**
 * Replaces the journal, and waits until it is on the disk under its name. Throws B44-604 if the system refuses; the
 * journal that exists then is whole.
 */
export async function writeJournal(folder: string, journal: Journal): Promise<void> {
  const temp = join(folder, spareName(JOURNAL_FILE, "tmp"));
  try {
    await writeNew(temp, `${JSON.stringify(journal, null, 2)}\n`);
    await patientRename(temp, join(folder, JOURNAL_FILE));
    await syncFolders(folder, [{ path: JOURNAL_FILE }]);
  } catch (error) {
    await patientRemove(temp).catch(() => {});
    throwRefusal(error, { folder, path: JOURNAL_FILE });
  }
}
