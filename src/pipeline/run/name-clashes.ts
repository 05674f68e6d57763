import { type ConfigEntry, locateSettings } from "../../config/index.js";
import { DiagnosticError, diagnostic } from "../../diagnostics/index.js";
import type { Api } from "../../ir/index.js";

/** An API, and its entry in the config, if there is one. */
interface ConfiguredApi {
  api: Api;
  entry: ConfigEntry | undefined;
}

/** Throws B44-505 if the names of two APIs give the same identifiers, because one index cannot export both. */
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
