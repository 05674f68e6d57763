const quote = 34;
const backslash = 92;

/** The offset of the first character at or after `at` that is not JSON white space (RFC 8259, section 2). */
export function skipSpace(text: string, at: number): number {
  let next = at;
  for (;;) {
    const code = text.charCodeAt(next);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return next;
    next++;
  }
}

/** The offset behind the JSON string whose opening quote is at `at`. The text must be valid JSON. */
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

const structural = /["{}[\]]/g;

/** The offset behind the JSON value that begins at `at`. The text must be valid JSON. */
export function skipValue(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === quote) return skipString(text, at);
  if (first !== 0x7b && first !== 0x5b) return skipScalar(text, at);
  let depth = 0;
  structural.lastIndex = at;
  while (structural.test(text)) {
    const found = structural.lastIndex - 1;
    const code = text.charCodeAt(found);
    if (code === quote) structural.lastIndex = skipString(text, found);
    else if (code === 0x7b || code === 0x5b) depth++;
    else if (--depth === 0) return found + 1;
  }
  return text.length;
}

/** The offset behind a number, `true`, `false` or `null`. */
function skipScalar(text: string, at: number): number {
  let next = at;
  while (next < text.length) {
    const code = text.charCodeAt(next);
    if (code <= 32 || code === 0x2c || code === 0x7d || code === 0x5d) return next;
    next++;
  }
  return next;
}
