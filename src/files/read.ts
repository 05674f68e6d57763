import { lstatSync, readdirSync, readFileSync, type Stats, statSync } from "node:fs";

// A run without changes reads small files that the system has cached. Reading them synchronously is faster than Node's
// thread pool, which a build tool keeps busy while it starts.

/** Returns the `code` of an operating system error (`ENOENT`, …), or undefined for any other value. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

/** True for the errors of a path that does not exist: no such file, or a file in place of a folder. */
export function isMissing(error: unknown): boolean {
  const code = errorCode(error);
  return code === "ENOENT" || code === "ENOTDIR";
}

/** Reads the bytes of a file; undefined if it does not exist. Rejects for every other error of `readFileSync`. */
export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Reads the text of a file; undefined if it does not exist or cannot be read. Never rejects. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Lists the names in a folder; empty if it does not exist, is a file, or cannot be read. Never rejects. */
export async function namesIn(folder: string): Promise<Set<string>> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}

/** Returns the stats of a path, following links; undefined if it does not exist or is not accessible. Never throws. */
export function statIfThere(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** True if a path exists, even as a broken link. Never throws. */
export function isNameTaken(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
