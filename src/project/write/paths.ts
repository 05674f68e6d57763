import { Buffer } from "node:buffer";
import { foldCase } from "../../files/index.js";
import { LOCK_FILE } from "../lock/model.js";

/** Leaves room for the suffixes of temporary names: file systems allow 255 bytes. */
const LONGEST_NAME = 200;
const REFUSED_CHARACTER = /[<>:"|?*\p{Cc}\p{Cs}]/u;
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i;

/** Git's own folder, in all spellings that a file system may take for its name. */
const GIT = /^\p{Cf}*(?:\.\p{Cf}*g\p{Cf}*i\p{Cf}*t|git~\d)\p{Cf}*$/iu;

/** Names in the lock's folder that are b44-gen's own. */
export const JOURNAL_FILE = ".b44-gen.journal.json";
/** The file that records which process is writing. */
export const TURN_FILE = ".b44-gen.pid.lock";

/** Other paths are not folded: the first normalization in a process takes as long as reading a lock. */
const LIKE_OWN = /^\.?b44-gen\.[^/]+$/i;

/** The reason why a path cannot be written. */
interface PathProblem {
  /** `outside`: the path leads out of the folder. `name`: some system refuses a name in it. */
  kind: "outside" | "name";
  /** The end of a sentence that starts with the path. */
  reason: string;
}

/**
 * Finds out why a path cannot be in a plan; undefined if it can. It must be relative, with forward slashes, and every
 * name in it must be possible on Windows, macOS and Linux.
 */
export function pathProblem(path: string): PathProblem | undefined {
  if (path.startsWith("/") || /^[a-z]:/i.test(path)) return { kind: "outside", reason: "is absolute" };
  if (path.includes("\\")) return { kind: "name", reason: "contains a backslash" };
  const names = path.split("/");
  if (names[0] === "..") return { kind: "outside", reason: "leads out of the project" };
  if (names.includes("..")) return { kind: "outside", reason: "contains `..`" };
  if (LIKE_OWN.test(path) && [LOCK_FILE, JOURNAL_FILE, TURN_FILE].includes(foldCase(path))) {
    return { kind: "name", reason: "is a name that b44-gen itself uses" };
  }
  for (const name of names) {
    const reason = nameProblem(name);
    if (reason) return { kind: "name", reason };
  }
  return undefined;
}

/** Returns the folders on a path, nearest first: `a/b`, `a` for `a/b/c.ts`. */
export function foldersOf(path: string): string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, names.length - index).join("/"));
}

/** Sorts paths so that outer ones come before inner ones. */
export function outermostFirst(paths: readonly string[]): string[] {
  const depth = (path: string) => path.split("/").length;
  return [...paths].sort((one, other) => depth(one) - depth(other));
}

function nameProblem(name: string): string | undefined {
  if (name === "" || name === ".") return "contains an empty name or `.`";
  if (/[. ]$/.test(name)) return "has a name that ends in a dot or a space, which Windows removes";
  if (REFUSED_CHARACTER.test(name)) return "contains a character that Windows does not allow in names";
  if (DEVICE.test(name)) return `has the name “${name}”, which Windows reserves for a device`;
  // The lock may come with a repository, which can contain everything except this folder.
  if (GIT.test(name)) return "is in git's own folder";
  if (Buffer.byteLength(name) > LONGEST_NAME) return `has a name of more than ${LONGEST_NAME} bytes`;
  return undefined;
}
