import type { JsonObject } from "../../../src/json/index.js";
import { harmlessDocument } from "../document.js";
import { DOCUMENT } from "./document.js";
import { OPERATIONS } from "./operations.js";
import type { Position } from "./position.js";
import { SCHEMAS } from "./schemas.js";
import { SECURITY } from "./security.js";

export type { Position } from "./position.js";

/** Every position of a spec that holds a text of its author's. */
export const POSITIONS: readonly Position[] = [...DOCUMENT, ...OPERATIONS, ...SCHEMAS, ...SECURITY];

/** The harmless document with a text in one position. */
export function documentWith(position: Position, text: string): JsonObject {
  const document = harmlessDocument();
  position.put(document, text);
  return document;
}
