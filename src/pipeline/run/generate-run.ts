import { join } from "node:path";
import type { Diagnostic } from "../../diagnostics/index.js";
import type { Api } from "../../ir/index.js";
import type { Plan } from "../../plan/index.js";
import { projectModule, type WritePlan } from "../../project/index.js";
import { allowedOnceNotes, filesAllowedOnce } from "./allowed-once.js";
import { emitRun } from "./emit-run.js";
import type { GenerateRequest } from "./generate-request.js";
import { prepareRun, type Run } from "./run.js";
import { writeRun } from "./write-run.js";

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

/** Carries out a run that has its turn. Throws a `DiagnosticError`, with nothing written, for any error. */
export async function generateRun(request: GenerateRequest): Promise<GenerateResult> {
  const run = await prepareRun(request);
  request.progress("emitting files");
  const emitted = await emitRun(run);
  request.progress("writing files");
  const allowed = await filesAllowedOnce(run);
  const allowFile = [...allowed.values()].flat();
  const { written, diagnostics } = await writeRun(run, emitted.files, { allowFile });
  return {
    files: written.actions.map(({ path, action }) => ({ path, action })),
    apis: run.planned.map(({ plan }) => generatedApi(plan, run)),
    diagnostics: [...(request.notes ?? []), ...emitted.diagnostics, ...allowedOnceNotes(allowed), ...diagnostics],
    writes: written,
  };
}

function generatedApi(plan: Plan, { request, project, language }: Run): GeneratedApi {
  const file = `${plan.api.fileName}.${language}`;
  return { api: plan.api, plan, file, module: projectModule(join(request.output, file), project) };
}
