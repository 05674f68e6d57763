import { createHash } from "node:crypto";
import { pointerTokens } from "../json.js";

/** Keywords that say nothing about what a value is, left out of names. */
const WORDLESS = new Set([
  "components",
  "definitions",
  "schemas",
  "parameters",
  "responses",
  "requestBodies",
  "headers",
  "pathItems",
  "properties",
  "items",
  "content",
  "schema",
  "paths",
  "allOf",
  "anyOf",
  "oneOf",
  "$defs",
  "additionalProperties",
]);

/**
 * Names for what a reference leads to outside the places that a single document has for it, widest first: the last
 * word of the pointer or file, then all words, then the words and a hash of the place, which no other place has.
 */
export function componentNameCandidates(uri: string, pointer: string): string[] {
  const file = fileWords(uri);
  const words = pointerTokens(pointer).filter((token) => !WORDLESS.has(token) && !/^\d+$/.test(token));
  const clean = words.map((word) => word.replace(/[^A-Za-z0-9._-]+/g, "_").replace(/^_+|_+$/g, "")).filter(Boolean);
  const all = [...file, ...clean].join("_") || "value";
  const hash = createHash("sha256").update(`${uri}#${pointer}`).digest("hex").slice(0, 8);
  return [clean.at(-1) ?? file.at(-1) ?? "value", clean.join("_") || all, all, `${all}_${hash}`];
}

/** The file's base name without its extension: `https://x/models/pet.v1.yaml` gives `pet.v1`. */
function fileWords(uri: string): string[] {
  const path = uri.split(/[?#]/)[0] ?? "";
  const base = path.slice(path.lastIndexOf("/") + 1).replace(/\.(json|ya?ml)$/i, "");
  const clean = decodeSafely(base).replace(/[^A-Za-z0-9._-]+/g, "_");
  return clean ? [clean] : [];
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
