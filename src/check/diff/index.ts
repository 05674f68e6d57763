export { diffApis } from "./diff-apis.js";
export { changesPage } from "./document.js";
export { type ChangeGroup, groupChanges } from "./group.js";
export { type ChangeKind, type ChangeKindName, changeKinds, kindGroups } from "./kinds/index.js";
export type * from "./model.js";
export { pathText, placeText } from "./place-text.js";
