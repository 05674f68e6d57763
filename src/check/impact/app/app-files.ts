import { withForwardSlashes } from "../../../files/index.js";
import { readTexts } from "../../../project/index.js";
import { appSources } from "../../app-sources.js";

/**
 * Reads the app's own sources: their text by absolute path with forward slashes, in the order of the paths. Omits files
 * for which `isGenerated` is true. Rejects if an existing file cannot be read, because it could be broken.
 */
export async function readAppFiles(root: string, isGenerated: (path: string) => boolean): Promise<Map<string, string>> {
  const paths = (await appSources(root)).map(withForwardSlashes);
  return readTexts(paths.filter((path) => !isGenerated(path)));
}
