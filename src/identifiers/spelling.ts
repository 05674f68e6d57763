import { inAsciiLatin } from "./latin.js";
import { inNormalForm, isAscii } from "./normal-form.js";
import { LETTER_WITH_MARKS, SCRIPT_CHARACTERS, SCRIPT_DIGITS } from "./patterns.js";

const KEPT_OR_NOT = new RegExp(`(${LETTER_WITH_MARKS}|[${SCRIPT_DIGITS}]+)|[^\\x00-\\x7f]`, "gu");
const BETWEEN_WORDS = new RegExp(`[^A-Za-z0-9${SCRIPT_CHARACTERS}]+`);

/**
 * Converts a string to normal form, and removes the marks of every character that identifiers do not keep: `é` becomes
 * `e`, `ß` becomes `ss`. Characters that still are not kept separate words.
 */
export function spelled(text: string): string {
  if (isAscii(text)) return text;
  return inNormalForm(text).replace(
    KEPT_OR_NOT,
    (character, kept?: string) => kept ?? inAsciiLatin(character.normalize("NFD").replace(/\p{M}+/gu, "")),
  );
}

/** The words of a {@link spelled} string: the parts between characters that cannot be in one. */
export function wordsOf(text: string): string[] {
  return text.split(BETWEEN_WORDS).filter((word) => word !== "");
}
