/** Watch mode: repeats a run whenever its inputs change. chokidar is loaded when watching begins. */
export type { WatchEvent } from "./events.js";
export { diagnosticsOf } from "./failure.js";
export { changedSince, fingerprint } from "./fingerprint.js";
export { inputsOf } from "./inputs.js";
export { type ConfigWatch, watchConfig } from "./watch-config.js";
