import { createHash } from "node:crypto";

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** A text as it counts in comparisons: without byte order mark, its lines ended by LF. */
export function normalizeText(text: string): string {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return plain.includes("\r\n") ? plain.replaceAll("\r\n", "\n") : plain;
}

/**
 * The hash that stamps, the lock and the journal use: SHA-256 in hexadecimal, its first 32 digits. A byte order mark
 * and CRLF in place of LF make no difference, so a file has one hash whatever git made of its line endings. A string
 * and its UTF-8 bytes have the same hash; bytes that are no text have one too.
 */
export function contentHash(content: string | Uint8Array): string {
  const hash = createHash("sha256").update(typeof content === "string" ? normalizeText(content) : plainBytes(content));
  return hash.digest("hex").slice(0, 32);
}

function plainBytes(content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const plain = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;
  // Latin-1 maps every byte to one character and back, so bytes that are no UTF-8 survive.
  return plain.includes("\r\n") ? Buffer.from(normalizeText(plain.toString("latin1")), "latin1") : plain;
}
