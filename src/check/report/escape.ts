import { visible } from "../../diagnostics/index.js";

/** The maximum length of text from a spec in a report, in UTF-16 code units. */
const LONGEST = 600;

/** A zero-width space. Inserted after a character, it keeps code hosts from recognising a reference. */
const BREAK = "&#8203;";

/**
 * Characters with a meaning in Markdown or HTML, or to the code host that renders it: anywhere, in a web address, in a
 * reference to an issue, or at the start of a line.
 */
const SIGNS = /[&<>\\`*_{}[\]|~$^@#!%]|:(?=\/\/)|(?<=\bwww)\.|(?<=\bGH)-(?=\d)|^[-+=]|(?<=^\d+)[.)]/gi;

/**
 * Characters that begin a reference (`@name`, `#12`, `!12`, `~label`) in text that the code host has already rendered.
 */
const REFERS = /[@#!%~$&^:-]/;

/**
 * Escapes untrusted text for Markdown. It cannot create HTML, a link, an image, a mention, a reference to an issue,
 * code, or any structure, neither in a line nor in a table cell. Returns one line; long text is shortened. CommonMark
 * 0.31, section 2.5: a numeric character reference is never structure.
 */
export function markdownText(text: string): string {
  return oneLine(text).replace(SIGNS, (sign, at: number, line: string) => {
    const isFollowed = /^[\p{L}\p{N}_/-]/u.test(line.slice(at + 1, at + 3));
    return reference(sign) + (REFERS.test(sign) && isFollowed ? BREAK : "");
  });
}

/**
 * Formats untrusted text as code, also for a table cell: as a code span if that is safe, else as an HTML element in
 * which every special character is a reference. A table would split a code span at `|`, and GitLab turns `\n` in the
 * text of a push option into a line break.
 */
export function markdownCode(text: string): string {
  const line = oneLine(text);
  if (line !== "" && !/[|`\\]/.test(line)) return `\`${line}\``;
  return `<code>${line.replace(/[^\p{L}\p{N}\p{M} ]/gu, reference)}</code>`;
}

/** A character as a numeric character reference. */
function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

function oneLine(text: string): string {
  const line = visible(text.slice(0, LONGEST + 1).replace(/\s+/g, " ")).trim();
  return line.length > LONGEST ? `${wholeCharacters(line.slice(0, LONGEST))}…` : line;
}

/** Removes half of a surrogate pair that was cut at the end. */
function wholeCharacters(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, "");
}
