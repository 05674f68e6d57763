export { advise, type OperationAdvice, WAY_FACTS } from "./advice.js";
export { fetchesTokens } from "./backend/index.js";
export { MOST_INTEGRATION_OPERATIONS, needsAnyNumber, planIntegration } from "./integration/index.js";
export type * from "./model.js";
export { planApi } from "./plan-api.js";
