import { stringLiteral } from "./string-literal.js";

/** A module specifier in an import, as a string literal. Throws where it is empty or holds a line break. */
export function moduleSpecifier(specifier: string): string {
  if (specifier === "" || /[\p{Cc}]/u.test(specifier)) throw new Error(`not a module: ${JSON.stringify(specifier)}`);
  return stringLiteral(specifier);
}
