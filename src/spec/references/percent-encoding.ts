/** A percent-encoded text, decoded; one that is not rightly encoded as it is. */
export function decodedText(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A text as a part of a URI; one that cannot be encoded, because it holds half of a surrogate pair, as it is. */
export function encodedText(text: string): string {
  try {
    return encodeURI(text);
  } catch {
    return text;
  }
}
