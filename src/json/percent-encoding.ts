import { escapePointerToken } from "./json.js";

/** A percent-encoded text, decoded; one that is not rightly encoded as it is. */
export function decodedText(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * A URI in the one form of its percent-encoding (RFC 3986, sections 6.2.2.1 and 6.2.2.2): hexadecimal digits in upper case, and what
 * needs no encoding decoded.
 */
export function normalEncoding(uri: string): string {
  return uri.replace(/%[0-9a-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : encoded.toUpperCase();
  });
}

/** A name as a token of a JSON pointer in a URI's fragment (RFC 6901, section 6), encoded where it needs that. */
export function fragmentToken(name: string): string {
  const token = escapePointerToken(name);
  if (/^[\w.~-]+$/.test(token)) return token;
  try {
    return encodeURIComponent(token);
  } catch {
    return token; // half of a surrogate pair, which cannot be encoded
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
