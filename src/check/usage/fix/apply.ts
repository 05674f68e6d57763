import { realpath, stat } from "node:fs/promises";
import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import { readText, shownFile, systemFault } from "../../../files/index.js";
import { writeWhole } from "../../../project/index.js";
import type { FileFix } from "../model.js";

/** What became of fixes. */
interface AppliedFixes {
  /** The files that were rewritten, absolute, in the order of the fixes. */
  written: string[];
  /** B44-830 for each file that was not. */
  diagnostics: Diagnostic[];
}

/**
 * Writes fixed files, each whole at every moment and with the permissions that it had. A file that is no longer as it
 * was checked stays as it is. Never rejects.
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

/** Why a file was not rewritten; undefined where it was. */
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
