import type { Diagnostic } from "../diagnostics/index.js";

/** What a watch tells its owner. */
export type WatchEvent<Result> =
  /** A run succeeded. */
  | { type: "done"; result: Result; isMended: boolean }
  /** A run was given up; what was written before stays. */
  | { type: "failed"; diagnostics: Diagnostic[] }
  /** Folders with inputs are gone (B44-840): nothing runs until they are back. */
  | { type: "vanished"; diagnostics: Diagnostic[] };
