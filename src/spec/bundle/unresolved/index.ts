export { lossOf, lossOfMany, standIn, standInForMany } from "./stand-ins.js";
export { type ReferenceFault, Unresolved, type WrittenReference, writtenIn } from "./unresolved.js";
export { judge, type Verdict } from "./verdict.js";
