/**
 * Control characters, lone surrogates, characters that reorder or hide what follows (Unicode Standard Annex 9, section
 * 2), and tag characters (The Unicode Standard, section 23.9), which can carry text that only programs see.
 */
const invisible = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * Makes invisible characters of a line visible, so that it cannot hide text or control a terminal: a tab becomes a
 * space, an ASCII control character its picture (`␛`), any other invisible character `�`. Characters keep their number
 * and positions.
 */
export function visible(line: string): string {
  return line.replace(invisible, (character) => {
    const code = character.charCodeAt(0);
    if (code === 9) return " ";
    if (code < 32) return String.fromCharCode(0x2400 + code);
    return code === 127 ? "␡" : "�";
  });
}

/** As {@link visible}, for text of several lines. */
export function visibleLines(text: string): string {
  return text.split(/\r?\n/).map(visible).join("\n");
}

/** The beginning of a string: at most `length` UTF-16 code units, without half of a surrogate pair at the end. */
export function beginning(text: string, length: number): string {
  const isCut = text.length > length && /[\ud800-\udbff]/.test(text.charAt(length - 1));
  return text.slice(0, isCut ? length - 1 : length);
}

/** The characters that {@link visible} replaces and that are allowed unescaped in JSON. */
const invisibleInJson =
  /[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]|\udb40[\udc00-\udc7f]/g;

/** Escapes the characters in JSON that {@link visible} replaces. The value is unchanged. */
export function visibleJson(json: string): string {
  return json.replace(invisibleInJson, (character) => character.split("").map(escapedUnit).join(""));
}

function escapedUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
