import { SCRIPTS, type Script } from "./scripts.js";

const scripts: readonly Script[] = Object.values(SCRIPTS);

/** Insides of classes of regular expressions. */
export const SCRIPT_LETTERS = scripts.map(({ letters }) => letters).join("");
/** Likewise of their digits. */
export const SCRIPT_DIGITS = scripts.map(({ digits = "" }) => digits).join("");
/** Likewise of all that stands in words: letters, marks and digits. */
export const SCRIPT_CHARACTERS = scripts.flatMap((script) => Object.values(script)).join("");

/** The source of a regular expression: a letter with the marks that belong to it, which are of its own script. */
export const LETTER_WITH_MARKS = [
  `[${scripts.map(({ letters, marks }) => (marks ? "" : letters)).join("")}]`,
  ...scripts.flatMap(({ letters, marks }) => (marks ? `[${letters}][${marks}]*` : [])),
].join("|");
