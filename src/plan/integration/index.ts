export { isHeldByIntegration } from "./credential-notes.js";
export { integrationObstacles } from "./obstacles.js";
export {
  type IntegrationOptions,
  MOST_INTEGRATION_OPERATIONS,
  needsAnyNumber,
  planIntegration,
} from "./plan-integration.js";
