import type { OwnFunctionConfig, Target } from "../../config/index.js";
import type { Diagnostic } from "../../diagnostics/index.js";
import type { LockUpdate } from "../../project/index.js";
import type { ApiRequest } from "../api/planned-api.js";
import type { Progress } from "../progress.js";
import type { OutputOptions } from "./run-options.js";

/** What a run generates, and how. */
export interface GenerateRequest {
  apis: ApiRequest[];
  /** Absolute: where the lock stands; nothing outside is written. */
  folder: string;
  /** The output folder, absolute. */
  output: string;
  errors: "result" | "throw";
  /** Undefined: the language of the project. */
  language?: "ts" | "js" | undefined;
  /** Undefined: the project's own client. `false`: none. */
  client?: { module: string; export: string } | false | undefined;
  /** What the calls are written for; the app alone where it is left out. */
  targets?: readonly Target[];
  /** The app's own functions by name. */
  functions?: Record<string, OwnFunctionConfig>;
  /** Writes connector files into a project that has none yet. */
  writeConnectors?: boolean;
  /** New entries call `Deno.serve`. */
  legacyServe?: boolean;
  config?: LockUpdate["config"];
  /** Warnings about the config. */
  notes?: readonly Diagnostic[];
  /** The options of the command line that change the output, for the lock. */
  options?: OutputOptions;
  /** Lets an integration have any number of operations: more than 30, or none that it carries. */
  anyNumber: boolean;
  force: boolean;
  dryRun: boolean;
  progress: Progress;
}
