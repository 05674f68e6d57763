import { dirname, resolve } from "node:path";
import type { Config } from "../config/index.js";
import type { Diagnostic } from "../diagnostics/index.js";
import { isNoFile } from "../files/index.js";
import { type Lock, readLock } from "../project/index.js";
import { configFiles } from "./config-files.js";
import { referredFiles } from "./referred-files.js";

/**
 * The local files that the runs of a config read, as absolute paths: the config and what it imports, and what the lock
 * says of the last run that succeeded: the specs and every document that they refer to. Never rejects.
 */
export async function inputsOf(configFile: string): Promise<string[]> {
  const folder = dirname(configFile);
  const [config, lock] = await Promise.all([configFiles(configFile), readLock(folder).catch(() => undefined)]);
  return [...config, ...lockedDocuments(lock).map((path) => resolve(folder, path))];
}

/**
 * The local files that a failed run read, or wanted to read: those that its diagnostics name, and, where the config
 * loads, its specs with all that they refer to, also files that do not exist. Never rejects.
 */
export async function inputsOfFailure(configFile: string, diagnostics: readonly Diagnostic[]): Promise<string[]> {
  const named = diagnostics.flatMap(({ location }) => location?.file ?? []).filter(isFile);
  const { loadConfig } = await import("../config/load/load.js");
  const loaded = await loadConfig(configFile).catch(() => undefined);
  const specs = loaded ? specsOf(loaded.config) : [];
  const files = specs.map((spec) => resolve(dirname(configFile), spec));
  return [...named.map((file) => resolve(file)), ...(await referredFiles(files))];
}

function lockedDocuments(lock: Lock | undefined): string[] {
  const ofApis = Object.values(lock?.apis ?? {}).flatMap(({ documents }) => documents);
  return [...ofApis, ...(lock?.documents ?? [])].map(({ path }) => path).filter(isFile);
}

function isFile(text: string): boolean {
  return text !== "-" && !isNoFile(text);
}

/** The specs that a config names, and the files that its own functions take their schemas from. */
function specsOf({ apis, functions }: Config): string[] {
  const schemas = Object.values(functions ?? {}).flatMap(({ input, output }) => [input, output]);
  const references = schemas.flatMap((schema) => (typeof schema === "string" ? schema.replace(/#.*$/s, "") : []));
  return [...Object.values(apis).map(({ spec }) => spec), ...references].filter(isFile);
}
