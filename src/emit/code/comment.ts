import { withoutMargin } from "./margin.js";
import { readable, TAG_START } from "./readable.js";

/** The longest text of a spec that a comment repeats, in UTF-16 units. Longer texts end with `...`. */
const LONGEST = 4000;

/** Printable ASCII without the characters that all harmful sequences contain. Most lines match. */
const PLAIN = /^[ !"$-)+-;=-?A-~]*$/;

/** The same without the characters that start character references and mentions. */
const WITHOUT_REFERENCE = /^[ !"$%'()+-;=-?A-~]*$/;

/** Printable ASCII. */
const ASCII = /^[ -~]*$/;

/**
 * Punctuation outside Latin-1, and its ASCII replacement. If one character of a file is outside Latin-1, engines store
 * the whole file with two bytes per character, which costs a compiler 5 percent; and editors warn about some of these
 * characters.
 */
const PUNCTUATION: Record<string, string> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u2013": "-",
  "\u2014": "-",
  "\u2026": "...",
};

/**
 * Text that is harmless inside a block comment: no end of comment, no control or direction characters, no line
 * that would read as a `@ts-` directive or a triple-slash reference, and no markup that would end or open a script or
 * style around inlined code.
 */
function harmless(line: string): string {
  if (PLAIN.test(line)) return line.trimEnd();
  return (ASCII.test(line) ? line : visible(line))
    .replaceAll("*/", "*\\/")
    .replaceAll("/*", "/\\*")
    .replace(/<(?=\/?(?:script|style)|!--)/gi, "<\\")
    .replace(
      /@(?=ts-|jsx|license|preserve|flow|babel|vite-ignore|vitest|jest|__|format|prettier|noformat|noprettier|cc_on)/gi,
      "@ ",
    )
    .replace(/#(?=__|\s*source(?:Mapping)?URL)/gi, "# -")
    .trimEnd();
}

function visible(line: string): string {
  return line.replace(/\t/g, "  ").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu, "");
}

const OTHER_BREAK = /[\r\u0085\u2028\u2029]/;

/** The lines of a text from a spec, each harmless in a comment. Leading and trailing blank lines are dropped. */
export function commentLines(text: string): string[] {
  return linesOf(shortened(text));
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const start = text.slice(0, LONGEST);
  // In a block of code that is not closed, what is said behind the text would be code too.
  const fences = start.match(/^[ \t]*```/gm) ?? [];
  const open = fences.length % 2 === 1 ? `\n${fences.at(-1)}` : "";
  return `${start}...${open}`;
}

function linesOf(cut: string): string[] {
  const lines = OTHER_BREAK.test(cut) ? cut.split(/\r\n|[\n\r\u0085\u2028\u2029]/) : cut.split("\n");
  return withoutOuterBlanks(lines.map(harmless));
}

function withoutOuterBlanks(lines: string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return first < 0 ? [] : lines.slice(first, last + 1);
}

/** A JSDoc tag. The text after it is usually a value of the API and keeps its characters. */
const TAG = /^@(?:default|deprecated|example|param|throws)\b/;

/** Replaces punctuation outside Latin-1 with ASCII. */
function plainlyPunctuated(text: string): string {
  return text.replace(/[\u2013\u2014\u2018\u2019\u201c\u201d\u2026]/g, (character) => PUNCTUATION[character] ?? "");
}

/**
 * A JSDoc comment of several paragraphs or tags, one array item each (an empty one is a blank line), indented by
 * `indent` spaces and closed by a line break; nothing at all where all are blank. A single line stays on one line.
 */
export function docComment(parts: readonly string[], indent = 0): string {
  const margin = " ".repeat(indent);
  const [first = ""] = parts;
  // Most comments are so.
  if (parts.length === 1 && isPlainLine(first)) return `${margin}/** ${first.trimEnd()} */\n`;
  const lines = withoutOuterBlanks(parts.flatMap(linesOfPart));
  if (lines.length === 0) return "";
  if (lines.length === 1) return `${margin}/** ${lines[0]} */\n`;
  const body = lines.map((line) => (line === "" ? `${margin} *` : `${margin} * ${line}`));
  return `${margin}/**\n${body.join("\n")}\n${margin} */\n`;
}

/** True for a text that is printed unchanged, on one line. */
function isPlainLine(text: string): boolean {
  return WITHOUT_REFERENCE.test(text) && text.length <= LONGEST && !text.includes("](") && text.trim() !== "";
}

function linesOfPart(part: string): readonly string[] {
  if (part === "") return [""];
  if (isPlainLine(part)) return [part.trimEnd()];
  const text = shortened(part);
  return withoutMargin(linesOf(TAG.test(part) ? withOneTag(text) : plainlyPunctuated(readable(text))));
}

/** Puts the value of a tag in backticks if JSDoc would find another tag in it: `@example @actions/core`. */
function withOneTag(text: string): string {
  const [tag = "", value = ""] = text.split(/ (.*)/s);
  return TAG_START.test(value) && !value.includes("`") ? `${tag} \`${value}\`` : text;
}
