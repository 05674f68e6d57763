import { createHash } from "node:crypto";
import { startsIdentifier } from "../../identifiers/index.js";

/** Longer names are cut: some specs put a sentence, a whole path or a generic type with its arguments into one. */
const LONGEST = 100;

/** Words that were put together, as an identifier; empty where there are none. */
export function identifierOf(joined: string): string {
  const cut = joined.slice(0, LONGEST);
  return cut === "" || startsIdentifier(cut) ? cut : `_${cut}`;
}

/** Eight hexadecimal digits that tell texts apart, for names that have no other difference. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
