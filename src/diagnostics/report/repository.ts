import { isAbsolute, resolve } from "node:path";
import { findRepository, isNoFile, pathFrom } from "../../files/index.js";

/**
 * The folders from which a report derives file names relative to the repository's root, as code hosts need them.
 * Absolute.
 */
export interface ReportFolders {
  /** The folder that files in diagnostics are relative to. */
  workingFolder: string;
  /** The repository's root. */
  repository: string;
}

/**
 * Returns the folders of a report for a command that runs in `workingFolder`. Without a repository, both are that
 * folder.
 */
export function reportFolders(workingFolder: string): ReportFolders {
  return { workingFolder, repository: findRepository(workingFolder) ?? workingFolder };
}

/**
 * Converts a diagnostic's file to a path from the repository's root, with forward slashes. Undefined for anything
 * outside the repository: URLs, standard input, and other files.
 */
export function repositoryPath(file: string, { workingFolder, repository }: ReportFolders): string | undefined {
  if (isNoFile(file)) return undefined;
  const path = pathFrom(repository, resolve(workingFolder, file));
  return path === "." || path === ".." || path.startsWith("../") || isAbsolute(path) ? undefined : path;
}
