import { type ConnectorChoice, checkConnection, connectionOf } from "../../connectors/index.js";
import type { KeyPath } from "../text/locate.js";
import { entriesAt } from "./entries.js";
import { dotted, type Fault } from "./faults.js";

/**
 * Faults of the connectors that APIs name (B44-320): a mistyped type, an ID where a type belongs or the other way
 * round, a metered connector that is named as a shared one. What is only doubtful, such as a type that nobody here
 * knows, is no fault of the config. `wrong` is what the schema objects to: an API whose `via` is among that is left
 * out.
 */
export function connectorFaults(config: unknown, wrong: readonly Fault[]): Fault[] {
  return entriesAt(config, "apis").flatMap(([name, api]): Fault[] => {
    const via = ["apis", name, "via"];
    if (wrong.some(({ path }) => startsWith(path, via))) return [];
    return entriesAt(api, "via").flatMap(([way, value]): Fault[] => {
      if (way !== "connector") return [];
      // The schema has no fault in it.
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
