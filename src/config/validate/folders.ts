import { isObject, memberOf } from "../../json/index.js";
import { functionFolderName } from "../function-folder.js";
import type { KeyPath } from "../text/locate.js";
import { entriesAt } from "./entries.js";
import type { Fault } from "./faults.js";

/** A function in the config: one through which an API is called, or an own function. */
interface NamedFunction {
  path: KeyPath;
  /** Its name in messages, after “the”. */
  title: string;
  name: string;
  folder: string;
}

/**
 * Finds functions, of APIs or own, that would share a folder. Ignores case, because Windows and macOS do. Reports the
 * fault for the second function.
 */
export function folderFaults(config: unknown): Fault[] {
  const seen = new Map<string, NamedFunction>();
  return [...functionsOfApis(config), ...ownFunctions(config)].flatMap((each): Fault[] => {
    const folder = each.folder.toLowerCase();
    const other = seen.get(folder);
    if (!other) seen.set(folder, each);
    if (!other || isSameApi(each, other)) return [];
    const message = `The ${other.title} and the ${each.title} use the same function folder, \`${other.folder}\`.`;
    const help = "Rename one of them: an API's function has the API's name in kebab case.";
    return [{ code: "B44-504", path: each.path, message, help }];
  });
}

function functionsOfApis(config: unknown): NamedFunction[] {
  return entriesAt(config, "apis").flatMap(([name, api]): NamedFunction[] => {
    if (!isObject(memberOf(api, "via"))) return [];
    return [{ path: ["apis", name], title: `API \`${name}\``, name, folder: functionFolderName(name) }];
  });
}

function ownFunctions(config: unknown): NamedFunction[] {
  return entriesAt(config, "functions").map(([name]) => {
    return { path: ["functions", name], title: `function \`${name}\``, name, folder: name };
  });
}

/** Whether two functions belong to APIs whose names differ only in case, which is already reported. */
function isSameApi(one: NamedFunction, other: NamedFunction): boolean {
  const apis = one.path[0] === "apis" && other.path[0] === "apis";
  return apis && one.name.toLowerCase() === other.name.toLowerCase();
}
