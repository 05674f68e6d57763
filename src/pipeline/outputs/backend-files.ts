import { join } from "node:path";
import { functionFolderName } from "../../config/index.js";
import { emitConnection } from "../../emit/connector/index.js";
import { emitBackendRuntime, emitFunction } from "../../emit/function/index.js";
import { emitModule } from "../../emit/module/index.js";
import type { OutputFile, PlacedFile } from "../../emit/output.js";
import {
  type BackendFolders,
  emitOwnFunction,
  emitProjectFiles,
  type TypedFunction,
} from "../../emit/own-function/index.js";
import { dotRelativePath } from "../../files/index.js";
import { fetchesTokens, type Plan } from "../../plan/index.js";
import type { Backend } from "../../project/index.js";
import type { PlannedApi } from "../api/planned-api.js";
import type { GenerateRequest } from "../run/generate-request.js";

/** What the files of the backend depend on, besides the APIs. */
interface BackendFilesOptions {
  own: readonly TypedFunction[];
  request: GenerateRequest;
  backend: Backend;
  /** The folder in which the project starts; absolute. */
  root: string;
}

/**
 * Emits the files in Base44's backend folders: functions, the code that they share, and a tsconfig that checks them.
 */
export function backendFiles(planned: readonly PlannedApi[], options: BackendFilesOptions): PlacedFile[] {
  const { own, request } = options;
  const isForFunctions = request.targets?.includes("functions") === true;
  const isLegacy = request.legacyServe === true;
  const files: PlacedFile[] = [];
  for (const { plan, types } of planned) {
    if (types.functions) files.push(...callsFromFunctions(plan, types.functions, request.errors));
    if (!plan.backend) continue;
    const functionName = functionFolderName(plan.api.name);
    files.push(...emitFunction(plan.api, plan.backend, { functionName, isDefinitionShared: isForFunctions, isLegacy }));
    files.push(...emitConnection(plan.api, plan.backend));
  }
  files.push(...own.flatMap((item) => emitOwnFunction(item, { isLegacy })));
  const backends = planned.flatMap(({ plan }) => plan.backend ?? []);
  const runtime = emitBackendRuntime({
    hasApis: backends.length > 0,
    hasOwnFunctions: own.length > 0,
    hasCalls: isForFunctions && planned.length > 0,
    hasDirectCalls: isForFunctions && backends.length > 0,
    hasClientCredentials: backends.some(fetchesTokens),
    hasConnectors: backends.some(({ connection }) => connection && connection.kind !== "metered"),
  });
  files.push(...runtime, ...emitProjectFiles(backendFolders(options)));
  return withKeeps(files, runtime);
}

/** Returns the backend's folders relative to the tsconfig. */
function backendFolders({ backend, root }: BackendFilesOptions): BackendFolders {
  const from = (path: string) => dotRelativePath(backend.configFolder, path);
  const packages = from(join(root, "node_modules"));
  return { functions: from(backend.functionsDir), shared: from(backend.sharedDir), packages };
}

/**
 * Adds the runtime to the files that scaffolds need: a function that is kept after its API was removed needs it too.
 */
function withKeeps(files: readonly PlacedFile[], runtime: readonly PlacedFile[]): PlacedFile[] {
  const shared = runtime.map(({ place, path }) => ({ place, path }));
  return files.map((file) =>
    file.kind === "scaffold" ? { ...file, keeps: [...(file.keeps ?? []), ...shared] } : file,
  );
}

/** Emits the same calls as in the app, for functions to import: `base44/shared/API.ts`. */
function callsFromFunctions({ api, backend }: Plan, types: OutputFile, errors: "result" | "throw"): PlacedFile[] {
  const module = emitModule(api, {
    language: "ts",
    errors,
    reach: backend ? { by: "direct" } : { by: "integration", slug: api.name },
    backend,
    importExtension: "ts",
  });
  return [types, ...module].map((file) => ({ ...file, place: "shared" }));
}
