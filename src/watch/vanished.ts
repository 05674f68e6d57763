import { dirname, sep } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { shownPath } from "../files/index.js";
import { isFolder } from "./existing.js";

/** Reports the missing folders of these files (B44-840). A folder inside another missing one is not reported. */
export async function vanishedFolders(files: readonly string[]): Promise<Diagnostic[]> {
  const folders = [...new Set(files.map((file) => dirname(file)))].sort();
  const gone: string[] = [];
  for (const folder of folders) {
    const isInside = gone.some((outer) => folder.startsWith(outer + sep));
    if (!isInside && !(await isFolder(folder))) gone.push(folder);
  }
  return gone.map((folder) => {
    const file = shownPath(folder);
    return diagnostic("B44-840", { message: `The folder ${file} no longer exists.`, location: { file } });
  });
}
