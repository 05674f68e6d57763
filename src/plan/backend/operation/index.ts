export { accessProblems } from "./access.js";
export { withChosenStreams } from "./chosen-streams.js";
export { answered } from "./content.js";
export { backendObstacles, functionObstacles, meteredObstacles } from "./obstacles.js";
export { type OperationContext, type PlannedCall, planOperation } from "./operation.js";
