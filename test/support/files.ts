import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "./temporary-folder.js";

/** Writes a file in a folder, and creates the necessary folders. */
export function put(folder: string, path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Writes files in a folder. */
export function putAll(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [path, text] of Object.entries(files)) put(folder, path, text);
}

/** Creates a folder with these files, which is removed after the test file. */
export function folderOf(files: Record<string, string | Uint8Array> = {}): string {
  const folder = temporaryFolder("files");
  putAll(folder, files);
  return folder;
}

/** Reads the text of a file in a folder. */
export function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}
