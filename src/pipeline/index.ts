/**
 * What the commands, the plugins, `init` and the library run. All but what finds that there is nothing to do is loaded
 * when it is called: most runs need no more.
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

/** Loads a config and gives the run that it asks for. Throws what `loadConfig` throws. */
export const configRequest: typeof import("./run/run-config.js").configRequest = async (...given) =>
  (await import("./run/run-config.js")).configRequest(...given);

/** Generates all APIs and functions of a request; throws a `DiagnosticError`, with nothing written, for an error. */
export const generate: typeof import("./run/generate.js").generate = async (...given) =>
  (await import("./run/generate.js")).generate(...given);

/** What a run of a request would change, as findings; none where everything is as it should be. */
export const findDrift: typeof import("./checks/drift.js").findDrift = async (...given) =>
  (await import("./checks/drift.js")).findDrift(...given);

/** What changed in the locked specs of a run since they were locked, and what that breaks. Writes nothing. */
export const specChanges: typeof import("./checks/spec-changes.js").specChanges = async (...given) =>
  (await import("./checks/spec-changes.js")).specChanges(...given);

/** Fetches the specs of these APIs again, compares them with their copies, and is ready to take the changes over. */
export const prepareUpdate: typeof import("./checks/update.js").prepareUpdate = async (...given) =>
  (await import("./checks/update.js")).prepareUpdate(...given);

/** Looks for misuse of Base44 in the app's own code, and with `fix` rewrites what is certain. */
export const usageFindings: typeof import("./checks/usage.js").usageFindings = async (...given) =>
  (await import("./checks/usage.js")).usageFindings(...given);

/** load, select, bundle, upgrade, build: from a spec, or its locked copy, to the intermediate representation. */
export const compileApi: typeof import("./api/single-spec.js").compileApi = async (...given) =>
  (await import("./api/single-spec.js")).compileApi(...given);

/** The spec of an API, ready to choose operations from. */
export const openSpec: typeof import("./api/single-spec.js").openSpec = async (...given) =>
  (await import("./api/single-spec.js")).openSpec(...given);

/** The same as {@link compileApi}, from a spec that was opened. */
export const compileRead: typeof import("./api/single-spec.js").compileRead = async (...given) =>
  (await import("./api/single-spec.js")).compileRead(...given);

/** The document that an admin imports, or a developer looks at: a spec with no more than the chosen operations. */
export const exportSpec: typeof import("./api/single-spec.js").exportSpec = async (...given) =>
  (await import("./api/single-spec.js")).exportSpec(...given);

/** An API of the config as {@link compileApi} takes it. */
export async function configuredApi(...given: Parameters<typeof import("./api/single-spec.js").configuredApi>) {
  return (await import("./api/single-spec.js")).configuredApi(...given);
}

/** The way to an API that the config names, as the plan stage takes it. */
export async function configuredWay(...given: Parameters<typeof import("./api/single-spec.js").configuredWay>) {
  return (await import("./api/single-spec.js")).configuredWay(...given);
}
