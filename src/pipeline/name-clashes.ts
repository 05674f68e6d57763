import { DiagnosticError, diagnostic } from "../diagnostics/index.js";
import type { Api } from "../ir/index.js";

/** Two APIs whose names give the same identifiers cannot stand in one index (B44-505). */
export function refuseClashes(apis: readonly Api[]): void {
  const byName = new Map<string, Api>();
  for (const api of apis) {
    const other = byName.get(api.typeName.toLowerCase());
    if (other) {
      const message = `The names ${other.name} and ${api.name} both become ${api.typeName} in code.`;
      throw new DiagnosticError(diagnostic("B44-505", { message, help: "Give one of the APIs another name." }));
    }
    byName.set(api.typeName.toLowerCase(), api);
  }
}
