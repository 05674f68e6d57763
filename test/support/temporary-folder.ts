import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const shared = globalThis as { temporaryPaths?: Set<string> };
// Global, because some tests load their modules anew.
shared.temporaryPaths ??= new Set();
const paths = shared.temporaryPaths;

/** A new folder below `parent`, its real path; removed after the test file. */
export function temporaryFolder(purpose: string, parent: string = tmpdir()): string {
  const folder = realpathSync(mkdtempSync(join(parent, `b44-${purpose}-`)));
  return temporary(folder);
}

/** Has a file or folder, which may not be there yet, removed after the test file; gives its path back. */
export function temporary(path: string): string {
  paths.add(path);
  return path;
}

/** Removes all of them that there are until now. */
export function removeTemporaryFolders(): void {
  for (const path of paths) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  paths.clear();
}
