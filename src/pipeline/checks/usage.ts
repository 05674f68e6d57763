import { join, resolve } from "node:path";
import {
  applyFixes,
  checkUsage,
  type FileFix,
  type KnownApi,
  knownOperation,
  type UsageInput,
} from "../../check/usage/index.js";
import type { Diagnostic } from "../../diagnostics/index.js";
import { pathFrom } from "../../files/index.js";
import { planApi } from "../../plan/index.js";
import { type Backend, detectBackend, detectProject } from "../../project/index.js";
import { compileApi } from "../api/compile-api.js";
import type { ApiRequest } from "../api/planned-api.js";
import { clientOf } from "../run/client.js";
import type { GenerateRequest } from "../run/generate-request.js";

/** The result of {@link usageFindings}. */
interface UsageOutcome {
  /** After fixing, only the remaining findings. */
  diagnostics: Diagnostic[];
  /** The files that were rewritten; empty without `fix`. */
  fixed: readonly FileFix[];
}

/**
 * Looks for misuse of Base44 in the app's own code; with `fix`, rewrites it where the fix is certain. Fetches nothing.
 * Throws as `compileApi` and `planApi` do.
 */
export async function usageFindings(request: GenerateRequest, { fix }: { fix: boolean }): Promise<UsageOutcome> {
  const project = await detectProject(request.folder);
  const backend = await detectBackend(project.root);
  const { client } = await clientOf({ request, project, language: request.language ?? project.language });
  const known: KnownApi[] = [];
  for (const api of request.apis) known.push(await knownApi(api, request, backend));
  const input: UsageInput = {
    root: project.root,
    known,
    output: request.output,
    ...(client
      ? { client: { module: fromRoot(client.module, project.root, request.output), export: client.exportName } }
      : {}),
    ...(backend.isComplete ? backendNames(backend) : {}),
    functionsDir: backend.functionsDir,
    sharedDir: backend.sharedDir,
  };
  const report = await checkUsage(input);
  if (!fix || report.fixes.length === 0) return { diagnostics: report.diagnostics, fixed: [] };
  const applied = await applyFixes(report.fixes);
  const { diagnostics } = await checkUsage(input);
  const written = new Set(applied.written);
  return {
    diagnostics: [...applied.diagnostics, ...diagnostics],
    fixed: report.fixes.filter(({ file }) => written.has(file)),
  };
}

/** Converts a module specifier that files of the output folder use to one relative to the project's folder. */
function fromRoot(module: string, root: string, output: string): string {
  return module.startsWith(".") ? `./${pathFrom(root, resolve(output, module))}` : module;
}

function backendNames({ functions, connectors }: Backend) {
  return { functions: functions.map(({ name }) => name), connectors: connectors.map(({ type }) => type) };
}

async function knownApi(request: ApiRequest, run: GenerateRequest, backend: Backend): Promise<KnownApi> {
  const { api, operationIds, copy } = await compileApi(request, run.progress);
  const plan = planApi(api, request.way ?? { via: "integration" }, { anyNumber: true });
  const ids = new Set(plan.api.operations.map(({ id }) => id));
  const hasShared = run.targets?.includes("functions") === true;
  return {
    name: api.name,
    via: request.way?.via ?? "integration",
    errors: run.errors,
    module: join(run.output, api.fileName),
    ...(hasShared ? { sharedModule: join(backend.sharedDir, `${api.fileName}.ts`) } : {}),
    factory: plan.api.factoryName,
    object: plan.api.objectName,
    operations: plan.api.operations.map(knownOperation),
    ...(copy ? {} : { others: operationIds.filter((id) => !ids.has(id)) }),
  };
}
