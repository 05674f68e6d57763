import type { Diagnostic } from "../diagnostics/index.js";

/** An event of a watch. */
export type WatchEvent<Result> =
  /** A run succeeded. */
  | { type: "done"; result: Result; isRecovered: boolean }
  /** A run failed. The files of earlier runs are unchanged. */
  | { type: "failed"; diagnostics: Diagnostic[] }
  /** Folders with inputs are missing (B44-840). No run starts until they are back. */
  | { type: "vanished"; diagnostics: Diagnostic[] };
