import type { Registries } from "../../emit/own-function/index.js";
import type { Backend } from "../../project/index.js";
import type { PlannedApi } from "../api/planned-api.js";
import { connectorNeeds } from "./connector-needs.js";
import { functionNames } from "./function-names.js";

/**
 * Returns all functions and connectors of the project after the run. Null if b44-gen cannot know all of them: with an
 * incomplete registry, valid names would be errors.
 */
export function registriesOf(
  planned: readonly PlannedApi[],
  { own, backend }: { own: readonly { name: string }[]; backend: Backend },
): Registries | null {
  if (!backend.isComplete) return null;
  const functions = [...backend.functions.map(({ name }) => name), ...functionNames(planned, own)];
  const connectors = [...backend.connectors, ...connectorNeeds(planned)].map(({ type }) => type);
  return { functions: [...new Set(functions)].sort(), connectors: [...new Set(connectors)].sort() };
}
