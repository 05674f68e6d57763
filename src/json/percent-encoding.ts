import { escapePointerToken } from "./json.js";

/** Decodes a percent-encoded string. Returns it unchanged if its encoding is invalid. */
export function decodedText(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Normalises the percent-encoding of a URI (RFC 3986, sections 6.2.2.1 and 6.2.2.2): hexadecimal digits become upper
 * case, and characters that need no encoding are decoded.
 */
export function normalEncoding(uri: string): string {
  return uri.replace(/%[0-9a-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : encoded.toUpperCase();
  });
}

/** Encodes a name as a token of a JSON pointer in a URI's fragment (RFC 6901, section 6). */
export function fragmentToken(name: string): string {
  const token = escapePointerToken(name);
  if (/^[\w.~-]+$/.test(token)) return token;
  try {
    return encodeURIComponent(token);
  } catch {
    return token; // half of a surrogate pair, which cannot be encoded
  }
}

/**
 * Encodes a string as part of a URI. Returns it unchanged if it contains half of a surrogate pair and thus cannot be
 * encoded.
 */
export function encodedText(text: string): string {
  try {
    return encodeURI(text);
  } catch {
    return text;
  }
}
