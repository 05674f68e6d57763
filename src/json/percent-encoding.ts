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
