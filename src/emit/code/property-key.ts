import { isIdentifier } from "./identifier.js";
import { stringLiteral } from "./string-literal.js";

/**
 * A property key in an object literal or type: bare where it is an identifier, else a string literal. `__proto__` is
 * computed in an object literal, where the bare and the quoted form would set the prototype; types have no such rule.
 */
export function propertyKey(name: string, where: "type" | "object" = "type"): string {
  if (where === "object" && name === "__proto__") return '["__proto__"]';
  return isIdentifier(name) ? name : stringLiteral(name);
}
