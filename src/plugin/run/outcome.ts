import type { Diagnostic } from "../../diagnostics/index.js";

/** A file that a run wrote or removed. */
export interface WrittenFile {
  action: "create" | "update" | "remove";
  /** Absolute. */
  path: string;
}

/** The outcome of a run. */
export interface Outcome {
  diagnostics: readonly Diagnostic[];
  /** True if the run failed, or if a check found something. */
  failed: boolean;
  /** The written files. Calls that share a run get the same array. */
  written: readonly WrittenFile[];
}
