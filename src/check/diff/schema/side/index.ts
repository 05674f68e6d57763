export { canonical, canonicalSchema } from "./canonical.js";
export { below } from "./leaf.js";
export { isTighter } from "./merge.js";
export { Side } from "./side.js";
export { ofEachType, withoutNull } from "./union.js";
export {
  type Annotations,
  type Bound,
  type Branch,
  type Direction,
  isAny,
  isBare,
  type Subschema,
  type Union,
  type View,
} from "./view.js";
