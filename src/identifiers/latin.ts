/**
 * Latin letters of today's European languages, Turkish and Azerbaijani that are neither ASCII nor decompose to a letter
 * and marks in Unicode, with the spelling that these languages use if they lack the letter.
 */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ["Æ", "Ae"],
  ["æ", "ae"],
  ["Ð", "D"],
  ["ð", "d"],
  ["Đ", "D"],
  ["đ", "d"],
  ["Ə", "A"],
  ["ə", "a"],
  ["Ħ", "H"],
  ["ħ", "h"],
  ["ı", "i"],
  ["ĸ", "k"],
  ["Ł", "L"],
  ["ł", "l"],
  ["Ŋ", "Ng"],
  ["ŋ", "ng"],
  ["Ø", "O"],
  ["ø", "o"],
  ["Œ", "Oe"],
  ["œ", "oe"],
  ["ẞ", "SS"],
  ["ß", "ss"],
  ["Þ", "Th"],
  ["þ", "th"],
  ["Ŧ", "T"],
  ["ŧ", "t"],
]);

const LETTERS = new RegExp(`[${[...SPELLINGS.keys()].join("")}]`, "gu");

/** Removes marks, and replaces these letters by their ASCII spelling: `ß` becomes `ss`. */
export function inAsciiLatin(text: string): string {
  return text.replace(LETTERS, (letter) => SPELLINGS.get(letter) ?? letter);
}
