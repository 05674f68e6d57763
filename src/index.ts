/**
 * The library. Each stage of the pipeline can be called separately, in this order; ARCHITECTURE.md in the repository
 * describes their inputs and outputs.
 */
export type {
  Access,
  ApiAccess,
  ApiConfig,
  Config,
  HeaderValue,
  JsonSchema,
  LoadedConfig,
  OwnFunctionConfig,
  SchemaOrReference,
  Secret,
  Target,
  UserApiConfig,
  UserConfig,
  UserOwnFunctionConfig,
  UserVia,
  Via,
} from "./config/index.js";
export { defineConfig, findConfig, loadConfig } from "./config/index.js";
export {
  type CatalogueEntry,
  type Code,
  catalogue,
  type Diagnostic,
  DiagnosticError,
  type Location,
} from "./diagnostics/index.js";
export { emitConnection } from "./emit/connector/index.js";
export { emitFunction, type FunctionOptions } from "./emit/function/index.js";
export { emitCustomCall } from "./emit/integration/index.js";
export { emitIndex, emitModule, emitRuntime, type IndexOptions, type ModuleOptions } from "./emit/module/index.js";
export type { OutputFile, PlacedFile } from "./emit/output.js";
export { emitTypes } from "./emit/types/index.js";
export { type BuildInput, buildApi } from "./ir/index.js";
export type * from "./ir/model.js";
export {
  type ApiRequest,
  type ApiSource,
  type ChangeReport,
  type CompiledApi,
  compileApi,
  configRequest,
  exportSpec,
  findDrift,
  type GenerateRequest,
  type GenerateResult,
  generate,
  prepareUpdate,
  type RunOptions,
  type SpecLock,
  specChanges,
  type Update,
} from "./pipeline/index.js";
export { type Plan, type PlannedOperation, planApi, type Transport, type Way } from "./plan/index.js";
export { applyWrites, detectProject, planWrites, readLock, type WritePlan } from "./project/index.js";
export { bundle } from "./spec/bundle/index.js";
export { loadSpec } from "./spec/load/index.js";
export type * from "./spec/model.js";
export { References } from "./spec/references/index.js";
export { loadReferences } from "./spec/resolve/index.js";
export { listOperations, select } from "./spec/select/index.js";
export { upgrade } from "./spec/upgrade/index.js";
