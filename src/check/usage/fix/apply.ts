import { realpath, stat } from "node:fs/promises";
import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import { readText, shownFile, systemFault } from "../../../files/index.js";
import { writeWhole } from "../../../project/index.js";
import type { FileFix } from "../model.js";

/** The outcome of applying fixes. */
interface AppliedFixes {
  /** The absolute paths of the rewritten files, in the order of the fixes. */
  written: string[];
  /** B44-830 for each file that was not rewritten. */
  diagnostics: Diagnostic[];
}

/**
 * Writes fixed files atomically, with their existing permissions. A file that changed since it was checked is not
 * written. Never rejects.
 */
export async function applyFixes(fixes: readonly FileFix[]): Promise<AppliedFixes> {
  const applied: AppliedFixes = { written: [], diagnostics: [] };
  for (const fix of fixes) {
    const problem = await rewrite(fix);
    if (problem === undefined) applied.written.push(fix.file);
    else {
      const file = shownFile(fix.file);
      applied.diagnostics.push(diagnostic("B44-830", { message: `${file} ${problem}.`, location: { file } }));
    }
  }
  return applied;
}

/** Rewrites a file. Returns the reason if it was not rewritten, else undefined. */
async function rewrite({ file, before, after }: FileFix): Promise<string | undefined> {
  if ((await readText(file)) !== before) return "changed since it was checked";
  const target = await realpath(file).catch(() => file);
  try {
    await writeWhole(target, after, await stat(target));
    return undefined;
  } catch (error) {
    return `cannot be written: ${systemFault(error)}`;
  }
}
