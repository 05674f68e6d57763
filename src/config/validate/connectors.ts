import { type ConnectorChoice, checkConnection, connectionOf } from "../../connectors/index.js";
import type { KeyPath } from "../text/locate.js";
import { entriesAt } from "./entries.js";
import { dotted, type Fault } from "./faults.js";

/**
 * Finds faults in the connectors that APIs use (B44-320): a mistyped type, an ID in the place of a type or the other
 * way round, a metered connector used as a shared one. A type that is only unknown is not a fault. An API whose `via`
 * has one of the schema's faults (`wrong`) is skipped.
 */
export function connectorFaults(config: unknown, wrong: readonly Fault[]): Fault[] {
  return entriesAt(config, "apis").flatMap(([name, api]): Fault[] => {
    const via = ["apis", name, "via"];
    if (wrong.some(({ path }) => startsWith(path, via))) return [];
    return entriesAt(api, "via").flatMap(([way, value]): Fault[] => {
      if (way !== "connector") return [];
      // The schema found no fault in it.
      const connector = value as ConnectorChoice;
      const errors = checkConnection(connectionOf(connector)).filter(({ severity }) => severity === "error");
      return errors.map(({ problem, help }) => {
        const path = [...via, "connector", ...(typeof connector === "string" ? [] : Object.keys(connector))];
        return { code: "B44-320", path, message: `\`${dotted(path)}\`: ${problem}`, help };
      });
    });
  });
}

function startsWith(path: KeyPath, start: KeyPath): boolean {
  return start.every((key, index) => path[index] === key);
}
