import { inNormalForm } from "./normal-form.js";
import { LETTER_WITH_MARKS, SCRIPT_DIGITS, SCRIPT_LETTERS } from "./patterns.js";

const ASCII = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
const ANY = new RegExp(`^(?:[A-Za-z_$]|${LETTER_WITH_MARKS})(?:[A-Za-z0-9_$${SCRIPT_DIGITS}]|${LETTER_WITH_MARKS})*$`);
const START = new RegExp(`^[A-Za-z_$${SCRIPT_LETTERS}]`);

/**
 * True of an identifier name (ECMAScript 2024, section 12.7) such as b44-gen writes: of ASCII, and of the letters,
 * marks and digits of its scripts in normal form. Reserved words are included: where those are wrong, names are settled
 * earlier.
 */
export function isIdentifier(text: string): boolean {
  return ASCII.test(text) || (ANY.test(text) && inNormalForm(text) === text);
}

/** True of an identifier name of ASCII. */
export function isAsciiIdentifier(text: string): boolean {
  return ASCII.test(text);
}

/** True where the first character of a text can be that of an identifier: no digit, and not nothing. */
export function startsIdentifier(text: string): boolean {
  return START.test(text);
}
