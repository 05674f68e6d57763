import { visible } from "../../diagnostics/index.js";

/** The longest text of a spec that a report repeats, in UTF-16 units. */
const LONGEST = 600;

/** What has no width: between a sign and what follows, it keeps a code host from making a reference of the two. */
const BREAK = "&#8203;";

/**
 * Signs that mean something in Markdown or HTML, or to the code host that shows it: anywhere, in a web address, in a
 * reference to an issue, or at the start of a line.
 */
const SIGNS = /[&<>\\`*_{}[\]|~$^@#!%]|:(?=\/\/)|(?<=\bwww)\.|(?<=\bGH)-(?=\d)|^[-+=]|(?<=^\d+)[.)]/gi;

/** Signs of which a code host makes a reference (`@name`, `#12`, `!12`, `~label`) in the text that was rendered. */
const REFERS = /[@#!%~$&^:-]/;

/**
 * Text of a stranger in Markdown: it can make neither HTML nor a link, an image, a mention, a reference to an issue,
 * code, or a structure of its own, in a line or in a cell of a table. One line; what is too long is cut. CommonMark
 * 0.31, section 2.5: a numeric character reference is never structure.
 */
export function markdownText(text: string): string {
  return oneLine(text).replace(SIGNS, (sign, at: number, line: string) => {
    const isFollowed = /^[\p{L}\p{N}_/-]/u.test(line.slice(at + 1, at + 3));
    return reference(sign) + (REFERS.test(sign) && isFollowed ? BREAK : "");
  });
}

/**
 * Text of a stranger as code, also in a cell of a table. A plain code span where that can hold it; else an element of
 * HTML, in which every sign is a reference: a table would split a span at its `|`, and GitLab takes `\n` in the text of
 * a push for a line break.
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

/** Without the first half of a character that was cut in two. */
function wholeCharacters(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, "");
}
