import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** The `code` of an error from the operating system (`ENOENT`, …), or undefined for any other value. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

/** True for the errors that say that a path leads to nothing: no such file, or a file where a folder is named. */
export function isMissing(error: unknown): boolean {
  const code = errorCode(error);
  return code === "ENOENT" || code === "ENOTDIR";
}

/** The bytes of a file, or undefined where there is none. Rejects as `readFile` does for every other reason. */
export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The text of a file, or undefined where it is missing or cannot be read. Never rejects. */
export async function readText(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(() => undefined);
}

/** The names in a folder; none where it is missing, a file, or cannot be read. Never rejects. */
export async function namesIn(folder: string): Promise<Set<string>> {
  return new Set(await readdir(folder).catch(() => []));
}

/** A path with forward slashes, whatever the system's separator is. */
export function toPosix(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

/** How messages name a file below `folder`: relative to the working folder, with forward slashes. */
export function displayPath(folder: string, path: string): string {
  return toPosix(relative(process.cwd(), join(folder, path))) || ".";
}

/** Compares by UTF-16 code units: the one order that no locale changes. */
export function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
