import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { fail } from "../diagnostics/index.js";
import { errorCode, shownPath, systemFault } from "../files/index.js";
import { ChangedFile, sweepSparesOf, writeWhole } from "../project/index.js";
import type { InitFile } from "./model.js";

/**
 * Writes new files atomically, without overwriting existing ones, and runs `check` on them. If either fails, no file is
 * left.
 * @throws DiagnosticError B44-604 if a file cannot be written, and what `check` throws
 */
export async function writeNew(files: readonly InitFile[], check: () => Promise<void>): Promise<void> {
  const written: string[] = [];
  try {
    for (const { path } of files) await sweepSparesOf(path);
    for (const { path, text, action } of files) {
      if (action !== "create") continue;
      await writeOne(path, text);
      written.push(path);
    }
    await check();
  } catch (error) {
    for (const path of written) await rm(path, { force: true });
    throw error;
  }
}

async function writeOne(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeWhole(path, text);
  } catch (error) {
    const shown = shownPath(path);
    const isTaken = error instanceof ChangedFile || errorCode(error) === "EEXIST";
    const why = isTaken ? "it already exists" : systemFault(error);
    fail("B44-604", { message: `${shown} cannot be written: ${why}.`, location: { file: shown } });
  }
}
