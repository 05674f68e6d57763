import { reportMarkdown } from "../../check/report/markdown.js";
import type { ChangeReport } from "../../pipeline/index.js";
import { writeNamedFile } from "./write-file.js";

/** Writes the text of a pull request that applies the changes. Throws B44-604 if the system refuses. */
export function writeMarkdown(file: string, { apis, impact }: ChangeReport): Promise<void> {
  return writeNamedFile(file, reportMarkdown({ apis, impact: impact?.places ?? [] }));
}
