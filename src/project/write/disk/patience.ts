import { rename, unlink } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { errorCode, isMissing } from "../../../files/index.js";

/** The waits add up to 0.6 s. */
const RETRIES = 6;

/**
 * Runs `work`, and tries again for a moment if another program holds the file. On Windows, virus scanners and editors
 * do that; on other systems only EBUSY means it. Rejects with the last error of `work`.
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

/** Renames a file; tries again for a moment if another program holds it. */
export async function patientRename(from: string, to: string): Promise<void> {
  await patiently(() => rename(from, to));
}

/** Removes a file if it exists; tries again for a moment if another program holds it. */
export async function patientRemove(file: string): Promise<void> {
  await patiently(async () => {
    try {
      await unlink(file);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  });
}
