import { hasErrors } from "../../diagnostics/index.js";
import { configRequest, findDrift, nothingToDo } from "../../pipeline/index.js";
import type { Outcome } from "./outcome.js";

/**
 * Says what is on disk and is not what a config and its locked specs give, as `b44-gen check` does. Writes and fetches
 * nothing. Throws a `DiagnosticError` where the config or a spec cannot be used.
 */
export async function checkConfig(configFile: string): Promise<Outcome> {
  if (await nothingToDo(configFile)) {
    return { diagnostics: [], failed: false, written: [] };
  }
  const diagnostics = await findDrift(await configRequest(configFile, { offline: true }));
  return { diagnostics, failed: hasErrors(diagnostics), written: [] };
}
