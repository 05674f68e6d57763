import { fail } from "../../../diagnostics/index.js";

/** The deepest nesting of objects and arrays that is read: later stages walk them recursively. */
export const maxDepth = 200;

/** The deepest nesting that a YAML text may have: js-yaml parses recursively, and fails at about 2,000 levels. */
export const maxYamlDepth = 1_000;

/**
 * The most that YAML aliases may add to a document when they are expanded: a short text can expand to a huge or an
 * endless one. See docs/decisions/0015-limits.md.
 */
export const mostAliased = { values: 1_000_000, characters: 10_000_000 };

/**
 * The number of brackets that a text may open: an object takes much more memory than the two characters that write it.
 */
const mostContainers = 3_000_000;

/** Throws B44-111: the document named `display` is too large. `why` completes the sentence. */
export function failTooLarge(display: string, why: string): never {
  fail("B44-111", { message: `"${display}" ${why}.`, location: { file: display } });
}

/** Throws B44-111 for a text that opens more brackets than a document may have, whatever they mean there. */
export function checkContainers(text: string, display: string): void {
  if (text.length <= mostContainers) return;
  let count = 0;
  for (const bracket of ["{", "["]) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) count++;
  }
  if (count > mostContainers) failTooLarge(display, "contains more than 3 million objects and arrays");
}
