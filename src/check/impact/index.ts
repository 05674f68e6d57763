export { findImpact } from "./find-impact.js";
export type { Impact, ImpactApi, SourcePlace } from "./model.js";
