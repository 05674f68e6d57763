import type { OwnFunctionConfig, Target } from "../../config/index.js";
import type { Diagnostic } from "../../diagnostics/index.js";
import type { LockUpdate } from "../../project/index.js";
import type { ApiRequest } from "../api/planned-api.js";
import type { Progress } from "../progress.js";
import type { OutputOptions } from "./run-options.js";

/** What a run generates, and how. */
export interface GenerateRequest {
  apis: ApiRequest[];
  /** The lock's folder, absolute. Nothing outside it is written. */
  folder: string;
  /** The output folder, absolute. */
  output: string;
  errors: "result" | "throw";
  /** Undefined for the language of the project. */
  language?: "ts" | "js" | undefined;
  /** Undefined for the project's own client; `false` for none. */
  client?: { module: string; export: string } | false | undefined;
  /** What the calls are generated for. Missing: only the app. */
  targets?: readonly Target[];
  /** The app's own functions by name. */
  functions?: Record<string, OwnFunctionConfig>;
  /** Writes connector files even if the project has none yet. */
  writeConnectors?: boolean;
  /** Makes new entries call `Deno.serve`. */
  legacyServe?: boolean;
  config?: LockUpdate["config"];
  /** Warnings about the config. */
  notes?: readonly Diagnostic[];
  /** The options of the command line that change the output, for the lock. */
  options?: OutputOptions;
  /** Lets an integration have any number of operations: more than 30, or none that it can call. */
  anyNumber: boolean;
  force: boolean;
  dryRun: boolean;
  progress: Progress;
}
