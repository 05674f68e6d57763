import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DiagnosticDetails, fail } from "../../diagnostics/diagnostic.js";
import { normalizeText } from "../content-hash.js";
import { displayPath, errorCode, isMissing } from "../files.js";
import { LOCK_FILE, LOCK_VERSION, type Lock } from "./model.js";
import { wrongInLock } from "./shape.js";

const CONFLICT = /^(<{7}|={7}|>{7})( |$)/m;

/**
 * Reads `b44-gen.lock.json` of a folder; undefined where there is none.
 * Throws a `DiagnosticError` with B44-605 where it is not a lock, has a newer format, or cannot be read.
 */
export async function readLock(folder: string): Promise<Lock | undefined> {
  const file = displayPath(folder, LOCK_FILE);
  const text = await textOf(folder, file);
  if (text === undefined) return undefined;
  const conflict = CONFLICT.exec(text);
  if (conflict)
    broken({ message: `${file} has merge conflict markers.`, location: at(file, text, conflict.index) }, MERGE_HELP);
  const value = parsed(text, file);
  const version = versionOf(value);
  if (typeof version === "number" && version > LOCK_VERSION) {
    broken(
      { message: `${file} has format ${version}, which is newer than this b44-gen.`, location: { file } },
      NEWER_HELP,
    );
  }
  const pointer = wrongInLock(value);
  if (pointer === undefined) return value as Lock;
  return broken({
    message: `${file} is not a lock of b44-gen: ${pointer || "the whole"} is wrong.`,
    location: { file, pointer },
  });
}

const MERGE_HELP =
  "Keep either side, or delete the file, and run b44-gen again: it writes the lock anew from the config and the specs.";
const NEWER_HELP = "Update b44-gen: npm install --save-dev b44-gen@latest.";

function broken(details: DiagnosticDetails, help?: string): never {
  return fail("B44-605", { ...details, help });
}

async function textOf(folder: string, file: string): Promise<string | undefined> {
  try {
    return normalizeText(await readFile(join(folder, LOCK_FILE), "utf8"));
  } catch (error) {
    if (isMissing(error)) return undefined;
    return broken({ message: `${file} cannot be read (${errorCode(error) ?? "unknown error"}).`, location: { file } });
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
    const location = at(file, text, position === undefined ? text.length : Number(position));
    return broken({ message: `${file} is not JSON.`, location });
  }
}

function versionOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "lockfileVersion" in value ? value.lockfileVersion : undefined;
}

function at(file: string, text: string, index: number): { file: string; line: number; column: number } {
  const before = text.slice(0, index).split("\n");
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
