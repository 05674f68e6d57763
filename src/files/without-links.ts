import { realpath as byLooking } from "node:fs";
import { realpath } from "node:fs/promises";
import { promisify } from "node:util";
import { isMissing } from "./read.js";

/**
 * Resolves the links in a path. On some drives, Windows cannot do this (RAM disks, folders that a program provides as a
 * drive); there, each name of the path is checked. Rejects as `realpath` does.
 */
export async function withoutLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isMissing(error)) throw error;
    return promisify(byLooking)(path);
  }
}
