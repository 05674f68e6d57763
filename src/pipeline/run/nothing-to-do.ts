import { basename, dirname, join } from "node:path";
import { hasRival } from "../../config/files/resolve.js";
import { detectBackend } from "../../project/detect/backend.js";
import { detectProject } from "../../project/detect/detect.js";
import { fastCheck } from "../../project/fast-check.js";
import { readLock } from "../../project/lock/read.js";
import { version } from "../version.js";
import { outputOptions, type RunOptions } from "./run-options.js";
import { settingsOf } from "./settings.js";

/**
 * Whether a run would change nothing: the lock's hashes of the config, the specs and all written files are still right,
 * and so are the facts about the project and the options. To load neither the config nor the stages, this file imports
 * single files instead of indexes. Never rejects.
 */
export async function nothingToDo(configFile: string, options: RunOptions = {}): Promise<boolean> {
  const folder = dirname(configFile);
  try {
    const lock = await readLock(folder);
    if (!lock?.config?.pure || lock.config.path !== basename(configFile)) return false;
    const imported = lock.config.inputs.filter(({ path }) => path !== lock.config?.path);
    if (imported.some(({ path }) => hasRival(join(folder, path)))) return false;
    const project = await detectProject(folder);
    const backend = lock.settings.backend === undefined ? undefined : await detectBackend(project.root);
    const asked = outputOptions(options, folder);
    const needsAnyNumber = lock.settings.all === true && options.anyNumber === true;
    const settings = settingsOf({ project, asked, configured: lock.config.output, needsAnyNumber, backend });
    return await fastCheck(folder, lock, { generator: version, settings });
  } catch {
    return false;
  }
}
