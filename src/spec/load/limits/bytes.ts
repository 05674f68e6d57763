import type { Budget } from "./budget.js";
import { failTooLarge } from "./limits.js";

/** The default limit: 64 MiB. */
export const defaultMaxBytes = 64 * 1024 * 1024;

/** The default time limit for a download, in milliseconds. */
export const defaultTimeoutMs = 30_000;

/**
 * Reads all bytes of a stream. Stops as soon as there are more than `maxBytes`, or more than the `budget` has left.
 * @throws DiagnosticError B44-111 if there are more.
 */
export async function collectBytes(
  chunks: AsyncIterable<Uint8Array>,
  { maxBytes, display, budget }: { maxBytes: number; display: string; budget?: Budget | undefined },
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > maxBytes) failTooManyBytes(display, maxBytes);
    budget?.take(chunk.byteLength);
    parts.push(chunk);
  }
  return Buffer.concat(parts, size);
}

/** Throws B44-111 for a document of more than `maxBytes`. */
export function failTooManyBytes(display: string, maxBytes: number): never {
  failTooLarge(display, `is larger than ${maxBytes.toLocaleString("en-US")} bytes`);
}
