import { withForwardSlashes } from "../../files/index.js";
import { readAppFiles } from "./app/index.js";
import type { Impact, ImpactInput } from "./model.js";

/**
 * Finds the places in an app's own TypeScript and JavaScript source that changes of specs break.
 *
 * The app is type-checked in memory, with the old and with the new generated code: code with errors only in the second
 * is broken. Code that never checks `success` is checked again with types in which every call succeeds. Raw
 * `custom.call`s are found by slug and operation. If values have no types, nothing is inferred: the calls are listed
 * separately.
 *
 * Writes nothing. Code that does not compile is not an error; its existing type errors are ignored. Rejects if a file
 * of the app cannot be read.
 */
export async function findImpact(given: ImpactInput): Promise<Impact> {
  const input = inSlashes(given);
  const files = await readAppFiles(input.root, (path) => input.before.has(path));
  if (files.size === 0) return { places: [], calls: [] };
  // ts-morph takes half a second to load.
  const { searchApp } = await import("./app-search.js");
  return searchApp(input, files);
}

function inSlashes(input: ImpactInput): ImpactInput {
  const files = (given: ReadonlyMap<string, string>) =>
    new Map([...given].map(([path, text]) => [withForwardSlashes(path), text]));
  const root = withForwardSlashes(input.root).replace(/\/$/, "");
  return { ...input, root, before: files(input.before), after: async () => files(await input.after()) };
}
