const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** True when the text is an ASCII identifier name (reserved words included: where those are wrong, names are settled earlier). */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

/** An identifier as it stands. Throws on anything else: identifiers are settled in src/ir/names, never here. */
export function identifier(text: string): string {
  if (!isIdentifier(text)) throw new Error(`not an identifier: ${JSON.stringify(text)}`);
  return text;
}
