import type { Json, JsonObject } from "../../json/index.js";
import { propertyKey } from "./property-key.js";
import { stringLiteral } from "./string-literal.js";

/** The maximum length, in characters, of an object or array that is printed on one line. */
const LONG = 100;

/**
 * Prints a JSON value as a JavaScript expression on one line, with all strings as string literals or property keys.
 * Throws on values that JSON does not have: the text of a function would become code.
 */
export function literal(value: Json): string {
  return oneLine(value, () => "");
}

/**
 * Prints a JSON value as a TypeScript expression on as many lines as it needs, for a place that is indented by `indent`
 * spaces. Does not indent the first line.
 */
export function literalBlock(value: Json, indent = 0): string {
  const line = oneLine(value, assertion);
  if (typeof value !== "object" || value === null || line.length + indent <= LONG) return line;
  const margin = " ".repeat(indent + 2);
  const members = Array.isArray(value)
    ? value.map((item) => literalBlock(item, indent + 2))
    : entries(value).map(
        ([key, item]) => `${propertyKey(key, "object")}: ${literalBlock(item, indent + 2)}${assertion(key, item)}`,
      );
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${members.map((item) => `${margin}${item},\n`).join("")}${" ".repeat(indent)}${close}`;
}

/** Returns the type assertion to print after the value of a member; an empty string for none. */
type Assertion = (key: string, value: Json) => string;

/**
 * Returns `as const` for a member with a name that every object inherits, such as `constructor`. Without it, TypeScript
 * would expect the type of the inherited member, and widen the literals in the value to `string`.
 */
const assertion: Assertion = (key, value) =>
  key in Object.prototype && typeof value === "object" && value !== null ? " as const" : "";

function oneLine(value: Json, assert: Assertion): string {
  if (typeof value === "string") return stringLiteral(value);
  if (Array.isArray(value)) return `[${value.map((item) => oneLine(item, assert)).join(", ")}]`;
  if (value === null || typeof value === "boolean" || Number.isFinite(value)) return String(value);
  if (typeof value !== "object") throw new Error(`not a JSON value: ${typeof value}`);
  const members = entries(value).map(
    ([key, item]) => `${propertyKey(key, "object")}: ${oneLine(item, assert)}${assert(key, item)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function entries(value: JsonObject): [string, Json][] {
  return Object.keys(value).map((key) => [key, value[key] as Json]);
}
