import type { Diagnostic } from "../diagnostics/index.js";
import type { Api, Operation } from "../ir/index.js";

/** The ways to an API that this version writes. */
export type Transport = "integration";

/** An operation and the way that its call takes; null where that way cannot carry it. */
export interface PlannedOperation {
  operation: Operation;
  transport: Transport | null;
  /** Why the transport cannot carry it, one clause each; empty where it can. */
  obstacles: string[];
}

/** Result of the plan stage. */
export interface Plan {
  /** The API with only the operations that are carried, each cut to what the transport carries of it. */
  api: Api;
  /** All operations of the selection, the ones that are not carried too. */
  operations: PlannedOperation[];
  diagnostics: Diagnostic[];
}
