import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const shared = globalThis as { temporaryPaths?: Set<string> };
// Global, because some tests reload their modules.
shared.temporaryPaths ??= new Set();
const paths = shared.temporaryPaths;

/** Creates a folder in `parent`, which is removed after the test file. Returns its real path. */
export function temporaryFolder(purpose: string, parent: string = tmpdir()): string {
  const folder = realpathSync(mkdtempSync(join(parent, `b44-${purpose}-`)));
  return temporary(folder);
}

/** Registers a file or folder, which need not exist yet, to be removed after the test file. Returns its path. */
export function temporary(path: string): string {
  paths.add(path);
  return path;
}

/** Removes all files and folders registered so far. */
export function removeTemporaryFolders(): void {
  for (const path of paths) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  paths.clear();
}
