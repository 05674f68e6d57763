import { nothingToDo } from "../../pipeline/nothing-to-do.js";
import type { Outcome } from "./outcome.js";

/**
 * Says what is on disk and is not what a config and its locked specs give, as `b44-gen check` does. Writes and fetches
 * nothing. Throws a `DiagnosticError` where the config or a spec cannot be used.
 */
export async function checkConfig(configFile: string): Promise<Outcome> {
  if (await nothingToDo(configFile)) {
    return { diagnostics: [], failed: false, written: [] };
  }
  const { configRequest } = await import("../../pipeline/run-config.js");
  const { findDrift } = await import("../../pipeline/drift.js");
  const diagnostics = await findDrift(await configRequest(configFile, { offline: true }));
  return { diagnostics, failed: diagnostics.some(({ severity }) => severity === "error"), written: [] };
}
