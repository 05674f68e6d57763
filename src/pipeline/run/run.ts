import { resolve } from "node:path";
import type { Target } from "../../config/index.js";
import { type Backend, backendAfter, detectBackend, detectProject, type Project } from "../../project/index.js";
import type { PlannedApi } from "../api/planned-api.js";
import { functionNames } from "../outputs/function-names.js";
import { planRequests } from "../threads/index.js";
import type { GenerateRequest } from "./generate-request.js";
import { refuseClashes } from "./name-clashes.js";
import { type CompiledFunction, compileOwnFunctions } from "./own-functions.js";

/** A run whose APIs and functions are compiled and planned, and the project that it is for. */
export interface Run {
  request: GenerateRequest;
  project: Project;
  language: "ts" | "js";
  planned: readonly PlannedApi[];
  own: readonly CompiledFunction[];
  /** The project's backend after the run; undefined if nothing in the run concerns it. */
  backend: Backend | undefined;
}

/** Compiles and plans a request. Throws what the stages throw, and B44-505 if names clash. */
export async function prepareRun(request: GenerateRequest): Promise<Run> {
  const { folder, progress, config } = request;
  const project = await detectProject(folder);
  const targets = targetsOf(request);
  const planned = await planRequests(request.apis, { folder, anyNumber: request.anyNumber, targets, progress });
  refuseClashes(planned.map(({ plan }, index) => ({ api: plan.api, entry: request.apis[index]?.entry })));
  const configFile = config && resolve(folder, config.path);
  const own = await compileOwnFunctions(request.functions ?? {}, { folder, configFile, progress });
  const hasBackend = planned.some(({ plan }) => plan.backend) || own.length > 0 || targets.includes("functions");
  const names = functionNames(planned, own);
  const backend = hasBackend ? await backendAfter(await detectBackend(project.root), { folder, names }) : undefined;
  return { request, project, language: request.language ?? project.language, planned, own, backend };
}

/** Returns what the calls are generated for. */
export function targetsOf({ targets = ["app"] }: Pick<GenerateRequest, "targets">): readonly Target[] {
  return targets;
}
