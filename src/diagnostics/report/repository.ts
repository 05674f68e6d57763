import { isAbsolute, resolve } from "node:path";
import { findRepository, isNoFile, pathFrom } from "../../files/index.js";

/** What a report needs to name files as a code host does: from the repository's root. Both are absolute. */
export interface ReportFolders {
  /** What the files of diagnostics are relative to. */
  workingFolder: string;
  /** The repository's root. */
  repository: string;
}

/** The folders of a report for a command that runs in `workingFolder`. Without a repository, that folder is both. */
export function reportFolders(workingFolder: string): ReportFolders {
  return { workingFolder, repository: findRepository(workingFolder) ?? workingFolder };
}

/**
 * A file of a diagnostic as a path from the repository's root, with forward slashes. Undefined for what is not in the
 * repository: URLs, standard input, and files elsewhere.
 */
export function repositoryPath(file: string, { workingFolder, repository }: ReportFolders): string | undefined {
  if (isNoFile(file)) return undefined;
  const path = pathFrom(repository, resolve(workingFolder, file));
  return path === "." || path === ".." || path.startsWith("../") || isAbsolute(path) ? undefined : path;
}
