import { functionFolderName } from "../../config/index.js";
import { emitCustomCall } from "../../emit/integration/index.js";
import { appReach, emitIndex, emitModule, emitRuntime, type IndexOptions } from "../../emit/module/index.js";
import type { OutputFile, PlacedFile } from "../../emit/output.js";
import { emitOwnCalls, emitRegistries, type TypedFunction } from "../../emit/own-function/index.js";
import type { Backend } from "../../project/index.js";
import type { PlannedApi } from "../api/planned-api.js";
import { registriesOf } from "./registries.js";

/** What the files of the app depend on, besides the APIs. */
interface AppOptions {
  own: readonly TypedFunction[];
  language: "ts" | "js";
  errors: "result" | "throw";
  client: IndexOptions["client"];
  /** Undefined if nothing goes through a function. */
  backend: Backend | undefined;
}

/** Emits the files in the app's output folder: types, functions and their runtime, the index, and declarations. */
export function appFiles(planned: readonly PlannedApi[], options: AppOptions): PlacedFile[] {
  const { own, language, errors, client, backend } = options;
  const files: OutputFile[] = [];
  const registries = backend ? emitRegistries(own, registriesOf(planned, { own, backend })) : [];
  for (const { plan, types } of planned) {
    const reach = appReach(plan.api, plan, functionFolderName(plan.api.name));
    const references = plan.backend ? registries.map(({ path }) => `./${path}`) : ["./b44.custom-call.d.ts"];
    files.push(
      ...(types.app ? [types.app] : []),
      ...emitModule(plan.api, { language, errors, reach, backend: plan.backend, references }),
    );
  }
  const called = planned.filter(({ plan }) => plan.api.operations.length > 0);
  const apis = called.map(({ plan }) => plan.api);
  const integrations = called.filter(({ plan }) => !plan.backend).map(({ plan }) => plan.api);
  const hasFunctions = integrations.length < called.length || own.length > 0;
  files.push(...emitRuntime({ language, hasFunctions }), ...emitIndex(apis, { language, client }));
  if (integrations.length > 0) files.push(emitCustomCall(integrations));
  files.push(...emitOwnCalls(own, { language }), ...registries);
  return files.map((file) => ({ ...file, place: "app" }));
}
