import { realpath as byLooking } from "node:fs";
import { realpath } from "node:fs/promises";
import { promisify } from "node:util";
import { isMissing } from "./read.js";

/**
 * A path without links, as the system gives it. Of some drives Windows cannot tell (RAM disks, folders that a program
 * shows as a drive): there, each name on the way is looked at. Rejects as `realpath` does.
 */
export async function withoutLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isMissing(error)) throw error;
    return promisify(byLooking)(path);
  }
}
