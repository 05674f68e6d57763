import type { Api } from "../ir/index.js";
import { planBackend } from "./backend/index.js";
import { type IntegrationOptions, planIntegration } from "./integration/index.js";
import type { Plan, Way } from "./model.js";

/**
 * Plans the calls of an API by the transport in the config.
 *
 * @throws DiagnosticError if an operation that was selected by name cannot be carried, if none is left, or if the
 * config or the spec lacks something that every call needs
 */
export function planApi(api: Api, way: Way, options: IntegrationOptions): Plan {
  return way.via === "integration" ? planIntegration(api, options) : planBackend(api, way);
}
