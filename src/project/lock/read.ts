import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Diagnostic,
  type DiagnosticDetails,
  DiagnosticError,
  fail,
  type Location,
  rememberSource,
  SourceText,
} from "../../diagnostics/index.js";
import { isMissing, mergeConflict, normalizeText, shownPath, systemFault } from "../../files/index.js";
import { findJsonFault, memberOf } from "../../json/index.js";
import { LOCK_FILE, LOCK_VERSION, type Lock } from "./model.js";
import { wrongInLock } from "./shape.js";

/**
 * Like {@link readLock}, for a run that replaces the lock. A broken lock counts as missing, with a warning: generated
 * files have stamps, by which b44-gen recognises them without it.
 */
export async function readLockToReplace(
  folder: string,
): Promise<{ lock: Lock | undefined; diagnostics: Diagnostic[] }> {
  try {
    return { lock: await readLock(folder), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof DiagnosticError) || error.diagnostics.some(({ code }) => code !== "B44-605")) throw error;
    const diagnostics = error.diagnostics.map(
      (item): Diagnostic => ({
        ...item,
        severity: "warning",
        help: "b44-gen writes it again from the config and the specs.",
      }),
    );
    return { lock: undefined, diagnostics };
  }
}

/**
 * Reads `b44-gen.lock.json` in a folder; undefined if there is none. Throws a `DiagnosticError`: B44-605 if it is not a
 * lock or cannot be read, B44-616 if it has a newer format.
 */
export async function readLock(folder: string): Promise<Lock | undefined> {
  const file = shownPath(folder, LOCK_FILE);
  const text = await textOf(folder, file);
  if (text === undefined) return undefined;
  const conflict = mergeConflict(text);
  if (conflict !== undefined)
    broken({ message: `${file} has merge conflict markers.`, location: at(file, text, conflict) }, MERGE_HELP);
  const value = parsed(text, file);
  const version = memberOf(value, "lockfileVersion");
  if (typeof version === "number" && version > LOCK_VERSION) {
    fail("B44-616", {
      message: `${file} was written by a newer version of b44-gen (format ${version}).`,
      location: { file },
    });
  }
  const pointer = wrongInLock(value);
  if (pointer === undefined) return value as Lock;
  return broken({
    message: `${file} is not a valid lock file: ${pointer || "its content"} is wrong.`,
    location: { file, pointer },
  });
}

const MERGE_HELP =
  "Keep either side, or delete the file, and run b44-gen: it writes the lock file again from the config and the specs.";

function broken(details: DiagnosticDetails, help?: string): never {
  return fail("B44-605", { ...details, help });
}

async function textOf(folder: string, file: string): Promise<string | undefined> {
  try {
    return normalizeText(readFileSync(join(folder, LOCK_FILE), "utf8"));
  } catch (error) {
    if (isMissing(error)) return undefined;
    return broken({ message: `${file} cannot be read: ${systemFault(error)}.`, location: { file } });
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { offset = 0, reason } = findJsonFault(text) ?? {};
    return broken({
      message: `${file} is not valid JSON${reason ? `: ${reason}` : ""}.`,
      location: at(file, text, offset),
    });
  }
}

/**
 * Returns the location of an offset. Remembers the text for the excerpt, because the run may rewrite the file before
 * the diagnostic is printed.
 */
function at(file: string, text: string, offset: number): Location {
  const source = new SourceText(text);
  return rememberSource({ file, ...source.positionAt(offset) }, source);
}
