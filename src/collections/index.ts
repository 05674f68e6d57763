/** Maps and graphs of any values: tools for every stage. */
export { circles } from "./circles.js";
export { anyReached, Gathered } from "./gathered.js";
export { getOrInsert } from "./get-or-insert.js";
export { kept } from "./kept.js";
export { levels, reached } from "./reached.js";
