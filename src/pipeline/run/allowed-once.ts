import { resolve } from "node:path";
import { locateSettings } from "../../config/index.js";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { isAddress } from "../../files/index.js";
import { sourceOf } from "../../spec/load/index.js";
import { ReadPolicy } from "../../spec/resolve/index.js";
import type { ApiRequest } from "../api/planned-api.js";
import { LOCKED_SPECS } from "../outputs/places.js";
import type { Run } from "./run.js";

/**
 * Finds the files that the specs of a run refer to and only `--allow-file` allows, by API, relative to the lock's
 * folder.
 */
export async function filesAllowedOnce({ request, planned }: Run): Promise<Map<ApiRequest, string[]>> {
  const found = new Map<ApiRequest, string[]>();
  for (const [index, api] of request.apis.entries()) {
    const paths = planned[index]?.locked.documents.map(({ path }) => path) ?? [];
    const files = await allowedOnce(api, { paths, folder: request.folder });
    if (files.length > 0) found.set(api, files);
  }
  return found;
}

async function allowedOnce(
  { spec, cwd, allowFiles = [], allowedOnce: once = [] }: ApiRequest,
  { paths, folder }: { paths: readonly string[]; folder: string },
): Promise<string[]> {
  const root = sourceOf(spec, cwd);
  // A spec from the network reads no files.
  if (once.length === 0 || root.kind !== "file") return [];
  const policy = new ReadPolicy({ root, cwd, allowFiles: allowFiles.filter((file) => !once.includes(file)) });
  const found: string[] = [];
  for (const path of paths) {
    if (isAddress(path) || path.startsWith(`${LOCKED_SPECS}/`)) continue;
    if (typeof (await policy.file(resolve(folder, path))) !== "string") found.push(path);
  }
  return found;
}

/** Reports files that runs without `--allow-file` cannot read (B44-511), at the APIs' entries in the config. */
export function allowedOnceNotes(allowed: ReadonlyMap<ApiRequest, readonly string[]>): Diagnostic[] {
  return [...allowed].flatMap(([{ name, entry }, files]) => {
    const note = diagnostic("B44-511", {
      message: `The spec of ${name} reads ${files.join(", ")}, which --allow-file allows for this run only.`,
      setting: [],
      help: `Add to the API's config entry: allowFile: ${JSON.stringify(files)}. Without it, \`b44-gen check\` and the next run cannot read them.`,
    });
    return locateSettings([note], entry);
  });
}
