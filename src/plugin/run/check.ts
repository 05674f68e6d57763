import { hasErrors } from "../../diagnostics/index.js";
import { configRequest, findDrift, nothingToDo } from "../../pipeline/index.js";
import type { Outcome } from "./outcome.js";

/**
 * Reports differences between the files on disk and those that a config and its locked specs produce, as
 * `b44-gen check` does. Writes and fetches nothing. Throws a `DiagnosticError` if the config or a spec cannot be used.
 */
export async function checkConfig(configFile: string): Promise<Outcome> {
  if (await nothingToDo(configFile)) {
    return { diagnostics: [], failed: false, written: [] };
  }
  const diagnostics = await findDrift(await configRequest(configFile, { offline: true }));
  return { diagnostics, failed: hasErrors(diagnostics), written: [] };
}
