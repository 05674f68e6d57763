import type { ApiSource } from "./compile-read.js";
import { SpecReader } from "./read-spec.js";

/**
 * The spec of an API: as it was read already, or read now. `offline` keeps what it refers to from being fetched. Throws
 * what `SpecReader.open` throws.
 */
export async function openSpec(source: Omit<ApiSource, "operations">, { offline = false } = {}): Promise<SpecReader> {
  return source.reader ?? SpecReader.open(source.spec, { ...source, offline });
}
