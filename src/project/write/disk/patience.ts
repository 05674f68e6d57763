import { rename, unlink } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { errorCode, isMissing } from "../../../files/index.js";

/** Together, the waits are 0.6 s. */
const RETRIES = 6;

/**
 * Does something to a file, and waits a moment where another program holds it: on Windows, virus scanners and editors
 * do when they have just opened it. Elsewhere only EBUSY says so. Rejects as `work` does in the end.
 */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let round = 0; ; round += 1) {
    try {
      return await work();
    } catch (error) {
      const held = process.platform === "win32" ? ["EBUSY", "EPERM", "EACCES"] : ["EBUSY"];
      if (!held.includes(errorCode(error) ?? "") || round === RETRIES) throw error;
      await delay(10 * 2 ** round);
    }
  }
}

/** `rename`, which waits a moment for whoever holds the file. */
export async function patientRename(from: string, to: string): Promise<void> {
  await patiently(() => rename(from, to));
}

/** Removes a file, if it is there, and waits a moment for whoever holds it. */
export async function patientRemove(file: string): Promise<void> {
  await patiently(async () => {
    try {
      await unlink(file);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  });
}
