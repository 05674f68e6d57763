import { pathFrom } from "../../files/index.js";
import type { Backend, Project } from "../../project/index.js";
import { changedOptions, type OutputOptions } from "./run-options.js";

/**
 * What the output depends on besides the config and the specs, for the lock: the project as it was found, and the
 * options of the command line. Kept as text, so that a run can tell without loading the config whether all is as it
 * was.
 */
export function settingsOf(input: SettingsInput): Record<string, string | boolean> {
  const { project, asked, configured, needsAnyNumber, backend } = input;
  const unasked = configured ? { ...configured, lang: configured.lang ?? project.language } : {};
  return {
    language: project.language,
    client: clientFacts(project),
    options: changedOptions(asked, unasked),
    ...(needsAnyNumber ? { all: true } : {}),
    ...(backend ? { backend: backendFacts({ ...input, backend }) } : {}),
  };
}

/** Which client the calls may be bound to: where it is, how it is imported, and whether it has types. */
function clientFacts({ client, root }: Project): string {
  if (!client) return "";
  return JSON.stringify([pathFrom(root, client.file), client.module, client.export]);
}

/** What {@link settingsOf} is made from. */
interface SettingsInput {
  project: Project;
  /** What the command line says of the output. */
  asked: OutputOptions;
  /** What the config says of it; undefined where there is none. */
  configured: OutputOptions | undefined;
  /** Whether the run is one that only `anyNumber` allows. */
  needsAnyNumber: boolean;
  /** Undefined where nothing is written for the backend. */
  backend: Backend | undefined;
  /** The functions and connectors that the run writes. */
  adds?: { functions: string[]; connectors: string[] };
}

/**
 * Where the backend's folders are, and the functions and connectors that its registries list: those that are there, and
 * those that the run is about to write, which the next one finds there.
 */
function backendFacts({ backend, project, adds }: SettingsInput & { backend: Backend }): string {
  const { functionsDir, connectorsDir, sharedDir, configFolder, functions, connectors, isComplete } = backend;
  const from = (path: string) => pathFrom(project.root, path);
  const all = (there: string[], added: readonly string[] = []) => [...new Set([...there, ...added])].sort();
  const names = all(
    functions.map(({ name }) => name),
    adds?.functions,
  );
  const types = all(
    connectors.map(({ type }) => type),
    adds?.connectors,
  );
  const folders = [functionsDir, connectorsDir, sharedDir, configFolder].map(from);
  return JSON.stringify([...folders, isComplete, names, types]);
}
