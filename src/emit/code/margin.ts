/** How far an editor indents what it shows as code, where a blank line is before it. */
const OF_CODE = 4;

/** What is further in than this is where it stood in the source that it is from. */
const OF_SOURCE = 8;

/**
 * The lines of a text without the margin that all but the first have, as texts do that are taken from the comments of a
 * program (`<summary>` in C#, docstrings). A block of code behind a blank line keeps its margin: it makes it one.
 */
export function withoutMargin(lines: readonly string[]): readonly string[] {
  const [first, second] = lines;
  if (first === undefined || second === undefined) return lines;
  const margin = sharedMargin(lines, second === "" ? OF_SOURCE : OF_CODE);
  return margin === 0 ? lines : [first.trimStart(), ...lines.slice(1).map((line) => line.slice(margin))];
}

/** How many blanks all lines but the first begin with, those apart that are empty; 0 where it is less than `least`. */
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
