import { fail } from "../../../diagnostics/index.js";

/** How deep objects and arrays of a document are read. Later stages walk them by calling themselves. */
export const maxDepth = 200;

/** How deep those of a YAML text may be nested at all: js-yaml calls itself for each level, and can for some 2,000. */
export const maxYamlDepth = 1_000;

/**
 * What YAML aliases may add to a document when they are written out: a short text can stand for a huge one, or for one
 * without end. See docs/decisions/0015-limits.md.
 */
export const mostAliased = { values: 1_000_000, characters: 10_000_000 };

/** How many brackets a text may open: an object needs many times the memory of the two characters that make it. */
const mostContainers = 3_000_000;

/** Throws B44-111: the document called `display` is too large; `why` completes the sentence. */
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
