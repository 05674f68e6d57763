import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes a file below a folder, and the folders that it needs. */
export function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Writes files below a folder. */
export function putAll(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) put(folder, path, text);
}

/** The text of a file below a folder. */
export function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}
