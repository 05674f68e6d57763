import { dirname, resolve } from "node:path";
import { configRequest, generate, nothingToDo } from "../../pipeline/index.js";
import type { Outcome } from "./outcome.js";

/** Updates the generated files of a config. Throws a `DiagnosticError` if that fails. */
export async function generateConfig(configFile: string): Promise<Outcome> {
  const folder = dirname(configFile);
  if (await nothingToDo(configFile)) return { diagnostics: [], failed: false, written: [] };
  const { files, diagnostics } = await generate(await configRequest(configFile));
  const written = files.flatMap(({ action, path }) => {
    return action === "kept" || action === "unchanged" ? [] : [{ action, path: resolve(folder, path) }];
  });
  return { diagnostics, failed: false, written };
}
