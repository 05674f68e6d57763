import type { ScopePlan } from "../../plan/index.js";
import type { PlannedApi } from "../api/planned-api.js";

/** Returns the scopes that each connector needs, for all APIs that use it. */
export function connectorNeeds(planned: readonly PlannedApi[]): ScopePlan[] {
  const byType = new Map<string, ScopePlan>();
  for (const { plan } of planned) {
    const scopes = plan.backend?.scopes;
    if (!scopes) continue;
    const others = byType.get(scopes.type);
    byType.set(scopes.type, {
      type: scopes.type,
      scopes: [...new Set([...(others?.scopes ?? []), ...scopes.scopes])].sort(),
      known: scopes.known && (others?.known ?? true),
      alternatives: [...(others?.alternatives ?? []), ...scopes.alternatives],
    });
  }
  return [...byType.values()];
}
