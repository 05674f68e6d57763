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

/** The result of a run. */
export interface GenerateResult {
  files: { path: string; action: WritePlan["actions"][number]["action"] }[];
  apis: GeneratedApi[];
  diagnostics: Diagnostic[];
  /** What was written, or would be, including the texts. */
  writes: WritePlan;
}

/** A generated API: its content, how it is called, and where its functions are. */
export interface GeneratedApi {
  api: Api;
  plan: Plan;
  /** The file with the API's functions, relative to the output folder. */
  file: string;
  /** The specifier with which the app's modules import that file. */
  module: string;
}

/** Carries out a run that has its turn. If there is any error, throws a `DiagnosticError` and writes nothing. */
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
