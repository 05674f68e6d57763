import type { Position } from "../../../diagnostics/index.js";

/** The explanation of a misplaced or missing colon, as in a `YamlFault`. */
interface ColonFault {
  reason: string;
  place: Position;
  help: string;
}

/** A key with its colon, and the beginning of an unquoted string (YAML 1.2.2, section 7.3.3). */
const KEY_AND_TEXT = /^\s*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s"'#:[\]{},]\S*?): +[^\s"'#[\]{}|>&*!]/;

/** A colon that ends a key. */
const COLON = /:(?:\s|$)/;

/** A line with a key and no value. Its comment may contain line separators. */
const ENDS_IN_COLON = /:\s*(?:\s#.*)?$/s;

const IS_TEXT = /^bad indentation of a mapping entry/;
const NO_COLON = /multiline key may not be an implicit key|a colon is missed/;

/**
 * Explains a fault reported by js-yaml that is caused by a colon: one in an unquoted string, which turns the text
 * before it into a key, or a missing one. Undefined for any other fault.
 * @param mark the position at which js-yaml gave up, counted from 0
 */
export function explainColon(reason: string, mark: Position, text: string): ColonFault | undefined {
  const lines = text.split(/\r?\n/);
  if (NO_COLON.test(reason)) return withoutColon(lines, keyBefore(lines, mark.line + 1, 2));
  const line = lines[mark.line] ?? "";
  if (!IS_TEXT.test(reason) || line.charAt(mark.column) !== ":") return undefined;
  if (KEY_AND_TEXT.test(line.slice(0, mark.column))) return inText(mark);
  const key = keyBefore(lines, mark.line, 1);
  if (key === undefined) return undefined;
  const above = lines.findLastIndex((other, at) => at < key && COLON.test(other));
  return above < 0 || ENDS_IN_COLON.test(lines[above] ?? "") ? withoutColon(lines, key) : inText(mark);
}

function inText({ line, column }: Position): ColonFault {
  return {
    reason: "an unquoted string contains a colon followed by a space, which marks a key",
    place: { line: line + 1, column: column + 1 },
    help: 'Put the string in quotes, for example summary: "Read a batch: contacts".',
  };
}

function withoutColon(lines: readonly string[], at: number | undefined): ColonFault | undefined {
  if (at === undefined) return undefined;
  const line = lines[at] ?? "";
  const what = /^[^\s:]+:[^\s:/]/.test(line.trimStart())
    ? "a space after the colon of the key"
    : "a colon after the key";
  return {
    reason: `${what} that starts here is missing`,
    place: { line: at + 1, column: line.search(/\S/) + 1 },
    help: "Write a colon and a space between a key and its value.",
  };
}

/**
 * Returns the nearest line without a key, among the last few lines with content before a line. @param most the number
 * of lines to search
 */
function keyBefore(lines: readonly string[], before: number, most: number): number | undefined {
  const near = lines.flatMap((line, at) => (at < before && /^\s*[^\s#]/.test(line) ? [at] : [])).slice(-most);
  return near.findLast((at) => !COLON.test(lines[at] ?? ""));
}
