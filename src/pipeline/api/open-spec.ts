import type { ApiSource } from "./compile-read.js";
import { SpecReader } from "./read-spec.js";

/**
 * Returns the reader of an API's spec, opening it if that has not been done. `offline` prevents fetching what it refers
 * to. Throws what `SpecReader.open` throws.
 */
export async function openSpec(source: Omit<ApiSource, "operations">, { offline = false } = {}): Promise<SpecReader> {
  return source.reader ?? SpecReader.open(source.spec, { ...source, offline });
}
