export { type OverLimit, overLimit } from "./over-limit.js";
export { MergedWidth, RepeatedWidth, tooWide } from "./width.js";
