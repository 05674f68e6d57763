export { planWrites, refusePlan } from "./plan.js";
export { isSameFile } from "./renamed.js";
export { planStaleScaffold } from "./stale-scaffold.js";
