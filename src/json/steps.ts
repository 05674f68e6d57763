import { appendPointer } from "./json.js";

/** The position of a walk through a document, as a chain of keys and indexes. */
interface Step {
  /** The key or index in the parent. */
  token: string;
  /** The step to the parent; undefined for the document as a whole. */
  parent: Step | undefined;
}

/** The JSON pointer (RFC 6901) of the position of a walk. */
export function pointerOf(step: Step): string {
  const tokens: string[] = [];
  for (let at = step; at.parent; at = at.parent) tokens.push(at.token);
  return appendPointer("", ...tokens.reverse());
}
