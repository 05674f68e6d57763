import type { Json } from "./json.js";

/** Parses JSON (RFC 8259); undefined for any other text. */
export function parsedJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
