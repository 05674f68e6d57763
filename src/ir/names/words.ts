import { inNormalForm, spelled, startsIdentifier, wordsOf } from "../../identifiers/index.js";

/**
 * Returns the words of a name: `repos/list-for-org` is `repos list for org`, `listContacts` is one word. Latin letters become ASCII
 * if Unicode decomposes them (`é` is `e`), letters of other scripts stay; everything else is omitted.
 */
export function words(text: string): string[] {
  return wordsOf(spelled(text).replace(/['’]/g, ""));
}

/** Joins words as `PascalCase`. Existing capitals stay. */
export function pascalCase(parts: string[]): string {
  return inNormalForm(parts.map(upperFirst).join(""));
}

/** Joins words as `camelCase`. Capitals at the beginning become small letters: `HTTPServer` is `httpServer`. */
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

/** Capitalizes the first letter of a word if it has a capital form: `ΐ` has none in one character, and Georgian has none. */
export function upperFirst(word: string): string {
  const capital = word.charAt(0).toUpperCase();
  return capital.length === 1 && startsIdentifier(capital) ? capital + word.slice(1) : word;
}
