import type { Json } from "../../../json/index.js";

/** What is known of the text that a document's value was parsed from. */
interface ParsedText {
  /** A fixed copy of the document's text with the same offsets, where it is not that text itself. */
  text?: string;
  /** Whether keys stand twice in objects of it. */
  hasRepeatedKeys?: boolean;
}

const texts = new WeakMap<object, ParsedText>();

/** What is known of the text that a value was parsed from. */
export function parsedText(value: Json): ParsedText {
  return (typeof value === "object" && value !== null && texts.get(value)) || {};
}

/** Remembers something of the text that a value was parsed from. */
export function rememberParsedText(value: Json | undefined, more: ParsedText): void {
  if (typeof value === "object" && value !== null) texts.set(value, { ...texts.get(value), ...more });
}
