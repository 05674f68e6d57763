import { readFile } from "node:fs/promises";
import { concurrently, errorCode, isMissing } from "../files/index.js";

/**
 * Reads files and returns their texts by path, in the given order. Leaves out paths that are not files, or no longer
 * exist. Rejects with the system's error if a file exists but cannot be read.
 */
export async function readTexts(paths: readonly string[]): Promise<Map<string, string>> {
  const texts = await concurrently(paths, async (path): Promise<[string, string][]> => {
    try {
      return [[path, await readFile(path, "utf8")]];
    } catch (error) {
      if (isMissing(error) || errorCode(error) === "EISDIR") return [];
      throw error;
    }
  });
  return new Map(texts.flat());
}
