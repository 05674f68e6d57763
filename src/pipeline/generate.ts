import { existsSync } from "node:fs";
import { join } from "node:path";
import type { OwnFunctionConfig, Target } from "../config/index.js";
import type { Diagnostic } from "../diagnostics/index.js";
import type { Api } from "../ir/index.js";
import type { Plan } from "../plan/index.js";
import { type LockUpdate, projectModule, takeTurns, type WritePlan } from "../project/index.js";
import { emitRun } from "./emit-run.js";
import type { ApiRequest } from "./planned-api.js";
import type { Progress } from "./progress.js";
import { prepareRun, type Run } from "./run.js";
import type { OutputOptions } from "./run-options.js";
import { writeRun } from "./write-run.js";

/** What a run generates, and how. */
export interface GenerateRequest {
  apis: ApiRequest[];
  /** Absolute: where the lock stands; nothing outside is written. */
  folder: string;
  /** The output folder, absolute. */
  output: string;
  errors: "result" | "throw";
  /** Undefined: what the project is. */
  language?: "ts" | "js" | undefined;
  /** Undefined: what the project has. */
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
  /** What the command line says of the output, for the lock; nothing where it is left out. */
  options?: OutputOptions;
  /** Lets an integration have more than 30 operations. */
  all: boolean;
  force: boolean;
  dryRun: boolean;
  progress: Progress;
}

/** What a run did. */
export interface GenerateResult {
  files: { path: string; action: WritePlan["actions"][number]["action"] }[];
  apis: GeneratedApi[];
  diagnostics: Diagnostic[];
  /** What was written, or would be, with the texts. */
  writes: WritePlan;
}

/** An API that was generated: what it is, how it is called, and where its functions are. */
export interface GeneratedApi {
  api: Api;
  plan: Plan;
  /** The file that holds the API's functions, relative to the output folder. */
  file: string;
  /** What the app's modules import that file from. */
  module: string;
}

/**
 * Generates all APIs and functions of a request: everything in memory first, then the files at once. Throws a
 * `DiagnosticError`, with nothing written, where anything is an error.
 */
export async function generate(request: GenerateRequest): Promise<GenerateResult> {
  // Another run may be writing what this one reads of the project (copies of specs, functions), or was killed writing
  // it.
  const { folder, dryRun } = request;
  return dryRun || !existsSync(folder) ? generateNow(request) : takeTurns(folder, () => generateNow(request));
}

/** The run itself, once it is its turn. */
async function generateNow(request: GenerateRequest): Promise<GenerateResult> {
  const run = await prepareRun(request);
  request.progress("emitting files");
  const emitted = await emitRun(run);
  request.progress("writing files");
  const { written, diagnostics } = await writeRun(run, emitted.files);
  return {
    files: written.actions.map(({ path, action }) => ({ path, action })),
    apis: run.planned.map(({ plan }) => generatedApi(plan, run)),
    diagnostics: [...emitted.diagnostics, ...diagnostics],
    writes: written,
  };
}

function generatedApi(plan: Plan, { request, project, language }: Run): GeneratedApi {
  const file = `${plan.api.fileName}.${language}`;
  return { api: plan.api, plan, file, module: projectModule(join(request.output, file), project) };
}
