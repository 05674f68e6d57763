import { inNormalForm, spelled, startsIdentifier, wordsOf } from "../../identifiers/index.js";

/**
 * The words of a name: `repos/list-for-org` is `repos list for org`, `listContacts` is one word. Latin letters are spelled in ASCII
 * where Unicode decomposes them (`é` is `e`), those of other scripts stay; all else is left out.
 */
export function words(text: string): string[] {
  return wordsOf(spelled(text).replace(/['’]/g, ""));
}

/** Words as `PascalCase`; the capitals that they have stay. */
export function pascalCase(parts: string[]): string {
  return inNormalForm(parts.map(upperFirst).join(""));
}

/** Words as `camelCase`. Capitals that it would begin with become small: `HTTPServer` is `httpServer`. */
export function camelCase(parts: string[]): string {
  const [first = "", ...rest] = parts;
  return inNormalForm(lowerStart(first) + pascalCase(rest));
}

function lowerStart(word: string): string {
  if (/^[a-z]/.test(word)) return word;
  const [start = ""] = word
    .replace(/([\p{Ll}\p{Nd}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$1 ")
    .split(" ", 1);
  const small = /^[\p{Lu}\p{Nd}]+$/u.test(start) ? start.toLowerCase() : start.charAt(0).toLowerCase() + start.slice(1);
  return small + word.slice(start.length);
}

/**
 * A word with a capital as its first letter, where that has one: `ΐ` has none in one character, and Georgian writes
 * none.
 */
export function upperFirst(word: string): string {
  const capital = word.charAt(0).toUpperCase();
  return capital.length === 1 && startsIdentifier(capital) ? capital + word.slice(1) : word;
}
