import picomatch from "picomatch";
import { isMethod } from "./methods.js";
import type { OperationEntry } from "./operations.js";

/** A selection pattern, ready to match. */
export interface Pattern {
  text: string;
  /** True for a pattern that names one operation: if that is missing or cannot be called, it is an error, not a warning. */
  names: boolean;
  /**
   * The id of the operation that the pattern names. If no operation has it, the pattern may still match one by `matches`.
   */
  id?: string;
  matches(entry: OperationEntry): boolean;
  /** True if it matches by path; otherwise only the operation itself shows whether it matches. */
  ofPaths: boolean;
  /** True if the pattern matches some operation of this path. */
  takesPath(path: string): boolean;
}

/** Longer patterns are not valid: picomatch refuses them. */
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
 * Only `*` and `**` are wildcards: braces, brackets, `?`, `!`, `+` and quotes are ordinary characters of paths. A path without a slash at
 * its start matches as if it had one.
 */
function globMatcher(path: string): (path: string) => boolean {
  const glob = path.replace(/[?[\](){}!+@\\^$|"]/g, "\\$&");
  const matches = picomatch(glob, { dot: true, nobrace: true, noextglob: true, windows: false });
  return (candidate) => matches(candidate) || (!candidate.startsWith("/") && matches(`/${candidate}`));
}
