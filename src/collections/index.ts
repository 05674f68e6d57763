/** Maps and graphs of any values: tools for every stage. */

export { getOrInsert } from "./get-or-insert.js";
export { anyReached, GraphValues } from "./graph-values.js";
export { memoized } from "./memoized.js";
export { levels, reached } from "./reached.js";
export { stronglyConnected } from "./strongly-connected.js";
