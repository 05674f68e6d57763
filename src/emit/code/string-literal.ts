/**
 * A JavaScript string literal, in double quotes, that evaluates to `value` and holds printable ASCII and harmless
 * letters only: control characters, line separators, bidirectional marks, lone surrogates and `<` (for a `</script>`
 * around inlined code) are written as `\u` escapes.
 */
export function stringLiteral(value: string): string {
  return `"${value.replace(
    /["\\<\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu,
    (character) => SHORT_ESCAPES.get(character) ?? unicodeEscape(character),
  )}"`;
}

const SHORT_ESCAPES = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["<", "\\u003c"],
]);

function unicodeEscape(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
  ).join("");
}
