import { withoutMargin } from "./margin.js";
import { readable, TAG_START } from "./readable.js";

/** The maximum length of a spec's text in a comment, in UTF-16 units. Longer texts are cut and end with `...`. */
const LONGEST = 4000;

/** Matches printable ASCII without the characters that occur in every harmful sequence. Most lines match. */
const PLAIN = /^[ !"$-)+-;=-?A-~]*$/;

/** Like `PLAIN`, also without the characters that start character references and mentions. */
const WITHOUT_REFERENCE = /^[ !"$%'()+-;=-?A-~]*$/;

/** Matches printable ASCII. */
const ASCII = /^[ -~]*$/;

/**
 * ASCII replacements for punctuation outside Latin-1. A single character outside Latin-1 makes engines store the whole
 * file with two bytes per character, which costs a compiler 5 percent; and editors warn about some of these characters.
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
 * Makes a line harmless inside a block comment: no end of comment, no control or direction characters, nothing that
 * reads as a `@ts-` directive or a triple-slash reference, and no markup that ends or opens a script or style around
 * inlined code.
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

/** Returns the lines of a spec's text, each harmless in a comment, without leading and trailing blank lines. */
export function commentLines(text: string): string[] {
  return linesOf(shortened(text));
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const start = text.slice(0, LONGEST);
  // Close an open code block: otherwise the text that follows would become code too.
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

/** Matches a JSDoc tag. The text after it is usually a value of the API and keeps its characters. */
const TAG = /^@(?:default|deprecated|example|param|throws)\b/;

/** Replaces punctuation outside Latin-1 with ASCII. */
function plainlyPunctuated(text: string): string {
  return text.replace(/[\u2013\u2014\u2018\u2019\u201c\u201d\u2026]/g, (character) => PUNCTUATION[character] ?? "");
}

/**
 * Returns a JSDoc comment of the given paragraphs and tags (an empty string is a blank line), indented by `indent`
 * spaces and followed by a line break. A single line stays on one line. Returns an empty string if all parts are blank.
 */
export function docComment(parts: readonly string[], indent = 0): string {
  const margin = " ".repeat(indent);
  const [first = ""] = parts;
  // The usual case.
  if (parts.length === 1 && isPlainLine(first)) return `${margin}/** ${first.trimEnd()} */\n`;
  const lines = withoutOuterBlanks(parts.flatMap(linesOfPart));
  if (lines.length === 0) return "";
  if (lines.length === 1) return `${margin}/** ${lines[0]} */\n`;
  const body = lines.map((line) => (line === "" ? `${margin} *` : `${margin} * ${line}`));
  return `${margin}/**\n${body.join("\n")}\n${margin} */\n`;
}

/** True for a text that can be printed unchanged on one line. */
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
