import { looksLikeSecret } from "./secret-text.js";

/**
 * How likely a string is the name of a secret. `name`: it is in upper case like an environment variable, or has a
 * telling word (`resend_api_key`). `doubtful`: it consists of words that may also be a password. `value`: it does not
 * consist of words.
 */
type NameLikeness = "name" | "doubtful" | "value";

/** Judges whether a string is the name of a secret, or its value. */
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
 * Whether a part has digits inside, like a random key. A name has at most one group of digits (`OAUTH2TOKEN`); a key
 * has several. A part in upper case could be base 32, so it counts as a name only if it, or the whole name, ends in a
 * telling word (`OAUTH2SECURITY_KEY`).
 */
function hasDigitsInside(part: string, name: string): boolean {
  const groups = part.length < 14 ? 0 : (part.match(/\d+(?=[A-Za-z])/g) ?? []).length;
  return groups >= 2 || (groups === 1 && !/[a-z]/.test(part) && ![part, name].some((text) => TELLING.test(text)));
}

/** Splits a part in camel case into words: `myAPIKey2` into `my`, `API` and `Key2`. */
function wordsOf(part: string): string[] {
  return part.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
}

/** Whether a part has too many words for its length, as random letters in both cases have. */
function hasTooManyWords(part: string): boolean {
  return part.length >= 12 && part.length < 3 * wordsOf(part).length;
}

/**
 * Whether a string is a word: letters, with or without a number after them, a number, or a short form such as `k8s`.
 * Nobody writes longer words.
 */
function isWord(word: string): boolean {
  if (/^(?:[A-Za-z]{1,15}\d{0,4}|\d{1,8}|[A-Za-z]{1,5}\d{1,3}[A-Za-z]{1,3})$/.test(word)) return true;
  return /^[A-Za-z]{16,}\d{0,4}$/.test(word) && TELLING.test(word);
}

/** Endings of words that name a secret. */
const TELLING =
  /(?:key|token|secret|password|passphrase|pass|pwd|user|username|login|auth|bearer|credential|jwt|pat|sid|api|client)s?\d*$|^(?:id|email|account)\d*$/i;
