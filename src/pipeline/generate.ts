import { relative, sep } from "node:path";
import { type Diagnostic, DiagnosticError, diagnostic } from "../diagnostics/index.js";
import { emitIntegration, emitShared, type IntegrationOptions } from "../emit/integration/index.js";
import type { OutputFile } from "../emit/output.js";
import { emitTypes } from "../emit/types/index.js";
import type { Api } from "../ir/index.js";
import { type PlannedOperation, planIntegration } from "../plan/index.js";
import {
  applyWrites,
  detectProject,
  type Lock,
  type LockUpdate,
  planWrites,
  readLock,
  takeTurns,
  type WritePlan,
} from "../project/index.js";
import { type ApiSource, type CompiledApi, compileApi } from "./compile-api.js";
import { lockedApi } from "./locked-api.js";
import type { Progress } from "./progress.js";
import { clientOf, projectNotes, settingsOf } from "./project-facts.js";
import { version } from "./version.js";

/** What a run generates, and how. */
export interface GenerateRequest {
  apis: ApiSource[];
  /** Absolute: where the lock stands; nothing outside is written. */
  folder: string;
  /** The output folder, absolute. */
  output: string;
  errors: "result" | "throw";
  /** Undefined: what the project is. */
  language?: "ts" | "js" | undefined;
  /** Undefined: what the project has. */
  client?: { module: string; export: string } | false | undefined;
  config?: LockUpdate["config"];
  /** What of the command line changes the output, for the lock. */
  options: string;
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
}

export interface GeneratedApi {
  api: Api;
  operations: PlannedOperation[];
  /** The file that holds the API's functions, relative to the output folder. */
  file: string;
}

/**
 * Generates all APIs of a request: everything in memory first, then the files at once. Throws a `DiagnosticError`,
 * with nothing written, where anything is an error.
 */
export async function generate(request: GenerateRequest): Promise<GenerateResult> {
  const project = await detectProject(request.folder);
  const language = request.language ?? project.language;
  const client = clientOf(request, project, language);
  const options: IntegrationOptions = { language, errors: request.errors, client };

  const compiled: { source: ApiSource; compiled: CompiledApi; generated: GeneratedApi }[] = [];
  const files: OutputFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const source of request.apis) {
    const result = await compileApi(source, request.progress);
    const plan = result.located(() => planIntegration(result.api, { all: request.all }));
    request.progress(`${source.name}: writing types of ${plan.api.operations.length} operations`);
    const types = emitTypes(plan.api);
    files.push(types.file, ...emitIntegration(plan.api, options));
    diagnostics.push(...result.diagnostics, ...result.locate([...plan.diagnostics, ...types.diagnostics]));
    const file = `${plan.api.fileName}.${language}`;
    compiled.push({ source, compiled: result, generated: { api: plan.api, operations: plan.operations, file } });
  }
  const apis = compiled.map((item) => item.generated);
  refuseClashes(apis);
  files.push(
    ...emitShared(
      apis.map((item) => item.api),
      options,
    ),
  );
  diagnostics.push(...projectNotes(project, request.output));

  request.progress("writing files");
  const update: LockUpdate = {
    generator: version,
    ...(request.config ? { config: request.config } : {}),
    settings: settingsOf(project, request.options),
    apis: Object.fromEntries(
      compiled.map((item) => [
        item.source.name,
        lockedApi(item.source, item.compiled, item.generated.api, request.folder),
      ]),
    ),
  };
  const plan = await write(
    request,
    files,
    update,
    apis.map((item) => item.api.name),
  );
  diagnostics.push(...plan.diagnostics);
  return { files: plan.actions.map(({ path, action }) => ({ path, action })), apis, diagnostics };
}

/** Two APIs whose names give the same identifiers cannot stand in one index. */
function refuseClashes(apis: GeneratedApi[]): void {
  const byName = new Map<string, Api>();
  for (const { api } of apis) {
    const other = byName.get(api.typeName.toLowerCase());
    if (other) {
      const message = `The names ${other.name} and ${api.name} both become ${api.typeName} in code.`;
      throw new DiagnosticError(diagnostic("B44-505", { message, help: "Give one of the APIs another name." }));
    }
    byName.set(api.typeName.toLowerCase(), api);
  }
}

async function write(
  request: GenerateRequest,
  files: OutputFile[],
  update: LockUpdate,
  apis: string[],
): Promise<WritePlan> {
  const { folder, force, dryRun } = request;
  const root = relative(folder, request.output).split(sep).join("/") || ".";
  const make = async () => {
    const lock = await readLock(folder);
    if (!request.config) refuseOtherApis(lock, apis, root);
    const plan = await planWrites({
      folder,
      files: files.map((file) => ({ ...file, path: root === "." ? file.path : `${root}/${file.path}` })),
      lock,
      update,
      apis: [...new Set([...apis, ...Object.keys(lock?.apis ?? {})])],
      force,
      outputRoots: [root],
    });
    await applyWrites(plan, { dryRun });
    return plan;
  };
  return dryRun ? make() : takeTurns(folder, make);
}

/** Without a config, a folder holds one API: the index of a second would leave the first one out. */
function refuseOtherApis(lock: Lock | undefined, apis: string[], folder: string): void {
  const others = Object.keys(lock?.apis ?? {}).filter((name) => !apis.includes(name));
  if (others.length === 0) return;
  const message = `The output folder ${folder} already holds the code of ${others.join(", ")}.`;
  const help = "Give each API a folder of its own, or write a b44-gen.config.ts that names them all.";
  throw new DiagnosticError(diagnostic("B44-506", { message, help }));
}
