import { isIdentifier } from "../../identifiers/index.js";

/** An identifier as it stands. Throws on anything else: identifiers are settled in src/ir/names, never here. */
export function identifier(text: string): string {
  if (!isIdentifier(text)) throw new Error(`not an identifier: ${JSON.stringify(text)}`);
  return text;
}
