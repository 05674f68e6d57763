import { isApiName } from "../api-name.js";
import type { Fault } from "./faults.js";

/** The valid names of own functions. The name becomes a folder, in which a dot would hide the function from Base44. */
const FUNCTION_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/**
 * Finds faults in the names under `apis`. Names that differ only in case would be the same file on Windows and macOS.
 */
export function apiNameFaults(names: string[]): Fault[] {
  const seen = new Map<string, string>();
  return names.flatMap((name): Fault[] => {
    const path = ["apis", name];
    if (!isApiName(name)) {
      const why = reason(name, "it must start with a letter or digit and contain only letters, digits, `-` and `_`");
      return [{ code: "B44-505", path, message: `\`${shown(name)}\` cannot be the name of an API: ${why}.` }];
    }
    const other = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), name);
    if (other === undefined) return [];
    const message = `The APIs \`${other}\` and \`${name}\` have names that differ only in upper and lower case.`;
    return [{ code: "B44-504", path, message, help: "Rename one of them." }];
  });
}

/**
 * Finds faults in the names under `functions`. In code `save-thing` is `saveThing`, so no two names may differ only in
 * such spelling. Two that differ only in case share a folder, which `folderFaults` reports.
 */
export function ownFunctionNameFaults(names: string[]): Fault[] {
  const seen = new Map<string, string>();
  return names.flatMap((name): Fault[] => {
    const folded = name.toLowerCase().replace(/[-_]/g, "");
    const other = seen.get(folded);
    seen.set(folded, name);
    if (FUNCTION_NAME.test(name)) {
      const isSame = other !== undefined && other.toLowerCase() !== name.toLowerCase();
      return isSame ? [sameFunction(other, name)] : [];
    }
    const why = reason(name, "it must start with a letter and contain only letters, digits, `-` and `_`");
    const message = `\`${shown(name)}\` cannot be the name of a function: ${why}.`;
    const help = "Use the name of a folder directly in the functions folder, for example `sendInvoice`.";
    return [{ code: "B44-504", path: ["functions", name], message, help }];
  });
}

function sameFunction(other: string, name: string): Fault {
  const message = `The functions \`${other}\` and \`${name}\` get the same name in code, which has neither \`-\` nor \`_\`.`;
  const help = "Rename one of them.";
  return { code: "B44-504", path: ["functions", name], message, help };
}

function reason(name: string, rule: string): string {
  return name.length > 64 ? "it has more than 64 characters" : rule;
}

function shown(name: string): string {
  return JSON.stringify(name).slice(1, -1);
}
