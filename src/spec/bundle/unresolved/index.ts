export { lossOf, lossOfMany, standIn, standInForMany } from "./stand-ins.js";
export { Unresolved, type WrittenReference, writtenIn } from "./unresolved.js";
export { judge, type Verdict } from "./verdict.js";
