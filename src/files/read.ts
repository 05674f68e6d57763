import { lstatSync, readdirSync, readFileSync, type Stats, statSync } from "node:fs";

// What a run that has nothing to do reads is small and in the system's memory: reading it takes less time than a turn
// through Node's thread pool, which a build tool keeps busy while it starts.

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

/** The bytes of a file, or undefined where there is none. Rejects as `readFileSync` throws for every other reason. */
export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The text of a file, or undefined where it is missing or cannot be read. Never rejects. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** The names in a folder; none where it is missing, a file, or cannot be read. Never rejects. */
export async function namesIn(folder: string): Promise<Set<string>> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}

/** What a path leads to, links followed; undefined where it leads to nothing, or nobody may look. Never throws. */
export function statIfThere(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Whether there is anything by a name, a link that leads nowhere included. Never throws. */
export function isNameTaken(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
