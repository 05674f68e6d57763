import type { ts } from "ts-morph";
import { isDeclarationFile } from "../app-sources.js";
import type { Change } from "../diff/index.js";
import { AppPrograms, compilerOptionsOf, filesToCheck } from "./app/index.js";
import { brokenRawCalls, brokenTypes, lostResponses, uncheckedRequests, untypedResults } from "./broken/index.js";
import type { Impact, ImpactInput } from "./model.js";
import { callsIn, type Finding, type Search, searchOf } from "./search.js";
import { placesOf } from "./source-place.js";
import { anyArguments, successOnly } from "./types/index.js";

/**
 * Finds what {@link findImpact} reports in these files of the app. Requests the generated code of the new version only
 * if one of the files uses the existing generated code.
 *
 * @param input all paths have forward slashes
 * @param all the text of the app's own files by absolute path
 */
export async function searchApp(input: ImpactInput, all: ReadonlyMap<string, string>): Promise<Impact> {
  const options = compilerOptionsOf(input.root);
  const checked = filesToCheck({ files: all, generated: input.before, options });
  if (checked.length === 0) return { places: [], calls: [] };

  const versions: Versions = { before: input.before, after: await input.after() };
  const isChecked = new Set(checked);
  const files = new Map([...all].filter(([path]) => isChecked.has(path) || isDeclarationFile(path)));
  const generated = new Set([...versions.before.keys(), ...versions.after.keys()]);
  const programs = new AppPrograms({ root: input.root, options, files, generated });
  const search = ({ before, after }: Versions) =>
    searchOf({ before: programs.with(before), after: programs.with(after) }, input, checked);
  const strict = resultsOf(search(versions), { isStrict: true });
  const anyGiven = { before: anyArguments(versions.before), after: anyArguments(versions.after) };
  const hidden = strict.hasUnfit ? brokenTypes(search(anyGiven)).broken : [];
  const asIfSuccessful = () => search({ before: successOnly(anyGiven.before), after: successOnly(anyGiven.after) });
  const more = strict.isFaulty ? resultsOf(asIfSuccessful(), { isStrict: false }) : undefined;
  return {
    places: placesOf(input.root, [...strict.places, ...hidden, ...(more?.places ?? [])]),
    calls: placesOf(input.root, [...strict.calls, ...(more?.calls ?? [])]),
  };
}

/** The generated code of both versions, as in {@link ImpactInput}. */
interface Versions {
  before: ReadonlyMap<string, string>;
  after: ReadonlyMap<string, string>;
}

/** The results of one search. */
interface Results {
  places: Finding[];
  calls: Finding[];
  /** True if some raw calls no longer match their operations, so that the types of their results are unknown. */
  hasUnfit: boolean;
  /** True if the app already has type errors. */
  isFaulty: boolean;
}

/**
 * @param options `isStrict` is true if the types include failures. Only then do they show which changes the compiler
 *   detects.
 */
function resultsOf(search: Search, { isStrict }: { isStrict: boolean }): Results {
  const calls = callsIn(search);
  const { old, broken } = brokenTypes(search);
  const faults = new Set([...old.values()].map(({ file, start }) => `${file}:${start}`));
  const isAtFault = (node: ts.Node) => faults.has(`${node.getSourceFile().fileName}:${node.getStart()}`);
  const lost = lostResponses(search, { calls, isAtFault });
  const isFaulty = old.size > 0;
  if (!isStrict) return { places: broken, calls: lost, hasUnfit: false, isFaulty };

  const untyped = untypedResults(search, calls);
  const raw = brokenRawCalls(search, calls);
  const places = [...broken, ...raw, ...untyped.places];
  const isBroken = (call: ts.Node, change: Change) => places.some((place) => isIn(place, call, change));
  const unchecked = uncheckedRequests(search, { calls, isBroken });
  return { places, calls: [...unchecked, ...untyped.calls, ...lost], hasUnfit: raw.length > 0, isFaulty };
}

/** True if a place is inside a call that a change breaks. */
function isIn({ node, changes }: Finding, call: ts.Node, change: Change): boolean {
  const isInside = call.pos <= node.pos && node.end <= call.end && call.getSourceFile() === node.getSourceFile();
  return isInside && changes.includes(change);
}
