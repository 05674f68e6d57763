import { createHash } from "node:crypto";

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Normalises text for comparisons: removes the byte order mark, and converts line endings to LF. */
export function normalizeText(text: string): string {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return plain.includes("\r\n") ? plain.replaceAll("\r\n", "\n") : plain;
}

/**
 * The hash in stamps, the lock and the journal: the first 32 hexadecimal digits of SHA-256. A byte order mark, and CRLF
 * instead of LF, make no difference, so git's conversion of line endings does not change a file's hash. A string and
 * its UTF-8 bytes have the same hash; bytes that are not text have one too.
 */
export function contentHash(content: string | Uint8Array): string {
  const hash = createHash("sha256").update(typeof content === "string" ? normalizeText(content) : plainBytes(content));
  return hash.digest("hex").slice(0, 32);
}

function plainBytes(content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const plain = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;
  // Latin-1 maps every byte to one character and back, so bytes that are not UTF-8 are preserved.
  return plain.includes("\r\n") ? Buffer.from(normalizeText(plain.toString("latin1")), "latin1") : plain;
}
