import type { Json } from "../../../json/index.js";

const texts = new WeakMap<object, string>();

/** Remembers that `value` was parsed from `text`, a mended copy of its document's text with the same offsets. */
export function rememberParsedText(value: Json | undefined, text: string): void {
  if (typeof value === "object" && value !== null) texts.set(value, text);
}

/** The text that a document's value was parsed from, where it is not the document's own. */
export function parsedText(value: Json): string | undefined {
  return typeof value === "object" && value !== null ? texts.get(value) : undefined;
}

const withRepeatedKeys = new WeakSet<object>();

/** Remembers that keys stand twice in objects of the JSON text that `value` was parsed from. */
export function rememberRepeatedKeys(value: Json): void {
  if (typeof value === "object" && value !== null) withRepeatedKeys.add(value);
}

/** Whether keys stand twice in objects of the JSON text that a document's value was parsed from. */
export function hasRepeatedKeys(value: Json): boolean {
  return typeof value === "object" && value !== null && withRepeatedKeys.has(value);
}

/** Remembers of a changed copy of a document's value what is known of the text that this was parsed from. */
export function carryParsedText(value: Json, copy: Json): void {
  const text = parsedText(value);
  if (text !== undefined) rememberParsedText(copy, text);
  if (hasRepeatedKeys(value)) rememberRepeatedKeys(copy);
}
