/** True of a string that is spelled in one way only, as nearly all are. */
export function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  return /^[\x00-\x7f]*$/.test(text);
}

/**
 * The one form of texts that look the same: NFKC (UAX 15), in which a half-width ｶﾞ is ガ. The vowel am of Thai and Lao,
 * which is one key on a keyboard and one character in every word that has it, stays whole: NFKC takes it apart, which
 * is the irregular decomposition of UAX 31, section 5.1.2.
 */
export function inNormalForm(text: string): string {
  if (isAscii(text)) return text;
  return text.normalize("NFKC").replaceAll("\u0e4d\u0e32", "\u0e33").replaceAll("\u0ecd\u0eb2", "\u0eb3");
}
