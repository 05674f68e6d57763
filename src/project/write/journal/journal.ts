import { join } from "node:path";
import { fail } from "../../../diagnostics/index.js";
import { isNameTaken, readText, shownPath } from "../../../files/index.js";
import { isObject, parsedJson } from "../../../json/index.js";
import { LOCK_FILE } from "../../lock/model.js";
import { isSpareName } from "../disk/index.js";
import { JOURNAL_FILE, pathProblem, TURN_FILE } from "../paths.js";
import { isForgotten } from "../turn/index.js";

/** A change of one file. All paths are relative to the lock's folder, with forward slashes. */
export interface Step {
  path: string;
  /** The file with the new text, beside the target; null if the step removes the target. */
  temp: string | null;
  /** A second name, or copy, of the old file; null if there was none. */
  backup: string | null;
  /** {@link contentHash} of the old file; null if there was none. */
  before: string | null;
  /** The hash of the new text; null if the step removes the target. */
  after: string | null;
}

/** The changes in progress. The next run needs them to complete or roll back a run that was killed. */
export interface Journal {
  version: 1;
  /** True until every new text is on the disk and every old file has its second name; until then no step is done. */
  staging?: boolean;
  /** In the order in which they are done. */
  steps: Step[];
  /** Folders that were created for the new files, outermost first. */
  created: string[];
  /** The plan's output roots. */
  roots: string[];
}

/**
 * Returns the journal of a killed run, which the next writing run completes or rolls back; undefined if there is none.
 */
export function pendingJournal(folder: string): string | undefined {
  const journal = join(folder, JOURNAL_FILE);
  return isNameTaken(journal) ? journal : undefined;
}

/**
 * Whether a killed run left something for the next writing run to clean up: its journal, or, if it was killed before it
 * wrote anything, its turn file.
 */
export function hasLeftovers(folder: string): boolean {
  return pendingJournal(folder) !== undefined || isForgotten(join(folder, TURN_FILE));
}

/**
 * Reads the journal; undefined if there is none. Throws B44-612 if it cannot be read, has another format, or contains
 * paths that no plan could have: it decides what is renamed and removed, and might have come with a repository.
 */
export async function readJournal(folder: string): Promise<Journal | undefined> {
  if (!isNameTaken(join(folder, JOURNAL_FILE))) return undefined;
  const journal = parsedJson((await readText(join(folder, JOURNAL_FILE))) ?? "");
  if (isJournal(journal)) return journal;
  const file = shownPath(folder, JOURNAL_FILE);
  return fail("B44-612", { message: `${file} is not a journal of this b44-gen.`, location: { file } });
}

function isJournal(value: unknown): value is Journal {
  if (!isObject(value) || value.version !== 1) return false;
  const { staging, steps, created, roots } = value;
  return (
    (staging === undefined || typeof staging === "boolean") &&
    Array.isArray(steps) &&
    steps.every(isStep) &&
    [created, roots].every((paths) => Array.isArray(paths) && paths.every((path) => path === "." || isPath(path)))
  );
}

function isStep(value: unknown): value is Step {
  if (!isObject(value)) return false;
  const { path, temp, backup, before, after } = value;
  return (
    (path === LOCK_FILE || isPath(path)) &&
    (temp === null || isSpareName(temp, path, "tmp")) &&
    (backup === null || isSpareName(backup, path, "bak")) &&
    (before === null || typeof before === "string") &&
    (after === null || typeof after === "string") &&
    (temp === null) === (after === null)
  );
}

function isPath(value: unknown): value is string {
  return typeof value === "string" && pathProblem(value) === undefined;
}
