import { functionFolderName } from "../config/index.js";
import type { Registries } from "../emit/own-function/index.js";
import type { Backend } from "../project/index.js";
import { connectorTypesOf } from "./connector-files.js";
import type { PlannedApi } from "./planned-api.js";

/**
 * All functions and connectors that the project has once the run is done; null where there may be more than can be seen,
 * because a registry that is filled in part makes right names wrong.
 */
export function projectFunctions(
  planned: readonly PlannedApi[],
  { own, backend }: { own: readonly { name: string }[]; backend: Backend },
): Registries | null {
  if (!backend.isComplete) return null;
  const generated = planned.filter(({ plan }) => plan.backend).map(({ plan }) => functionFolderName(plan.api.name));
  const functions = [...backend.functions.map(({ name }) => name), ...generated, ...own.map(({ name }) => name)];
  const connectors = [...backend.connectors.map(({ type }) => type), ...connectorTypesOf(planned)];
  return { functions: [...new Set(functions)].sort(), connectors: [...new Set(connectors)].sort() };
}
