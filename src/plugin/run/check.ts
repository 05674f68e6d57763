import { hasErrors } from "../../diagnostics/index.js";
import { isCi } from "../../is-ci.js";
import { configRequest, findDrift, nothingToDo } from "../../pipeline/index.js";
import type { Outcome } from "./outcome.js";

/**
 * Says what is on disk and is not what a config and its locked specs give, as `b44-gen check` does. Writes and fetches
 * nothing. Throws a `DiagnosticError` where the config or a spec cannot be used.
 */
export async function checkConfig(configFile: string): Promise<Outcome> {
  // In CI the lock may be a stranger's, with the hashes of what that one wrote into generated files.
  if (!isCi(process.env) && (await nothingToDo(configFile))) {
    return { diagnostics: [], failed: false, written: [] };
  }
  const diagnostics = await findDrift(await configRequest(configFile, { offline: true }));
  return { diagnostics, failed: hasErrors(diagnostics), written: [] };
}
