import { join, resolve } from "node:path";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { shownPath } from "../../files/index.js";
import type { Backend } from "../../project/index.js";
import type { PlannedApi } from "../api/planned-api.js";
import { functionNames } from "./function-names.js";

/** The number of functions from which b44-gen warns. An app can have 50. */
const MANY_FUNCTIONS = 45;

/**
 * Reports problems of the project's functions after the run: a name that another function already has (B44-613, an
 * error), and almost as many functions as an app can have (B44-321).
 */
export function functionNotes(
  planned: readonly PlannedApi[],
  { own, backend }: { own: readonly { name: string }[]; backend: Backend },
): Diagnostic[] {
  const names = functionNames(planned, own);
  const taken = names.flatMap((name) => {
    const other = backend.functions.find((item) => item.name === name);
    if (!other || resolve(other.folder) === join(backend.functionsDir, name)) return [];
    const file = shownPath(other.entry);
    const message = `The function in ${file} already has the name ${name}, from its function.jsonc. Nothing was written.`;
    return [diagnostic("B44-613", { message, location: { file } })];
  });
  const count = new Set([...backend.functions.map(({ name }) => name), ...names]).size;
  if (count < MANY_FUNCTIONS) return taken;
  return [...taken, diagnostic("B44-321", { message: `The app now has ${count} functions.` })];
}
