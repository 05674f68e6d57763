import { resolve } from "node:path";
import { readBackendConfig } from "./backend-config.js";
import { readConnectors } from "./backend-connectors.js";
import { readFunctions } from "./backend-functions.js";
import type { Backend } from "./backend-model.js";

/**
 * Finds the backend of the project at `root` (absolute, or relative to the working folder): its folders, functions and
 * connectors, as Base44's CLI would find them. It reads only Base44's config, each function.jsonc and the connector
 * files. Anything missing or broken is left out, and makes the result incomplete. Never rejects.
 */
export async function detectBackend(root: string): Promise<Backend> {
  const config = await readBackendConfig(resolve(root));
  const [functions, connectors] = await Promise.all([
    readFunctions(config.functionsDir),
    readConnectors(config.connectorsDir),
  ]);
  return {
    ...config,
    functions: functions.items,
    connectors: connectors.items,
    isComplete: config.isComplete && functions.isComplete && connectors.isComplete,
  };
}
