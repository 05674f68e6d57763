import { SCRIPTS, type Script } from "./scripts.js";

const scripts: readonly Script[] = Object.values(SCRIPTS);

/** Contents of character classes of regular expressions: letters. */
export const SCRIPT_LETTERS = scripts.map(({ letters }) => letters).join("");
/** The same for digits. */
export const SCRIPT_DIGITS = scripts.map(({ digits = "" }) => digits).join("");
/** The same for everything that can be in a word: letters, marks and digits. */
export const SCRIPT_CHARACTERS = scripts.flatMap((script) => Object.values(script)).join("");

/** The source of a regular expression for a letter and its marks, which are of the same script. */
export const LETTER_WITH_MARKS = [
  `[${scripts.map(({ letters, marks }) => (marks ? "" : letters)).join("")}]`,
  ...scripts.flatMap(({ letters, marks }) => (marks ? `[${letters}][${marks}]*` : [])),
].join("|");
