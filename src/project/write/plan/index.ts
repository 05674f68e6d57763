export { planWrites, refusePlan } from "./plan.js";
export { planStaleScaffold } from "./stale-scaffold.js";
