/**
 * The functions that the commands, the plugins, `init` and the library run. All except the check for nothing to do are
 * loaded when they are called, because most runs need only that check.
 */
export type { ApiSource, CompiledApi, SpecLock } from "./api/compile-read.js";
export type { ApiRequest } from "./api/planned-api.js";
export type { SpecReader } from "./api/read-spec.js";
export type { ChangeReport } from "./checks/spec-changes.js";
export type { Update } from "./checks/update.js";
export type { Progress } from "./progress.js";
export type { GenerateRequest } from "./run/generate-request.js";
export type { GeneratedApi, GenerateResult } from "./run/generate-run.js";
export { nothingToDo } from "./run/nothing-to-do.js";
export { outputOptions, type RunOptions } from "./run/run-options.js";
export { version } from "./version.js";

/** Loads a config and returns the run that it asks for. Throws what `loadConfig` throws. */
export const configRequest: typeof import("./run/run-config.js").configRequest = async (...given) =>
  (await import("./run/run-config.js")).configRequest(...given);

/**
 * Generates all APIs and functions of a request. If there is an error, throws a `DiagnosticError` and writes nothing.
 */
export const generate: typeof import("./run/generate.js").generate = async (...given) =>
  (await import("./run/generate.js")).generate(...given);

/** Returns findings for what a run of a request would change; none if everything is up to date. */
export const findDrift: typeof import("./checks/drift.js").findDrift = async (...given) =>
  (await import("./checks/drift.js")).findDrift(...given);

/** Finds the changes in the specs of a run since they were locked, and what they break. Writes nothing. */
export const specChanges: typeof import("./checks/spec-changes.js").specChanges = async (...given) =>
  (await import("./checks/spec-changes.js")).specChanges(...given);

/** Fetches the specs of these APIs again, compares them with their copies, and prepares to apply the changes. */
export const prepareUpdate: typeof import("./checks/update.js").prepareUpdate = async (...given) =>
  (await import("./checks/update.js")).prepareUpdate(...given);

/** Looks for misuse of Base44 in the app's own code; with `fix`, rewrites it where the fix is certain. */
export const usageFindings: typeof import("./checks/usage.js").usageFindings = async (...given) =>
  (await import("./checks/usage.js")).usageFindings(...given);

/**
 * Compiles an API from its spec, or its locked copy, to the intermediate representation: load, select, bundle, upgrade,
 * build.
 */
export const compileApi: typeof import("./api/single-spec.js").compileApi = async (...given) =>
  (await import("./api/single-spec.js")).compileApi(...given);

/** Opens the spec of an API, so that operations can be selected. */
export const openSpec: typeof import("./api/single-spec.js").openSpec = async (...given) =>
  (await import("./api/single-spec.js")).openSpec(...given);

/** Like {@link compileApi}, for a spec that is already open. */
export const compileRead: typeof import("./api/single-spec.js").compileRead = async (...given) =>
  (await import("./api/single-spec.js")).compileRead(...given);

/** Exports a spec with only the selected operations, for an admin to import or a developer to read. */
export const exportSpec: typeof import("./api/single-spec.js").exportSpec = async (...given) =>
  (await import("./api/single-spec.js")).exportSpec(...given);

/** Converts an API of the config to the form that {@link compileApi} takes. */
export async function configuredApi(...given: Parameters<typeof import("./api/single-spec.js").configuredApi>) {
  return (await import("./api/single-spec.js")).configuredApi(...given);
}

/** Converts the `via` of an API in the config to the form that the plan stage takes. */
export async function configuredWay(...given: Parameters<typeof import("./api/single-spec.js").configuredWay>) {
  return (await import("./api/single-spec.js")).configuredWay(...given);
}
