import picomatch from "picomatch";
import { isMethod } from "./methods.js";
import type { OperationEntry } from "./operations.js";

/** A selection pattern, ready to match. */
export interface Pattern {
  text: string;
  /** True for a pattern that names one operation: a missing or unusable one is then an error, not a warning. */
  names: boolean;
  /**
   * The id of the operation that the pattern names, where it does; else it matches those whose method is in another case.
   */
  id?: string;
  matches(entry: OperationEntry): boolean;
  /** True where it goes by paths; else nothing but an operation itself tells whether it takes it in. */
  ofPaths: boolean;
  /** True where the pattern takes an operation of this path in, whichever it may have. */
  takesPath(path: string): boolean;
}

/** Longer patterns are no path of anything, and more than picomatch takes. */
const LONGEST = 10_000;

/**
 * Reads a selection pattern: `get:/a/{b}` names an operation, `get:/repos/**` is a glob over the path (`*:/a` for every method; a
 * path may be empty), `tag:Name` takes a tag's operations, `id:operationId` names one by the spec's identifier. Undefined for
 * anything else.
 */
export function parsePattern(text: string): Pattern | undefined {
  const [, prefix, rest = ""] = /^([^:]+):(.*)$/s.exec(text) ?? [];
  if (prefix === undefined || text.length > LONGEST) return undefined;
  if (rest === "" && (prefix === "tag" || prefix === "id")) return undefined;
  const unknown = { ofPaths: false, takesPath: () => false };
  if (prefix === "tag") return { text, names: false, matches: ({ tags }) => tags.includes(rest), ...unknown };
  if (prefix === "id") return { text, names: true, matches: ({ operationId }) => operationId === rest, ...unknown };
  return /^(\*|[\w-]+)$/.test(prefix) ? pathPattern(text, prefix, rest) : undefined;
}

function pathPattern(text: string, method: string, path: string): Pattern {
  const lower = method.toLowerCase();
  const glob = path.includes("*") ? globMatcher(path) : () => false;
  const takesPath = (candidate: string) => candidate === path || glob(candidate);
  const matches = (entry: OperationEntry) =>
    (method === "*" || entry.method.toLowerCase() === lower) && takesPath(entry.path);
  const names = method !== "*" && !path.includes("*");
  return {
    text,
    names,
    matches,
    ofPaths: true,
    takesPath,
    ...(names ? { id: `${isMethod(lower) ? lower : method}:${path}` } : {}),
  };
}

/**
 * Only `*` and `**` are wild: braces, brackets, `?`, `!`, `+` and quotes are ordinary in paths. A path that lacks its
 * slash at the front is taken in as with it.
 */
function globMatcher(path: string): (path: string) => boolean {
  const glob = path.replace(/[?[\](){}!+@\\^$|"]/g, "\\$&");
  const matches = picomatch(glob, { dot: true, nobrace: true, noextglob: true, windows: false });
  return (candidate) => matches(candidate) || (!candidate.startsWith("/") && matches(`/${candidate}`));
}
