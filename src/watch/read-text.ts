import { readFile } from "node:fs/promises";

/** The text of a file; empty where it cannot be read. */
export async function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => "");
}
