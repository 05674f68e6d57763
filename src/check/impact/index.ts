import type { ts } from "ts-morph";
import type { Change } from "../diff/model.js";
import { isDeclarationFile, readAppFiles, slashed } from "./app-files.js";
import { AppPrograms } from "./app-programs.js";
import { brokenTypes } from "./broken-types.js";
import { compilerOptionsOf } from "./compiler-options.js";
import { filesToCheck } from "./import-graph.js";
import { lostResponses } from "./lost-responses.js";
import type { Impact, ImpactInput } from "./model.js";
import { brokenRawCalls } from "./raw-calls.js";
import { callsIn, type Finding, type Search, searchOf } from "./search.js";
import { placesOf } from "./source-place.js";
import { successOnly } from "./success-only.js";
import { untoldRequests } from "./untold-requests.js";
import { untypedResults } from "./untyped-results.js";
import { VersionTypes } from "./version-types.js";

export type { Impact, ImpactApi, ImpactInput, SourcePlace } from "./model.js";

/**
 * Finds the places in an app's own source that changes of specs break, in `.ts`, `.tsx`, `.js` and `.jsx`.
 *
 * The app is type-checked in memory with the generated code of the version before, and with that of the version after:
 * what the compiler finds fault with only then is broken. Code that never looks at `success` is checked once more with types
 * in which every call succeeds. Raw `custom.call`s are found by their slug and operation. Where values have no types,
 * nothing is made up: the calls are listed by themselves.
 *
 * Writes nothing, and throws nothing for code that does not compile: what was wrong before is left out.
 */
export async function findImpact(given: ImpactInput): Promise<Impact> {
  const input = inSlashes(given);
  const generated = new Set([...input.before.keys(), ...input.after.keys()]);
  const all = await readAppFiles(input.root, (path) => generated.has(path));
  const options = compilerOptionsOf(input.root);
  const checked = filesToCheck({ files: all, generated, options });
  if (checked.length === 0) return { places: [], calls: [] };

  const isChecked = new Set(checked);
  const files = new Map([...all].filter(([path]) => isChecked.has(path) || isDeclarationFile(path)));
  const programs = new AppPrograms({ root: input.root, options, files, generated });
  const search = ({ before, after }: Pick<ImpactInput, "before" | "after">) =>
    searchOf({ before: programs.with(before), after: programs.with(after) }, input, checked);
  const strict = resultsOf(search(input), { isStrict: true });
  const asIfSuccessful = () => search({ before: successOnly(input.before), after: successOnly(input.after) });
  const more = strict.isFaulty ? resultsOf(asIfSuccessful(), { isStrict: false }) : undefined;
  return {
    places: placesOf(input.root, [...strict.places, ...(more?.places ?? [])]),
    calls: placesOf(input.root, [...strict.calls, ...(more?.calls ?? [])]),
  };
}

/** What one search finds. */
interface Results {
  places: Finding[];
  calls: Finding[];
  /** True where the compiler finds fault with the app as it is. */
  isFaulty: boolean;
}

/** `isStrict` where failures are among the types: only then do they tell what is shown by types and what is not. */
function resultsOf(search: Search, { isStrict }: { isStrict: boolean }): Results {
  const calls = callsIn(search);
  const types = new VersionTypes(search);
  const { old, broken } = brokenTypes(search, types);
  const faults = new Set([...old.values()].map(({ file, start }) => `${file}:${start}`));
  const isAtFault = (node: ts.Node) => faults.has(`${node.getSourceFile().fileName}:${node.getStart()}`);
  const lost = lostResponses({ search, calls, types, isAtFault });
  const isFaulty = old.size > 0;
  if (!isStrict) return { places: broken, calls: lost, isFaulty };

  const untyped = untypedResults({ search, calls, types });
  const places = [...broken, ...brokenRawCalls({ search, calls, types }), ...untyped.places];
  const isBroken = (call: ts.Node, change: Change) => places.some((place) => isIn(place, call, change));
  const untold = untoldRequests({ search, calls, types, isBroken });
  return { places, calls: [...untold, ...untyped.calls, ...lost], isFaulty };
}

/** True of a place inside a call that a change breaks. */
function isIn({ node, changes }: Finding, call: ts.Node, change: Change): boolean {
  const isInside = call.pos <= node.pos && node.end <= call.end && call.getSourceFile() === node.getSourceFile();
  return isInside && changes.includes(change);
}

function inSlashes(input: ImpactInput): ImpactInput {
  const files = (given: ReadonlyMap<string, string>) =>
    new Map([...given].map(([path, text]) => [slashed(path), text]));
  const root = slashed(input.root).replace(/\/$/, "");
  return { ...input, root, before: files(input.before), after: files(input.after) };
}
