import { dirname, resolve } from "node:path";
import type { Config } from "../config/index.js";
import type { Diagnostic } from "../diagnostics/index.js";
import { isNoFile } from "../files/index.js";
import { type Lock, readLock } from "../project/index.js";
import { configFiles } from "./config-files.js";
import { referencedFiles } from "./referenced-files.js";

/**
 * Returns the local files that runs of a config read, as absolute paths: the config and its imports, and, according to
 * the lock of the last successful run, the specs and all documents that they reference. Never rejects.
 */
export async function inputsOf(configFile: string): Promise<string[]> {
  const folder = dirname(configFile);
  const [config, lock] = await Promise.all([configFiles(configFile), readLock(folder).catch(() => undefined)]);
  return [...config, ...lockedDocuments(lock).map((path) => resolve(folder, path))];
}

/**
 * Returns the local files that a failed run read or tried to read: those in its diagnostics, and, if the config loads,
 * its specs and everything that they reference, including files that do not exist. Never rejects.
 */
export async function inputsOfFailure(configFile: string, diagnostics: readonly Diagnostic[]): Promise<string[]> {
  const named = diagnostics.flatMap(({ location }) => location?.file ?? []).filter(isFile);
  const { loadConfig } = await import("../config/load/load.js");
  const loaded = await loadConfig(configFile).catch(() => undefined);
  const specs = loaded ? specsOf(loaded.config) : [];
  const files = specs.map((spec) => resolve(dirname(configFile), spec));
  return [...named.map((file) => resolve(file)), ...(await referencedFiles(files))];
}

function lockedDocuments(lock: Lock | undefined): string[] {
  const ofApis = Object.values(lock?.apis ?? {}).flatMap(({ documents }) => documents);
  return [...ofApis, ...(lock?.documents ?? [])].map(({ path }) => path).filter(isFile);
}

function isFile(text: string): boolean {
  return text !== "-" && !isNoFile(text);
}

/** The specs in a config, and the files from which its own functions take their schemas. */
function specsOf({ apis, functions }: Config): string[] {
  const schemas = Object.values(functions ?? {}).flatMap(({ input, output }) => [input, output]);
  const references = schemas.flatMap((schema) => (typeof schema === "string" ? schema.replace(/#.*$/s, "") : []));
  return [...Object.values(apis).map(({ spec }) => spec), ...references].filter(isFile);
}
