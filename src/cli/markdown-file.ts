import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { reportMarkdown } from "../check/report/markdown.js";
import { fail } from "../diagnostics/index.js";
import type { ChangeReport } from "../pipeline/spec-changes.js";

/** Writes the text of a pull request that takes changes over. Throws B44-604 where the system refuses. */
export async function writeMarkdown(file: string, { apis, impact }: ChangeReport): Promise<void> {
  try {
    await writeFile(resolve(file), reportMarkdown({ apis, impact: impact?.places ?? [] }));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "unknown";
    fail("B44-604", { message: `${file} cannot be written (${reason}).`, location: { file } });
  }
}
