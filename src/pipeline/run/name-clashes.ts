import { type ConfigEntry, locateSettings } from "../../config/index.js";
import { DiagnosticError, diagnostic } from "../../diagnostics/index.js";
import type { Api } from "../../ir/index.js";

/** An API, and where the config has it, if one does. */
interface ConfiguredApi {
  api: Api;
  entry: ConfigEntry | undefined;
}

/** Two APIs whose names give the same identifiers cannot stand in one index (B44-505). */
export function refuseClashes(apis: readonly ConfiguredApi[]): void {
  const byName = new Map<string, Api>();
  for (const { api, entry } of apis) {
    const other = byName.get(api.typeName.toLowerCase());
    if (other) {
      const message = `The names ${other.name} and ${api.name} both become ${api.typeName} in code.`;
      const clash = diagnostic("B44-505", { message, setting: [], help: "Rename one of the APIs." });
      throw new DiagnosticError(locateSettings([clash], entry));
    }
    byName.set(api.typeName.toLowerCase(), api);
  }
}
