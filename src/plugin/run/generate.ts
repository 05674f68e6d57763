import { dirname, resolve } from "node:path";
import { configRequest, generate, nothingToDo } from "../../pipeline/index.js";
import type { Outcome } from "./outcome.js";

/** Brings what a config generates up to date. Throws a `DiagnosticError` where that cannot be done. */
export async function generateConfig(configFile: string): Promise<Outcome> {
  const folder = dirname(configFile);
  if (await nothingToDo(configFile)) return { diagnostics: [], failed: false, written: [] };
  const { files, diagnostics } = await generate(await configRequest(configFile));
  const written = files.flatMap(({ action, path }) => {
    return action === "kept" || action === "unchanged" ? [] : [{ action, path: resolve(folder, path) }];
  });
  return { diagnostics, failed: false, written };
}
