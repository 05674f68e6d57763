import { isIdentifier } from "../../identifiers/index.js";

/** Returns an identifier unchanged. Throws if it is not one: identifiers are settled in src/ir/names, never here. */
export function identifier(text: string): string {
  if (!isIdentifier(text)) throw new Error(`not an identifier: ${JSON.stringify(text)}`);
  return text;
}
