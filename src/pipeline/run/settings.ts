import { pathFrom } from "../../files/index.js";
import type { Backend, Project } from "../../project/index.js";
import { changedOptions, type OutputOptions } from "./run-options.js";

/**
 * Returns what the output depends on besides the config and the specs, for the lock: facts about the project, and
 * options of the command line. They are strings, so that a run can find out without loading the config whether
 * something changed.
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

/**
 * Returns the facts about the client that the calls may be bound to: its file, how it is imported, and the name of its
 * export.
 */
function clientFacts({ client, root }: Project): string {
  if (!client) return "";
  return JSON.stringify([pathFrom(root, client.file), client.module, client.export]);
}

/** The input of {@link settingsOf}. */
interface SettingsInput {
  project: Project;
  /** The settings of the output on the command line. */
  asked: OutputOptions;
  /** The settings of the output in the config; undefined if there is no config. */
  configured: OutputOptions | undefined;
  /** True if only `anyNumber` allows the run. */
  needsAnyNumber: boolean;
  /** Undefined if nothing is written for the backend. */
  backend: Backend | undefined;
  /** The functions and connectors that the run writes. */
  adds?: { functions: string[]; connectors: string[] };
}

/**
 * Returns the facts about the backend's folders, functions and connectors, including those that the run is about to
 * write: the next run finds them in the project.
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
