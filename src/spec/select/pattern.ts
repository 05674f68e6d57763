import picomatch from "picomatch";
import { fail } from "../../diagnostics/index.js";
import type { OperationEntry } from "./operations.js";

/** A selection pattern, ready to match. */
export interface Pattern {
  text: string;
  /** True for a pattern that names one operation: a missing or unusable one is then an error, not a warning. */
  names: boolean;
  matches(entry: OperationEntry): boolean;
}

/**
 * Reads a selection pattern: `get:/a/{b}` names an operation, `get:/repos/**` is a glob over `method:path` (`*:/a`
 * for every method), `tag:Name` takes a tag's operations, `id:operationId` names one by the spec's own identifier.
 * Throws B44-205 on anything else.
 */
export function parsePattern(text: string): Pattern {
  if (text.startsWith("tag:")) {
    const tag = text.slice("tag:".length);
    return { text, names: false, matches: (entry) => entry.tags.includes(tag) };
  }
  if (text.startsWith("id:")) {
    const id = text.slice("id:".length);
    return { text, names: true, matches: (entry) => entry.operationId === id };
  }
  const colon = text.indexOf(":");
  const method = text.slice(0, colon).toLowerCase();
  const path = text.slice(colon + 1);
  if (colon < 1 || !/^(\*|[a-z]+)$/.test(method) || path === "") {
    fail("B44-205", { message: `The selection pattern ${JSON.stringify(text)} is not understood.` });
  }
  return pathPattern(text, method, path);
}

function pathPattern(text: string, method: string, path: string): Pattern {
  const isGlob = method === "*" || path.includes("*");
  if (!isGlob) return { text, names: true, matches: (entry) => entry.method === method && entry.path === path };
  const glob = picomatch(escapeGlob(path), { dot: true, nobrace: true, noextglob: true });
  return {
    text,
    names: false,
    matches: (entry) => (method === "*" || entry.method === method) && (entry.path === path || glob(entry.path)),
  };
}

/** Only `*` and `**` are wild: braces, brackets, `?`, `!` and `+` are ordinary in paths. */
function escapeGlob(path: string): string {
  return path.replace(/[?[\](){}!+@\\^$|]/g, "\\$&");
}
