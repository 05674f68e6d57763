import { join } from "node:path";
import { contentHash, isAddress, readIfThere, statIfThere } from "../files/index.js";
import { stableJson } from "./lock/format.js";
import type { Lock } from "./lock/model.js";
import { hasLeftovers } from "./write/journal/index.js";

/** The members of the lock that are not about files. */
type RunFacts = Pick<Lock, "generator" | "settings">;

/**
 * Whether a run has nothing to do. That is so if the lock has these `facts`, no interrupted run is pending, and every
 * file in the lock is on disk with the hash that the lock has: generated files, the config and its imports, the specs
 * and the documents that they refer to. Scaffolds only have to exist: once changed, they are the user's. Offers need
 * their hash too: the run that finds a changed offer reports what it lacks, and leaves it out of the lock. False if a
 * document comes from the network. Never rejects.
 */
export async function fastCheck(folder: string, lock: Lock, facts: RunFacts): Promise<boolean> {
  if (lock.generator !== facts.generator || stableJson(lock.settings) !== stableJson(facts.settings)) return false;
  const ofApis = Object.values(lock.apis).map((api) => api.documents);
  const documents = [lock.config?.inputs ?? [], lock.documents ?? [], ...ofApis].flat();
  if (documents.some(({ path }) => isAddress(path))) return false;
  const locked = Object.entries(lock.files).map(([path, file]) => ({ path, ...file }));
  const files = locked.filter(({ kind }) => kind !== "scaffold");
  const scaffolds = locked.filter(({ kind }) => kind === "scaffold");
  const hashes = new Map<string, string>();
  for (const { path, hash } of [...documents, ...files]) {
    if ((hashes.get(path) ?? hash) !== hash) return false;
    hashes.set(path, hash);
  }
  try {
    if (hasLeftovers(folder)) return false;
    if (!scaffolds.every(({ path }) => statIfThere(join(folder, path))?.isFile())) return false;
    for (const [path, hash] of hashes) {
      const bytes = await readIfThere(join(folder, path));
      if (bytes === undefined || contentHash(bytes) !== hash) return false;
    }
    return true;
  } catch {
    return false;
  }
}
