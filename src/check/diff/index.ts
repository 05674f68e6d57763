export { diffApis } from "./diff-apis.js";
export { type ChangeGroup, groupChanges } from "./group.js";
export type * from "./model.js";
