import { inNormalForm } from "./normal-form.js";
import { LETTER_WITH_MARKS, SCRIPT_DIGITS, SCRIPT_LETTERS } from "./patterns.js";

const ASCII = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
const ANY = new RegExp(`^(?:[A-Za-z_$]|${LETTER_WITH_MARKS})(?:[A-Za-z0-9_$${SCRIPT_DIGITS}]|${LETTER_WITH_MARKS})*$`);
const START = new RegExp(`^[A-Za-z_$${SCRIPT_LETTERS}]`);

/**
 * True for an identifier name (ECMAScript 2024, section 12.7) of the form that b44-gen writes: ASCII, and the letters,
 * marks and digits of its scripts in normal form. Accepts reserved words, which the settling of names handles.
 */
export function isIdentifier(text: string): boolean {
  return ASCII.test(text) || (ANY.test(text) && inNormalForm(text) === text);
}

/** True for an identifier name in ASCII. */
export function isAsciiIdentifier(text: string): boolean {
  return ASCII.test(text);
}

/** True if the first character of a string can begin an identifier. False for digits and for an empty string. */
export function startsIdentifier(text: string): boolean {
  return START.test(text);
}
