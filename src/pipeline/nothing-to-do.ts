import { dirname } from "node:path";
import { configInputs } from "../config/inputs.js";
import { detectBackend } from "../project/detect/backend.js";
import { detectProject } from "../project/detect/detect.js";
import { fastCheck } from "../project/fast-check.js";
import { readLock } from "../project/lock/read.js";
import { settingsOf } from "./settings.js";
import { version } from "./version.js";

/**
 * Whether the last run left nothing to do: the lock's hashes of the config, the specs and all written files still
 * hold, and so do the project's facts and the options. Loads neither the config nor anything of the stages, and so imports
 * the few files that it needs rather than the stages' ways in.
 */
export async function nothingToDo(configFile: string, options: string): Promise<boolean> {
  const folder = dirname(configFile);
  try {
    const [inputs, lock, project] = await Promise.all([
      configInputs(configFile),
      readLock(folder),
      detectProject(folder),
    ]);
    if (!inputs.pure || !lock?.config) return false;
    const same =
      lock.config.inputs.length === inputs.inputs.length &&
      inputs.inputs.every((input, index) => {
        const locked = lock.config?.inputs[index];
        return locked?.path === input.path && locked.hash === input.hash;
      });
    if (!same) return false;
    const backend = lock.settings.backend === undefined ? undefined : await detectBackend(project.root);
    return await fastCheck(folder, lock, { generator: version, settings: settingsOf({ project, options, backend }) });
  } catch {
    return false;
  }
}
