import { appendPointer } from "./json.js";

/** A value that a walk through a document is at, by the way to it. */
interface Step {
  /** The key or index in the parent. */
  token: string;
  /** Undefined for the document as a whole. */
  parent: Step | undefined;
}

/** The JSON pointer (RFC 6901) of the value that a walk is at. */
export function pointerOf(step: Step): string {
  const tokens: string[] = [];
  for (let at = step; at.parent; at = at.parent) tokens.push(at.token);
  return appendPointer("", ...tokens.reverse());
}
