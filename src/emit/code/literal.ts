import type { Json, JsonObject } from "../../json/index.js";
import { propertyKey } from "./property-key.js";
import { stringLiteral } from "./string-literal.js";

/** Up to how many characters an object or a list stands on one line. */
const LONG = 100;

/**
 * A JSON value as a JavaScript expression on one line; every text in it is a string literal or a property key. Throws
 * on what JSON does not have: the text of a function would be code.
 */
export function literal(value: Json): string {
  return oneLine(value, () => "");
}

/**
 * The same as a TypeScript expression, over as many lines as it needs, for a place indented by `indent` spaces (the
 * first line is not indented).
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

/** What TypeScript has to be told of the value of a member, to stand behind it. */
type Assertion = (key: string, value: Json) => string;

/**
 * Under a name that every object has, TypeScript looks for the type of that (a function, of `constructor`) instead of
 * the one of the member that it is, and makes `string` of the literals in it.
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
