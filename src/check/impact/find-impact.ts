import { withForwardSlashes } from "../../files/index.js";
import { readAppFiles } from "./app/index.js";
import type { Impact, ImpactInput } from "./model.js";

/**
 * Finds the places in an app's own source that changes of specs break, in TypeScript and JavaScript of every kind.
 *
 * The app is type-checked in memory with the generated code of the version before, and with that of the version after:
 * what the compiler finds fault with only then is broken. Code that never looks at `success` is checked once more with
 * types in which every call succeeds. Raw `custom.call`s are found by their slug and operation. Where values have no types,
 * nothing is made up: the calls are listed by themselves.
 *
 * Writes nothing, and throws nothing for code that does not compile: what was wrong before is left out. Rejects
 * where a file of the app cannot be read.
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
