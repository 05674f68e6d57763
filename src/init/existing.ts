import { dirname, extname } from "node:path";
import { loadConfig } from "../config/index.js";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { shownPath } from "../files/index.js";
import { apiEntry, apiLines } from "./config-file.js";
import type { InitApi } from "./model.js";

/** Returns the diagnostic for an existing config: its path, and the lines that add the API to it (B44-850). */
export async function existingConfig({
  file,
  api,
  cwd,
}: {
  /** Absolute. */
  file: string;
  api: InitApi;
  cwd: string;
}): Promise<Diagnostic> {
  const folder = dirname(file);
  const shown = shownPath(file);
  const location = { file: shown };
  if (await hasApi(file, api.name)) {
    const message = `A config already exists, and it has an API ${api.name}: ${shown}.`;
    return diagnostic("B44-850", {
      message,
      location,
      help: "Change that API in the config, or choose another --slug.",
    });
  }
  const operations = api.operations ?? "all";
  const entry = apiEntry({ api: { ...api, operations }, folder, cwd });
  const lines = apiLines(api.name, entry, extname(file) === ".json" ? "json" : "js");
  const message = `A config already exists: ${shown}.`;
  return diagnostic("B44-850", { message, location, help: `Add this to its \`apis\`:\n${lines}` });
}

/** True if a config has an API. False if it does not load, which other commands report. */
async function hasApi(file: string, name: string): Promise<boolean> {
  try {
    return Object.hasOwn((await loadConfig(file)).config.apis, name);
  } catch {
    return false;
  }
}
