import type { Api } from "../ir/index.js";
import { planBackend } from "./backend/index.js";
import { type IntegrationOptions, planIntegration } from "./integration/index.js";
import type { Plan, Way } from "./model.js";

/**
 * Plans the calls of an API by the way that the config names. Throws a `DiagnosticError` where an operation that was
 * named itself cannot be carried, where none is left, or where the way lacks what every call needs.
 */
export function planApi(api: Api, way: Way, options: IntegrationOptions): Plan {
  return way.via === "integration" ? planIntegration(api, options) : planBackend(api, way);
}
