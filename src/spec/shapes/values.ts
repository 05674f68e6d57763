import { isObject, type Json } from "../../json/index.js";

/** The longest text that a message repeats of a spec, in UTF-16 units. */
const LONGEST = 40;

/** A value as messages show it: arrays and objects without their contents. */
export function shown(value: Json): string {
  if (Array.isArray(value)) return "an array";
  if (isObject(value)) return "an object";
  const text = JSON.stringify(typeof value === "string" ? value.slice(0, LONGEST + 1) : value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/**
 * The boolean that a value stands for: itself, or a quoted boolean, or a word that was a boolean in YAML 1.1. Undefined for any other
 * value.
 */
export function saidFlag(value: Json | undefined): boolean | undefined {
  if (typeof value !== "string") return typeof value === "boolean" ? value : undefined;
  if (/^(true|yes|on)$/i.test(value)) return true;
  return /^(false|no|off)$/i.test(value) ? false : undefined;
}

/** True for true, and for a string that stands for it. */
export function saysTrue(value: Json | undefined): boolean {
  return saidFlag(value) === true;
}
