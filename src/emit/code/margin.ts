/** Markdown shows a line as code if it is indented by at least this much and follows a blank line. */
const OF_CODE = 4;

/** Text that is indented by at least this much was copied with the indentation of its source code. */
const OF_SOURCE = 8;

/**
 * The lines of a text without the indentation that all lines except the first share, as in texts copied from comments
 * (`<summary>` in C#, docstrings). A code block after a blank line keeps its indentation, which makes it a code block.
 */
export function withoutMargin(lines: readonly string[]): readonly string[] {
  const [first, second] = lines;
  if (first === undefined || second === undefined) return lines;
  const margin = sharedMargin(lines, second === "" ? OF_SOURCE : OF_CODE);
  return margin === 0 ? lines : [first.trimStart(), ...lines.slice(1).map((line) => line.slice(margin))];
}

/** The number of spaces that all lines except the first and empty ones start with; 0 if it is less than `least`. */
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
