import type { Diagnostic } from "../../diagnostics/index.js";

/** A file that a run wrote or removed. */
export interface WrittenFile {
  action: "create" | "update" | "remove";
  /** Absolute. */
  path: string;
}

/** What a run came to. */
export interface Outcome {
  diagnostics: readonly Diagnostic[];
  /** True where the run was given up, or where a check found something. */
  failed: boolean;
  /** Of a run that another one joined, the same array for both. */
  written: readonly WrittenFile[];
}
