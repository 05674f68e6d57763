import type { Pair } from "./finding.js";
import type { View } from "./side/index.js";

/** Number formats, and the wider formats that contain all their values (OpenAPI Format Registry). */
const WIDER = new Map([
  ["int32", ["int64", "double"]],
  ["float", ["double"]],
]);

/**
 * Formats of OpenAPI 3.0 that correspond to `contentEncoding` and `contentMediaType` in 3.1 (3.1.1, section 4.8.24.7).
 */
const CONTENT = new Map([
  ["byte", "base64"],
  ["base64url", "base64url"],
  ["binary", "application/octet-stream"],
]);

/** Compares `format`, `contentMediaType` and `contentEncoding`. */
export function compareFormat(pair: Pair): void {
  const { before, after } = pair;
  const [was, is] = [before.format, after.format];
  if (was !== is && contentOf(before) !== undefined && contentOf(before) === contentOf(after)) return;
  if (was !== is) {
    if (was === undefined) pair.report("format-added", `now has the format ${is}`);
    else if (is === undefined) pair.report("format-removed", `no longer has the format ${was}`);
    else {
      pair.report(`format-${changeOf(was, is)}`, `had the format ${was} and now has the format ${is}`);
    }
  }
  if (before.textContent !== after.textContent) {
    const predicate = `contained ${before.textContent ?? "plain text"} and now contains ${after.textContent ?? "plain text"}`;
    pair.report("text-content-changed", predicate);
  }
}

function changeOf(was: string, is: string): "widened" | "narrowed" | "changed" {
  if (WIDER.get(was)?.includes(is)) return "widened";
  return WIDER.get(is)?.includes(was) ? "narrowed" : "changed";
}

function contentOf({ format = "", textContent }: View): string | undefined {
  return textContent ?? CONTENT.get(format);
}
