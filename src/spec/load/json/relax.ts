import { skipSpace, skipString } from "./scan.js";

/**
 * Returns the text with spaces in place of what JSON does not allow but people write: comments (`//` to the end of the
 * line, or up to an asterisk and slash) and a comma before a closing bracket. Offsets are unchanged.
 */
export function relaxJson(text: string): string {
  const blanks: [start: number, end: number][] = [];
  let comma: number | undefined;
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const char = text[at];
    const comment = commentEnd(text, at);
    if (comment !== undefined) {
      blanks.push([at, comment]);
      at = comment;
      continue;
    }
    if ((char === "}" || char === "]") && comma !== undefined) blanks.push([comma, comma + 1]);
    comma = char === "," ? at : undefined;
    at = char === '"' ? skipString(text, at) : at + 1;
  }
  return blanked(
    text,
    blanks.sort(([a], [b]) => a - b),
  );
}

/** Returns the end of the comment that begins at `at`; undefined if none does, as in `{ url: https://example.com }`. */
function commentEnd(text: string, at: number): number | undefined {
  if (text[at] !== "/" || !/[\s,{}[\]"]/.test(text[at - 1] ?? " ")) return undefined;
  if (text[at + 1] === "*") {
    const end = text.indexOf("*/", at + 2);
    return end < 0 ? text.length : end + 2;
  }
  if (text[at + 1] !== "/") return undefined;
  const lineBreak = /[\r\n]|$/g;
  lineBreak.lastIndex = at;
  return lineBreak.exec(text)?.index;
}

function blanked(text: string, ranges: [start: number, end: number][]): string {
  let result = "";
  let copied = 0;
  for (const [start, end] of ranges) {
    result += text.slice(copied, start) + text.slice(start, end).replace(/[^\r\n]/g, " ");
    copied = end;
  }
  return result + text.slice(copied);
}
