export { chosenDemand } from "./chosen-demand.js";
export { withoutNullChoice } from "./null-choice.js";
export { isNullableWhole, mayBeNull, nullableDemand } from "./nullable-demand.js";
export { type Demand, demandBehind, demandOf, isBareDemand, requiredNames, withOwnDemands } from "./required.js";
