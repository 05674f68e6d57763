import type { Json } from "../../spec/json.js";
import { propertyKey } from "./property-key.js";
import { stringLiteral } from "./string-literal.js";

/** Up to how many characters an object or a list stands on one line. */
const LONG = 100;

/**
 * A JSON value as a JavaScript expression on one line; every text in it is a string literal or a property key. Throws on
 * what JSON does not have: the text of a function would be code.
 */
export function literal(value: Json): string {
  if (typeof value === "string") return stringLiteral(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (value === null || typeof value === "boolean" || Number.isFinite(value)) return String(value);
  if (typeof value !== "object") throw new Error(`not a JSON value: ${typeof value}`);
  const members = Object.keys(value).map((key) => `${propertyKey(key, "object")}: ${literal(value[key] as Json)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** The same over as many lines as it needs, for a place indented by `indent` spaces (the first line is not indented). */
export function literalBlock(value: Json, indent = 0): string {
  const line = literal(value);
  if (typeof value !== "object" || value === null || line.length + indent <= LONG) return line;
  const margin = " ".repeat(indent + 2);
  const members = Array.isArray(value)
    ? value.map((item) => literalBlock(item, indent + 2))
    : Object.keys(value).map((key) => `${propertyKey(key, "object")}: ${literalBlock(value[key] as Json, indent + 2)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${members.map((item) => `${margin}${item},\n`).join("")}${" ".repeat(indent)}${close}`;
}
