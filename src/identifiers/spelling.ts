import { inAsciiLatin } from "./latin.js";
import { inNormalForm, isAscii } from "./normal-form.js";
import { LETTER_WITH_MARKS, SCRIPT_CHARACTERS, SCRIPT_DIGITS } from "./patterns.js";

const KEPT_OR_NOT = new RegExp(`(${LETTER_WITH_MARKS}|[${SCRIPT_DIGITS}]+)|[^\\x00-\\x7f]`, "gu");
const BETWEEN_WORDS = new RegExp(`[^A-Za-z0-9${SCRIPT_CHARACTERS}]+`);

/**
 * A text in normal form, in which every character that identifiers do not keep is spelled without its marks: `é` is
 * `e`, and `ß` is `ss`. What they do not keep even so is no part of a word.
 */
export function spelled(text: string): string {
  if (isAscii(text)) return text;
  return inNormalForm(text).replace(
    KEPT_OR_NOT,
    (character, kept?: string) => kept ?? inAsciiLatin(character.normalize("NFD").replace(/\p{M}+/gu, "")),
  );
}

/** The parts of a {@link spelled} text between what cannot stand in a word. */
export function wordsOf(text: string): string[] {
  return text.split(BETWEEN_WORDS).filter((word) => word !== "");
}
