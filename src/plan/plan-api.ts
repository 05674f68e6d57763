import type { Api } from "../ir/index.js";
import { planBackend } from "./backend/index.js";
import { type IntegrationOptions, planIntegration } from "./integration/index.js";
import type { Plan, Way } from "./model.js";

export { advise, type OperationAdvice, WAY_FACTS } from "./advice.js";
export { fetchesTokens } from "./backend/index.js";
export { MOST_INTEGRATION_OPERATIONS, needsAnyNumber, planIntegration } from "./integration/index.js";
export type * from "./model.js";

/**
 * Plans the calls of an API by the way that the config names. Throws a `DiagnosticError` where an operation that was
 * named itself cannot be carried, where none is left, or where the way lacks what every call needs.
 */
export function planApi(api: Api, way: Way, options: IntegrationOptions): Plan {
  return way.via === "integration" ? planIntegration(api, options) : planBackend(api, way);
}
