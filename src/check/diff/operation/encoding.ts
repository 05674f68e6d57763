import type { Encoding } from "../../../ir/index.js";
import { canonical } from "../schema/side/index.js";

type Encodings = Record<string, Encoding>;

/** Describes which fields of a form are encoded differently (OpenAPI 3.1, section 4.8.15); undefined if none are. */
export function encodingChange(before: Encodings, after: Encodings): string | undefined {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => encodingText(before, name) !== encodingText(after, name)).sort();
  return changed.length === 0 ? undefined : `serializes ${changed.join(", ")} differently`;
}

function encodingText(encodings: Encodings, name: string): string {
  const { contentType, style, explode, allowReserved = false } = encodings[name] ?? {};
  return canonical([contentType ?? null, style ?? null, explode ?? null, allowReserved]);
}
