import { isObject, type Json } from "../../json/index.js";

/** The longest text that a message repeats of a spec, in UTF-16 units. */
const LONGEST = 40;

/** A value as a message shows it: lists and objects by what they are. */
export function shown(value: Json): string {
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  const text = JSON.stringify(typeof value === "string" ? value.slice(0, LONGEST + 1) : value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** True for true, and for the text of it, by which authors mean the same. */
export function saysTrue(value: Json | undefined): boolean {
  return value === true || (typeof value === "string" && /^true$/i.test(value));
}
