/**
 * The text that the bytes of a document encode, without its byte order mark: UTF-16 where a byte order mark says so,
 * otherwise UTF-8 (RFC 8259, section 8.1; YAML 1.2.2, section 5.2). Bytes that encode nothing become U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}
