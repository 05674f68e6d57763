import { isAsciiIdentifier } from "../../identifiers/index.js";
import { stringLiteral } from "./string-literal.js";

/**
 * A property key in an object literal or type: bare where it is an identifier of ASCII, else a string literal: a key is the
 * API's own text, in whatever form it has. `__proto__` is computed in an object literal, where the bare and the quoted form
 * would set the prototype; types have no such rule.
 */
export function propertyKey(name: string, where: "type" | "object" = "type"): string {
  if (where === "object" && name === "__proto__") return '["__proto__"]';
  return isAsciiIdentifier(name) ? name : stringLiteral(name);
}
