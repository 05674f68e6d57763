import { looksLikeSecret } from "./secret-text.js";

/**
 * How sure it is that a text which stands for the name of a secret is one: `name` in upper case as environment
 * variables are, or with a word that says what it names (`resend_api_key`); `doubtful` in words that may as well be a
 * password; `value` where it does not consist of words.
 */
type NameLikeness = "name" | "doubtful" | "value";

/** How likely a text is the name of a secret and not its value. */
export function nameLikeness(text: string): NameLikeness {
  if (looksLikeSecret(text)) return "value";
  const parts = text.split("_").filter((part) => part !== "");
  if (parts.some((part) => hasDigitsInside(part, text))) return "value";
  if (!/[a-z]/.test(text)) return "name";
  const words = parts.flatMap(wordsOf);
  if (parts.some(hasTooManyWords) || !words.every(isWord)) return "value";
  return words.some((word) => TELLING.test(word)) ? "name" : "doubtful";
}

/**
 * Digits inside of one name, as in `OAUTH2TOKEN`, are one group, and the rest is words; a key has several. In upper
 * case alone no words can be told from a key in base 32, but by the end: of the part, or of the name, as in
 * `OAUTH2SECURITY_KEY`.
 */
function hasDigitsInside(part: string, name: string): boolean {
  const groups = part.length < 14 ? 0 : (part.match(/\d+(?=[A-Za-z])/g) ?? []).length;
  return groups >= 2 || (groups === 1 && !/[a-z]/.test(part) && ![part, name].some((text) => TELLING.test(text)));
}

/** The words of a part in camel case: `myAPIKey2` has `my`, `API` and `Key2`. */
function wordsOf(part: string): string[] {
  return part.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
}

/** Random letters in both cases fall into pieces of two or three. */
function hasTooManyWords(part: string): boolean {
  return part.length >= 12 && part.length < 3 * wordsOf(part).length;
}

/** Letters with a number behind them, a number, or a short form such as `k8s`; nobody writes longer words. */
function isWord(word: string): boolean {
  if (/^(?:[A-Za-z]{1,15}\d{0,4}|\d{1,8}|[A-Za-z]{1,5}\d{1,3}[A-Za-z]{1,3})$/.test(word)) return true;
  return /^[A-Za-z]{16,}\d{0,4}$/.test(word) && TELLING.test(word);
}

/** How words end that say what a secret is. */
const TELLING =
  /(?:key|token|secret|password|passphrase|pass|pwd|user|username|login|auth|bearer|credential|jwt|pat|sid|api|client)s?\d*$|^(?:id|email|account)\d*$/i;
