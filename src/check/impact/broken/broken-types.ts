import type { Operation } from "../calls/index.js";
import { Attribution, errorsIn, type NewError, newErrors } from "../changes/index.js";
import type { Finding, Search } from "../search.js";
import { nodeAt } from "../source-place.js";

/** What raw calls that no longer fit resolve to: see `b44.custom-call.d.ts`. They are found by themselves. */
const UNFIT = /\b(NoSuchOperation|WrongArguments)</;

/** What the compiler says of the files of a search. */
interface TypeErrors {
  /** Those that the code before has already. */
  old: ReadonlyMap<string, NewError>;
  /** What only the code after has: broken places, with the changes that each comes from. */
  broken: Finding[];
}

/** Compares what the compiler says with the code before and with the code after. */
export function brokenTypes(search: Search): TypeErrors {
  const old = errorsIn(search.before, search.files);
  const fresh = newErrors(old, errorsIn(search.after, search.files)).filter(({ message }) => !UNFIT.test(message));
  const attribution = new Attribution(search);
  const broken = fresh.flatMap((error) => {
    const file = search.before.getSourceFile(error.file);
    if (!file) return [];
    const node = nodeAt(file, error);
    const absent = attribution.absentOperation(error, node);
    const why = (absent && whyAbsent(absent)) ?? sentence(error.summary, search.root);
    return [{ node, changes: attribution.changesOf(error, node), why }];
  });
  return { old, broken };
}

/** The compiler would name the type that lacks it, and suggest another operation. */
function whyAbsent({ api, id, name }: Operation): string | undefined {
  const after = api.after.get(id);
  if (after === undefined) return `${id} was removed.`;
  return after === name ? undefined : `${id} was renamed to ${after}.`;
}

/** A message as a sentence, in which files are named from the app's folder. */
function sentence(summary: string, root: string): string {
  const text = summary.replaceAll(`${root}/`, "");
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
