import type { Pair } from "./finding.js";

/** Numbers of these formats are among those of the second (OpenAPI Format Registry). */
const WIDER: Record<string, string> = { int32: "int64", float: "double" };

/** Compares `format`, and what `contentMediaType` and `contentEncoding` say of a text. */
export function compareFormat(pair: Pair): void {
  const { before, after, direction } = pair;
  const [was, is] = [before.format, after.format];
  if (was !== is) {
    if (was === undefined) pair.report(`${direction}-format-added`, `now has the format ${is}`);
    else if (is === undefined) pair.report(`${direction}-format-removed`, `no longer has the format ${was}`);
    else {
      const kind =
        WIDER[was] === is ? (`${direction}-format-widened` as const) : (`${direction}-format-changed` as const);
      pair.report(kind, `had the format ${was} and now has the format ${is}`);
    }
  }
  if (before.textContent !== after.textContent) {
    const says = `held ${before.textContent ?? "plain text"} and now holds ${after.textContent ?? "plain text"}`;
    pair.report(`${direction}-text-content-changed`, says);
  }
}
