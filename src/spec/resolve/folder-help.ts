import path from "node:path";
import { fileURLToPath } from "node:url";
import { pathFrom } from "../../files/index.js";
import type { DocumentFailure } from "../model.js";
import { foldersBeside } from "./folders-beside.js";
import type { PolicyOptions } from "./read-policy.js";

/**
 * Adds the help that a whole folder can be allowed to failures, if it has several refused files: allowing them one by one takes a run for
 * each.
 */
export function withFolderHelp(
  failures: ReadonlyMap<string, DocumentFailure>,
  { root, cwd, configFolder = cwd }: PolicyOptions,
): ReadonlyMap<string, DocumentFailure> {
  const outside = [...new Set([...failures.values()].flatMap((failure) => failure.outside ?? []))];
  if (outside.length < 2 || !root.uri.startsWith("file:")) return failures;
  const more = new Map<string, string>();
  for (const { folder, files } of foldersBeside(outside, path.dirname(fileURLToPath(root.uri)))) {
    const help = `${files.length} files below ${pathFrom(configFolder, folder)} are refused; you can allow that folder instead.`;
    for (const file of files) more.set(file, help);
  }
  return new Map([...failures].map(([uri, failure]) => [uri, withHelp(failure, more.get(failure.outside ?? ""))]));
}

function withHelp(failure: DocumentFailure, more: string | undefined): DocumentFailure {
  if (more === undefined) return failure;
  const { diagnostic } = failure;
  return { ...failure, diagnostic: { ...diagnostic, help: `${diagnostic.help} ${more}` } };
}
