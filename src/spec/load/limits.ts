import { fail } from "../../diagnostics/index.js";
import type { Json, JsonObject } from "../json.js";

/**
 * What YAML aliases may add to a document when they are written out: a short text can stand for a huge one, or for one
 * without end. See docs/decisions/0015-limits.md.
 */
const mostAliased = { values: 1_000_000, characters: 10_000_000 };

/** How deep objects and arrays of a document may be nested. Later stages walk them by calling themselves. */
export const maxDepth = 200;

/** How many brackets a text may open: an object needs many times the memory of the two characters that make it. */
const mostContainers = 3_000_000;

/** Throws B44-111: the document called `display` is too large; `why` completes the sentence. */
export function failTooLarge(display: string, why: string): never {
  fail("B44-111", { message: `"${display}" ${why}.`, location: { file: display } });
}

/**
 * Walks `value`, which was read from a text of this length, as a tree. Later stages may then walk documents without
 * limits of their own.
 * @returns how much of what aliases may add they do add: 0 where there are none, 1 at most
 * @throws DiagnosticError B44-111 where that would take too long or go too deep.
 */
export function checkLimits(value: Json, { display, length }: { display: string; length: number }): number {
  const open: object[] = [];
  const depths: number[] = [];
  let values = 0;
  let characters = 0;
  // A value needs a character, and one that separates it from the next.
  const added = () =>
    Math.max(0, (values - length / 2) / mostAliased.values, (characters - length) / mostAliased.characters);
  const visit = (child: Json | undefined, depth: number) => {
    values++;
    if (typeof child === "string") characters += child.length;
    if (typeof child !== "object" || child === null) return;
    open.push(child);
    depths.push(depth);
  };
  visit(value, 1);
  while (open.length > 0) {
    const node = open.pop() as Json[] | JsonObject;
    const depth = depths.pop()!;
    if (depth > maxDepth) failTooLarge(display, `is nested more than ${maxDepth} levels deep`);
    if (Array.isArray(node)) for (const child of node) visit(child, depth + 1);
    else {
      for (const key in node) {
        characters += key.length;
        visit(node[key], depth + 1);
      }
    }
    if (added() > 1) failAliases(display);
  }
  return added();
}

/** Throws B44-111 for a document, or the last of several, whose aliases stand for too much. */
export function failAliases(display: string): never {
  failTooLarge(display, "is too large when its aliases are written out");
}

/** Throws B44-111 for a text that opens more brackets than a document may have, whatever they mean there. */
export function checkContainers(text: string, display: string): void {
  if (text.length <= mostContainers) return;
  let count = 0;
  for (const bracket of ["{", "["]) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) count++;
  }
  if (count > mostContainers) failTooLarge(display, "holds more than 3 million objects and lists");
}
