import { isObject, memberOf } from "../../json/index.js";
import { entriesAt } from "./entries.js";
import type { Fault } from "./faults.js";

/**
 * Returns the fault of a config that has neither an API nor an own function. None if one of the two keys already has a
 * fault, or is probably mistyped.
 */
export function emptyFaults(config: unknown, faults: readonly Fault[]): Fault[] {
  if (!isObject(config)) return [];
  if (entriesAt(config, "apis").length > 0 || entriesAt(config, "functions").length > 0) return [];
  const said = faults.flatMap(({ path, meant }) => [path, meant ?? []]).filter((path) => path.length === 1);
  if (said.some(([key]) => key === "apis" || key === "functions")) return [];
  const isMissing = memberOf(config, "apis") === undefined;
  const message = isMissing
    ? "`apis` is missing: it must be an object of APIs by name."
    : "`apis` is empty: add an API, or a function under `functions`.";
  return [{ code: "B44-504", path: ["apis"], message }];
}
