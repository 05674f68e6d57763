import type { Diagnostic } from "../../diagnostics/index.js";

/** What a run came to. */
export interface Outcome {
  diagnostics: readonly Diagnostic[];
  /** True where the run was given up, or where a check found something. */
  failed: boolean;
  /** The files that the run wrote or removed, absolute. */
  written: readonly string[];
}
