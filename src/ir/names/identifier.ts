import { createHash } from "node:crypto";
import { startsIdentifier } from "../../identifiers/index.js";

/** Longer names are cut: some specs put a sentence, a whole path or a generic type with its arguments into one. */
const LONGEST = 100;

/** Makes an identifier from joined words; "" if there are none. */
export function identifierOf(joined: string): string {
  const cut = joined.slice(0, LONGEST);
  return cut === "" || startsIdentifier(cut) ? cut : `_${cut}`;
}

/** Returns a hash of eight hexadecimal digits, for names that would otherwise be the same. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
