import type { Operation } from "../calls/index.js";
import { Attribution, errorsIn, type NewError, newErrors } from "../changes/index.js";
import type { Finding, Search } from "../search.js";
import { nodeAt } from "../source-place.js";

/**
 * The result types of raw calls that no longer match their operations: see `b44.custom-call.d.ts`. Those calls are
 * found separately.
 */
const UNFIT = /\b(NoSuchOperation|WrongArguments)</;

/** The type errors in the files of a search. */
interface TypeErrors {
  /** The errors that exist with the old generated code already. */
  old: ReadonlyMap<string, NewError>;
  /** The places of errors that only the new generated code causes, with the changes that cause each. */
  broken: Finding[];
}

/** Compares the type errors with the old and with the new generated code. */
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

/**
 * The explanation for a missing operation. The compiler's own message would name a type and suggest another operation.
 */
function whyAbsent({ api, id, name }: Operation): string | undefined {
  const after = api.after.get(id);
  if (after === undefined) return `${id} was removed.`;
  return after === name ? undefined : `${id} was renamed to ${after}.`;
}

/** A compiler message as a sentence, with file names relative to the app's folder. */
function sentence(summary: string, root: string): string {
  const text = summary.replaceAll(`${root}/`, "");
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
