import { stringLiteral } from "./string-literal.js";

/** Returns a module specifier as a string literal. Throws if it is empty or contains a control character. */
export function moduleSpecifier(specifier: string): string {
  if (specifier === "" || /[\p{Cc}]/u.test(specifier)) throw new Error(`not a module: ${JSON.stringify(specifier)}`);
  return stringLiteral(specifier);
}
