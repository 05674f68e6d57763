import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { functionFolderName, type OwnFunctionConfig, type Target } from "../config/index.js";
import { type Diagnostic, DiagnosticError } from "../diagnostics/index.js";
import type { PlacedFile } from "../emit/output.js";
import type { Api } from "../ir/index.js";
import type { Plan } from "../plan/index.js";
import {
  backendAfter,
  detectBackend,
  detectProject,
  type LockUpdate,
  projectModule,
  takeTurns,
  type WritePlan,
} from "../project/index.js";
import { appFiles } from "./app-files.js";
import { backendFiles } from "./backend-files.js";
import { clientOf } from "./client.js";
import { connectorNotes, plannedConnectorFiles } from "./connector-files.js";
import { functionNotes } from "./function-notes.js";
import { lockedDocuments } from "./locked-api.js";
import { refuseClashes } from "./name-clashes.js";
import { compileOwnFunctions } from "./own-functions.js";
import { Places } from "./places.js";
import type { ApiRequest, PlannedApi } from "./planned-api.js";
import type { Progress } from "./progress.js";
import { projectNotes } from "./project-facts.js";
import { settingsOf } from "./settings.js";
import { planRequests } from "./threads/index.js";
import { version } from "./version.js";
import { writeFiles } from "./write-files.js";

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
  const project = await detectProject(request.folder);
  const language = request.language ?? project.language;
  const diagnostics: Diagnostic[] = [];

  const planned = await planRequests(request.apis, {
    folder: request.folder,
    all: request.all,
    emitsTypes: hasTarget(request, "app"),
    progress: request.progress,
  });
  diagnostics.push(...planned.flatMap((api) => api.diagnostics));
  refuseClashes(planned.map(({ plan }, index) => ({ api: plan.api, entry: request.apis[index]?.entry })));
  const own = await compileOwnFunctions(request.functions ?? {}, {
    folder: request.folder,
    configFile: request.config && resolve(request.folder, request.config.path),
    progress: request.progress,
  });

  request.progress("emitting files");
  const hasBackend = planned.some(({ plan }) => plan.backend) || own.length > 0 || hasTarget(request, "functions");
  const names = functionNames(planned, own);
  const backend = hasBackend
    ? await backendAfter(await detectBackend(project.root), { folder: request.folder, names })
    : undefined;
  const files: PlacedFile[] = planned.flatMap(({ copy }) => copy ?? []);
  if (hasTarget(request, "app")) {
    const { client, notes } = await clientOf({ request, project, language });
    const app = appFiles(planned, { own, language, errors: request.errors, client, backend });
    files.push(...app.files);
    diagnostics.push(...app.diagnostics);
    diagnostics.push(...notes, ...projectNotes(project, request.output, planned));
  }
  if (backend) {
    diagnostics.push(...functionNotes(planned, { own, backend }));
    refuse(diagnostics);
    files.push(...backendFiles(planned, { own, request, backend, root: project.root }));
    files.push(...plannedConnectorFiles(planned, { backend, isAsked: request.writeConnectors === true }));
  }

  request.progress("writing files");
  const places = new Places({ folder: request.folder, output: request.output, backend });
  const settings = settingsOf({ project, options: request.options, backend, adds: addedNames(planned, own, files) });
  const update: LockUpdate = {
    generator: version,
    ...(request.config ? { config: request.config } : {}),
    settings,
    ...(own.length > 0
      ? {
          documents: lockedDocuments(
            own.flatMap(({ documents }) => documents),
            request.folder,
          ),
        }
      : {}),
    apis: Object.fromEntries(planned.map(({ plan, locked }) => [plan.api.name, locked])),
  };
  const written = await writeFiles({ request, files, update, places, names: planned.map(({ plan }) => plan.api.name) });
  diagnostics.push(...written.diagnostics);
  if (backend) {
    const isAsked = request.writeConnectors === true;
    diagnostics.push(...(await connectorNotes(planned, { backend, places, isAsked, written, folder: request.folder })));
  }
  return {
    files: written.actions.map(({ path, action }) => ({ path, action })),
    apis: planned.map(({ plan }) => {
      const file = `${plan.api.fileName}.${language}`;
      return { api: plan.api, plan, file, module: projectModule(join(request.output, file), project) };
    }),
    diagnostics,
    writes: written,
  };
}

/** The names of the functions that a run writes. */
function functionNames(planned: readonly PlannedApi[], own: readonly { name: string }[]): string[] {
  const apis = planned.filter(({ plan }) => plan.backend).map(({ plan }) => functionFolderName(plan.api.name));
  return [...apis, ...own.map(({ name }) => name)];
}

/** The names of the functions that a run writes, and the types of the connector files. */
function addedNames(planned: readonly PlannedApi[], own: readonly { name: string }[], files: readonly PlacedFile[]) {
  const offers = files.filter(({ place, kind }) => place === "connectors" && kind === "offer");
  return {
    functions: functionNames(planned, own),
    connectors: offers.map(({ path }) => path.replace(/\.jsonc$/, "")),
  };
}

/** Gives up where something that was found is an error. */
function refuse(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.some(({ severity }) => severity === "error")) throw new DiagnosticError([...diagnostics]);
}

/** True where calls are written for a target. */
function hasTarget({ targets = ["app"] }: GenerateRequest, target: Target): boolean {
  return targets.includes(target);
}
