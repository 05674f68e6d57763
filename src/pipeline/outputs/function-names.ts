import { functionFolderName } from "../../config/index.js";
import type { PlannedApi } from "../api/planned-api.js";

/** Returns the names of the functions that a run writes: those of APIs, then the app's own. */
export function functionNames(planned: readonly PlannedApi[], own: readonly { name: string }[]): string[] {
  const apis = planned.filter(({ plan }) => plan.backend).map(({ plan }) => functionFolderName(plan.api.name));
  return [...apis, ...own.map(({ name }) => name)];
}
