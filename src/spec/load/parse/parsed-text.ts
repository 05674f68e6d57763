import type { Json } from "../../../json/index.js";

/** Facts about the text that a document's value was parsed from. */
interface ParsedText {
  /** The corrected text that was parsed, with the same offsets, if it differs from the document's text. */
  text?: string;
  /** Whether any object repeats a key. */
  hasRepeatedKeys?: boolean;
}

const texts = new WeakMap<object, ParsedText>();

/** Returns the facts about the text that a value was parsed from. */
export function parsedText(value: Json): ParsedText {
  return (typeof value === "object" && value !== null && texts.get(value)) || {};
}

/** Remembers facts about the text that a value was parsed from. */
export function rememberParsedText(value: Json | undefined, more: ParsedText): void {
  if (typeof value === "object" && value !== null) texts.set(value, { ...texts.get(value), ...more });
}
