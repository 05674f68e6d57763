/** The quotes around a string literal. Backticks make it a template literal without substitutions. */
export type Quote = '"' | "'" | "`";

/**
 * Returns a JavaScript string literal in double quotes that evaluates to `value` and contains only printable ASCII and
 * harmless letters. Control characters, line separators, bidirectional marks, lone surrogates and `<` (for a
 * `</script>` around inlined code) are written as `\u` escapes.
 */
export function stringLiteral(value: string): string {
  return `"${value.replace(
    /["\\<\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu,
    (character) => SHORT_ESCAPES.get(character) ?? unicodeEscape(character),
  )}"`;
}

/** Returns the same literal in the quotes that the user's own code uses. */
export function stringLiteralIn(quote: Quote, value: string): string {
  const literal = stringLiteral(value);
  if (quote === '"') return literal;
  // Every backslash starts an escape of at least two characters, so the pattern never takes the second one for the
  // start of another escape.
  const text = literal.slice(1, -1).replace(/\\.|['`]|\$(?=\{)/g, (part) => {
    if (part === '\\"') return '"';
    return part === quote || (part === "$" && quote === "`") ? `\\${part}` : part;
  });
  return quote + text + quote;
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
