import { type TextForm, textOfBytes } from "../../../diagnostics/index.js";

const quote = 34;
const backslash = 92;

/** Returns the offset of the first character at or after `at` that is not JSON white space (RFC 8259, section 2). */
export function skipSpace(text: string, at: number): number {
  let next = at;
  for (;;) {
    const code = text.charCodeAt(next);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return next;
    next++;
  }
}

/** Returns the offset after the JSON string whose opening quote is at `at`. The text must be valid JSON. */
export function skipString(text: string, at: number): number {
  let end = at;
  for (;;) {
    end = text.indexOf('"', end + 1);
    if (end < 0) return text.length;
    let before = end - 1;
    while (text.charCodeAt(before) === backslash) before--;
    if ((end - before) % 2 === 1) return end + 1;
  }
}

/** Whether a colon follows at `at`, after a string, which makes the string a key. */
export function isColon(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x3a || (code <= 32 && text.charCodeAt(skipSpace(text, at)) === 0x3a);
}

/**
 * Skips to the next bracket, to a string with escapes, or over many strings at once: a regular expression is fast at this.
 */
const beforeBracket = /[^"{}[\]]*(?:"[^"\\]*"[^"{}[\]]*){0,64}/y;

/** Returns the offset after the JSON value that begins at `at`. The text must be valid JSON. */
export function skipValue(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === quote) return skipString(text, at);
  if (first !== 0x7b && first !== 0x5b) return skipScalar(text, at);
  let depth = 0;
  let next = at;
  while (next < text.length) {
    const code = text.charCodeAt(next);
    if (code === quote) next = skipString(text, next) - 1;
    else if (code === 0x7b || code === 0x5b) depth++;
    else if (--depth === 0) return next + 1;
    beforeBracket.lastIndex = next + 1;
    beforeBracket.test(text);
    next = beforeBracket.lastIndex;
  }
  return text.length;
}

/** Returns the offset after a number, `true`, `false` or `null`. */
function skipScalar(text: string, at: number): number {
  let next = at;
  while (next < text.length) {
    const code = text.charCodeAt(next);
    if (code <= 32 || code === 0x2c || code === 0x7d || code === 0x5d) return next;
    next++;
  }
  return next;
}

/** Returns the value of a JSON string, given its source with quotes. */
export function jsonString(written: string, { isByteString }: TextForm): string {
  return JSON.parse(isByteString ? textOfBytes(written) : written) as string;
}
