import type { Scene } from "./scene.js";
import type { Tree } from "./tree.js";

/** How far a run had come when it was killed, by what it left. */
export type Phase =
  | "before its turn"
  | "planning"
  | "staging"
  | "before the first step"
  | "between the steps"
  | "tidying"
  | "ended";

const JOURNAL = ".b44-gen.journal.json";
const TURN = /^\.b44-gen\.pid\.lock/;
const SPARE = /(^|\/)\.[^/]+\.[0-9a-f]{12}\.b44(tmp|bak)$/;

/** Whether a path is one of b44-gen's own, for the time of a run. */
export function isTemporary(path: string): boolean {
  return path === JOURNAL || TURN.test(path) || SPARE.test(path);
}

/** Where a tree is neither of version 1 nor of version 2, file by file. Temporary files may be there, empty folders too. */
export function tornFiles(tree: Tree, { old, next }: Scene): string[] {
  const paths = new Set([...Object.keys(tree), ...Object.keys(old), ...Object.keys(next)]);
  const torn = [...paths].filter((path) => {
    if (path.endsWith("/") || isTemporary(path) || isInput(path)) return false;
    return tree[path] !== old[path] && tree[path] !== next[path];
  });
  return torn.sort();
}

function isInput(path: string): boolean {
  return path.startsWith("specs/") || path === "b44-gen.config.json";
}

/** Reads the phase off a tree that a run from version 1 to version 2 left. */
export function phaseOf(tree: Tree, { old, next, changed }: Scene): Phase {
  const done = changed.filter((path) => tree[path] === next[path]).length;
  const paths = Object.keys(tree);
  const journal = tree[JOURNAL];
  if (journal === undefined) {
    if (done === changed.length && !paths.some(isTemporary)) return "ended";
    if (done === changed.length) return "tidying";
    if (paths.some((path) => SPARE.test(path))) return "staging";
    return paths.some((path) => TURN.test(path)) ? "planning" : "before its turn";
  }
  if (JSON.parse(journal).staging === true) return "staging";
  if (done === changed.length) return "tidying";
  return changed.some((path) => tree[path] !== old[path]) ? "between the steps" : "before the first step";
}
