import { createHash } from "node:crypto";
import type { Diagnostic } from "../diagnostic.js";
import { type ReportFolders, repositoryPath } from "./repository.js";

/**
 * Returns a fingerprint for each diagnostic that stays the same when lines above it change: from its code, its file,
 * and its JSON pointer or, without one, its message. Equal ones are numbered in order. SARIF 2.1.0, section 3.27.17.
 */
export function resultFingerprints(diagnostics: readonly Diagnostic[], folders: ReportFolders): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ code, message, location }) => {
    const file = location ? (repositoryPath(location.file, folders) ?? location.file) : "";
    const hash = createHash("sha256").update(JSON.stringify([code, file, location?.pointer ?? message]));
    const key = hash.digest("hex").slice(0, 32);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${key}:${count}`;
  });
}
