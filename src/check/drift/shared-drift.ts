import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { contentHash, shownPath } from "../../files/index.js";
import type { Lock } from "../../project/index.js";

/**
 * Reports generated files that belong to no single API and differ from the lock (B44-710, B44-711). This completes a
 * check whose other jobs cover every API's own files and inputs, because shared files depend on nothing else.
 */
export async function sharedDrift(folder: string, lock: Lock | undefined): Promise<Diagnostic[]> {
  const shared = Object.entries(lock?.files ?? {}).filter(
    ([, { api, kind = "generated" }]) => api === null && kind === "generated",
  );
  const found = await Promise.all(
    shared.map(async ([path, { hash }]): Promise<Diagnostic[]> => {
      const file = shownPath(folder, path);
      const bytes = await readFile(join(folder, path)).catch(() => undefined);
      if (!bytes) return [diagnostic("B44-710", { message: `${file} is missing.`, location: { file } })];
      if (contentHash(bytes) === hash) return [];
      return [diagnostic("B44-711", { message: `${file} is not what the last run wrote.`, location: { file } })];
    }),
  );
  return found.flat();
}
