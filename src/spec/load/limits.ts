import { fail } from "../../diagnostics/index.js";
import type { Json, JsonObject } from "../json.js";

/** How many values a document may hold once every YAML alias is written out. */
const maxNodes = 20_000_000;

/** How deep objects and arrays of a document may be nested. */
export const maxDepth = 2_000;

/** Throws B44-111: the document called `display` is too large; `why` completes the sentence. */
export function failTooLarge(display: string, why: string): never {
  fail("B44-111", { message: `"${display}" ${why}.`, location: { file: display } });
}

/**
 * Throws B44-111 when walking `value` as a tree would take too long or too deep: YAML aliases let a short text stand
 * for a huge or endless one. Later stages may then walk documents without limits of their own.
 */
export function checkLimits(value: Json, display: string): void {
  const open: object[] = [];
  const depths: number[] = [];
  let nodes = 0;
  const visit = (child: Json | undefined, depth: number) => {
    nodes++;
    if (typeof child !== "object" || child === null) return;
    open.push(child);
    depths.push(depth);
  };
  visit(value, 1);
  while (open.length > 0) {
    const node = open.pop() as Json[] | JsonObject;
    const depth = depths.pop()!;
    if (depth > maxDepth) failTooLarge(display, `is nested more than ${maxDepth} levels deep`);
    if (nodes > maxNodes) failTooLarge(display, "grows beyond 20 million values when its aliases are written out");
    if (Array.isArray(node)) for (const child of node) visit(child, depth + 1);
    else for (const key in node) visit(node[key], depth + 1);
  }
}
