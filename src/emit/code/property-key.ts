import { isAsciiIdentifier } from "../../identifiers/index.js";
import { stringLiteral } from "./string-literal.js";

/**
 * Returns a property key of an object literal or a type: bare if it is an ASCII identifier, else a string literal,
 * because a key is the API's own text in whatever form. In an object literal `__proto__` is a computed key, because the
 * bare and the quoted form would set the prototype; types have no such rule.
 */
export function propertyKey(name: string, where: "type" | "object" = "type"): string {
  if (where === "object" && name === "__proto__") return '["__proto__"]';
  return isAsciiIdentifier(name) ? name : stringLiteral(name);
}
