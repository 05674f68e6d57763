export { type ChangeKindName, changeKinds, kindGroups, type SharedKindName } from "./kinds.js";
export { LIMITS, type Limit } from "./limits.js";
export type { ChangeKind } from "./model.js";
