import { type Position, SourceText } from "../../diagnostics/index.js";
import { appendPointer } from "../../json/index.js";
import { type Outline, type OutlineEntry, outlineOf } from "./outline.js";
import { scanSource } from "./tokens.js";

/** The path to a value in a config: keys and indices from the root. */
export type KeyPath = (string | number)[];

/** Converts a path to a JSON pointer (RFC 6901). */
export function pointerTo(path: KeyPath): string {
  return appendPointer("", ...path);
}

/** Finds keys of a config in its text. */
export interface KeyLocator {
  /**
   * Returns the position of the key that the path leads to, or of the nearest key above it that is in the text.
   * Undefined if the text has none of them, as in a config that code creates.
   */
  locate(path: KeyPath): Position | undefined;
  /** Returns the keys that occur twice in one object in the text. The last value of each counts. */
  repeated(): KeyPath[];
}

/** Prepares the text of a config for finding keys. With `json`, the whole text is one value, so positions are exact. */
export function keyLocator(text: string, options: { json: boolean }): KeyLocator {
  const outlines = outlineOf(scanSource(text).tokens);
  const objects = outlines.filter((outline) => outline.bracket === "{");
  const isConfig = (outline: Outline) => outline.entries.some((entry) => entry.name === "apis");
  const configs = options.json ? outlines.slice(0, 1) : objects.filter(isConfig);
  const roots = options.json ? configs : [...configs, ...objects.filter((outline) => !isConfig(outline))];

  const source = new SourceText(text);
  return {
    locate(path) {
      let best: { offset: number; depth: number } | undefined;
      for (const root of roots) {
        const found = follow(root, path);
        if (found && found.depth > (best?.depth ?? 0)) best = found;
      }
      if (best) return source.positionAt(best.offset);
      return options.json ? source.positionAt(roots[0]?.start ?? 0) : undefined;
    },
    repeated: () => configs.flatMap((config) => repeatedKeys(config, [])),
  };
}

function follow(root: Outline, path: KeyPath): { offset: number; depth: number } | undefined {
  let found: { offset: number; depth: number } | undefined;
  let outline: Outline | undefined = root;
  for (const [index, key] of path.entries()) {
    const entry: OutlineEntry | undefined = outline?.entries.findLast((candidate) => candidate.name === String(key));
    if (!entry) break;
    found = { offset: entry.start, depth: index + 1 };
    outline = entry.value;
  }
  return found;
}

function repeatedKeys(outline: Outline, path: KeyPath): KeyPath[] {
  const seen = new Set<string>();
  return outline.entries.flatMap((entry) => {
    const here = [...path, entry.name];
    const again = seen.has(entry.name);
    seen.add(entry.name);
    return [...(again ? [here] : []), ...(entry.value ? repeatedKeys(entry.value, here) : [])];
  });
}
