/**
 * Controls, lone surrogates, marks that reorder or hide what follows (Unicode Standard Annex 9, section 2), and tags
 * (The Unicode Standard, section 23.9), in which a text is written that only programs see.
 */
const invisible = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * One line of text in which nothing is hidden and nothing steers a terminal: a tab becomes a space, an ASCII control
 * its picture (`␛`), everything else that is invisible `�`. Characters keep their number and place.
 */
export function visible(line: string): string {
  return line.replace(invisible, (character) => {
    const code = character.charCodeAt(0);
    if (code === 9) return " ";
    if (code < 32) return String.fromCharCode(0x2400 + code);
    return code === 127 ? "␡" : "�";
  });
}

/** The same of a text of several lines. */
export function visibleLines(text: string): string {
  return text.split(/\r?\n/).map(visible).join("\n");
}

/** The beginning of a text: at most so many UTF-16 units, and no half of a character. */
export function beginning(text: string, length: number): string {
  const isCut = text.length > length && /[\ud800-\udbff]/.test(text.charAt(length - 1));
  return text.slice(0, isCut ? length - 1 : length);
}

/** What {@link visible} replaces and JSON lets stand as it is. */
const invisibleInJson =
  /[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]|\udb40[\udc00-\udc7f]/g;

/** A text of JSON that has the same value, in which what {@link visible} replaces is escaped. */
export function visibleJson(json: string): string {
  return json.replace(invisibleInJson, (character) => character.split("").map(escapedUnit).join(""));
}

function escapedUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
