/**
 * The letters of today's European languages, Turkish and Azerbaijani that are Latin, not of ASCII, and no letter with
 * marks to Unicode, as these languages spell them where they have no others.
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

/** A text without marks, in which these letters are spelled in ASCII: `ß` is `ss`. */
export function inAsciiLatin(text: string): string {
  return text.replace(LETTERS, (letter) => SPELLINGS.get(letter) ?? letter);
}
