/** Markdown shows a line as code if it has at least this much indentation and follows a blank line. */
const OF_CODE = 4;

/** Text with at least this much indentation was copied with the indentation of its source code. */
const OF_SOURCE = 8;

/**
 * Removes the indentation that all lines except the first share, as in texts copied from comments (`<summary>` in C#,
 * docstrings). A code block after a blank line keeps the indentation that makes it one.
 */
export function withoutMargin(lines: readonly string[]): readonly string[] {
  const [first, second] = lines;
  if (first === undefined || second === undefined) return lines;
  const margin = sharedMargin(lines, second === "" ? OF_SOURCE : OF_CODE);
  return margin === 0 ? lines : [first.trimStart(), ...lines.slice(1).map((line) => line.slice(margin))];
}

/** The number of leading spaces that all lines share, except the first and empty ones; 0 if it is less than `least`. */
function sharedMargin(lines: readonly string[], least: number): number {
  let margin = Number.POSITIVE_INFINITY;
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] as string;
    if (line === "") continue;
    margin = Math.min(margin, line.length - line.trimStart().length);
    if (margin < least) return 0;
  }
  return margin === Number.POSITIVE_INFINITY ? 0 : margin;
}
