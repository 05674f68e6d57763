/** True for a string that has only one Unicode spelling, as nearly all do. */
export function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  return /^[\x00-\x7f]*$/.test(text);
}

/**
 * Returns the common form of strings that look the same: NFKC (UAX 15), in which a half-width ｶﾞ is ガ. The vowel am of
 * Thai and Lao is kept as one character, because it is one key and one character in all words. NFKC would decompose it
 * (the irregular decomposition of UAX 31, section 5.1.2).
 */
export function inNormalForm(text: string): string {
  if (isAscii(text)) return text;
  return text.normalize("NFKC").replaceAll("\u0e4d\u0e32", "\u0e33").replaceAll("\u0ecd\u0eb2", "\u0eb3");
}
