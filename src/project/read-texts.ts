import { readFile } from "node:fs/promises";
import { concurrently, errorCode, isMissing } from "../files/index.js";

/**
 * The texts of files by their paths, in the order given, without those that are no file, or none any more. Rejects with
 * the system's error where one is there and cannot be read.
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
