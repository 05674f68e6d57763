import { withForwardSlashes } from "../../../files/index.js";
import { readTexts } from "../../../project/index.js";
import { appSources } from "../../app-sources.js";

/**
 * The texts of the app's own sources by absolute path with forward slashes, in the order of their paths; what
 * `isGenerated` says is left out. Rejects where a file is there and cannot be read: what is not looked at may break.
 */
export async function readAppFiles(root: string, isGenerated: (path: string) => boolean): Promise<Map<string, string>> {
  const paths = (await appSources(root)).map(withForwardSlashes);
  return readTexts(paths.filter((path) => !isGenerated(path)));
}
