/** Controls, lone surrogates, and marks that reorder or hide what follows (Unicode Standard Annex 9, section 2). */
const invisible = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu;

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
