import type { Json } from "../../spec/json.js";
import { propertyKey } from "./property-key.js";
import { stringLiteral } from "./string-literal.js";

/** A JSON value as a JavaScript expression on one line; every text in it is a string literal or a property key. */
export function literal(value: Json): string {
  if (typeof value === "string") return stringLiteral(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const members = Object.keys(value).map((key) => `${propertyKey(key, "object")}: ${literal(value[key] as Json)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
