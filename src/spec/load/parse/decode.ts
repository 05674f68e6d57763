import { isAscii, isUtf8 } from "node:buffer";
import { type Diagnostic, diagnostic, SourceText, type TextForm } from "../../../diagnostics/index.js";
import type { PartsBeyondAscii } from "../json/byte-string.js";
import { textLocation } from "../locate/text-location.js";

/** A document's text, and a diagnostic (B44-113) if its encoding is faulty. */
interface DecodedText extends TextForm {
  text: string;
  diagnostics: Diagnostic[];
  /** The parts of a byte string with characters beyond ASCII. */
  beyondAscii?: PartsBeyondAscii;
}

/**
 * Decodes the bytes of a document, without its byte order mark: as UTF-16 if it has that mark, otherwise as UTF-8 (RFC
 * 8259, section 8.1; YAML 1.2.2, section 5.2). If no character beyond ASCII is valid UTF-8, it is decoded as
 * Windows-1252, which contains the printable characters of Latin-1; if only some bytes are invalid, they become U+FFFD.
 * Both are reported (B44-113). UTF-8 that may be JSON is returned as a byte string.
 */
export function decodeText(bytes: Uint8Array, display: string): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return sound(new TextDecoder("utf-16le").decode(bytes));
  if (first === 0xfe && second === 0xff) return sound(new TextDecoder("utf-16be").decode(bytes));
  if (isAscii(bytes)) return sound(byteString(bytes));
  if (isUtf8(bytes) && mayBeJson(bytes)) {
    const plain = bytes.subarray(first === 0xef ? BYTE_ORDER_MARK.length : 0);
    return { ...sound(byteString(plain)), isByteString: true, beyondAscii: partsBeyondAscii(plain) };
  }
  const text = new TextDecoder("utf-8").decode(bytes);
  if (isUtf8(bytes)) return sound(text);
  return readAsWindows1252({ bytes, text, display }) ?? withReplacements({ bytes, text, display });
}

/** The byte order mark in UTF-8. */
const BYTE_ORDER_MARK = "\xef\xbb\xbf";

/** The size of a part, in bytes. */
const PART = 16_384;

function partsBeyondAscii(bytes: Uint8Array): PartsBeyondAscii {
  const starts = Array.from({ length: Math.ceil(bytes.length / PART) }, (_, part) => part * PART);
  const parts = starts.map((start): [number, number] => [start, Math.min(start + PART, bytes.length)]);
  return parts.filter(([start, end]) => !isAscii(bytes.subarray(start, end)));
}

/** Returns a string with one character for each byte. */
function byteString(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** Whether the first bytes begin an object or array (RFC 8259, section 2). */
function mayBeJson(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?[\t\n\r ]*[[{]/.test(byteString(bytes.subarray(0, 1000)));
}

interface NotUtf8 {
  bytes: Uint8Array;
  /** The bytes decoded as UTF-8. */
  text: string;
  display: string;
}

function sound(text: string): DecodedText {
  return { text, diagnostics: [] };
}

/**
 * The characters of Windows-1252 from 0x80 to 0x9f, with spaces for undefined ones. The rest is the same as Latin-1.
 * Some versions of Node decode all of it as Latin-1.
 */
const WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function readAsWindows1252({ bytes, text, display }: NotUtf8): DecodedText | undefined {
  if (/[^\0-\x7f\ufffd]/.test(text) || bytes[0] === 0xef) return undefined;
  if (bytes.some((byte) => byte >= 0x80 && WINDOWS_1252[byte - 0x80] === " ")) return undefined;
  const latin1 = byteString(bytes);
  const decoded = latin1.replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] as string);
  const count = bytes.reduce((sum, byte) => sum + (byte < 0x80 ? 0 : 1), 0);
  const which = count === 1 ? "this character is" : `${count} characters, this one first, are`;
  return warned(decoded, {
    display,
    offset: bytes.findIndex((byte) => byte >= 0x80),
    message: `"${display}" is not UTF-8: ${which} read as Windows-1252 (Latin-1).`,
    help: "Save the document as UTF-8.",
  });
}

/** @param text the text with U+FFFD in place of invalid bytes */
function withReplacements({ bytes, text, display }: NotUtf8): DecodedText {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = source.indexOf("\ufeff") === 0 ? 3 : 0;
  const encoded = Buffer.from(text);
  let same = 0;
  while (same < encoded.length && encoded[same] === source[start + same]) same++;
  // The last common bytes may be the beginning of a character, which is not counted.
  const offset = new TextDecoder("utf-8", { ignoreBOM: true }).decode(encoded.subarray(0, same), {
    stream: true,
  }).length;
  const count = text.split("\ufffd").length - source.toString("latin1").split("\u00ef\u00bf\u00bd").length;
  const which = count === 1 ? "this part is" : `${count} parts, this one first, are`;
  return warned(text, {
    display,
    offset,
    message: `"${display}" is not all UTF-8: ${which} read as "\ufffd".`,
    help: "Correct the characters, and save the document as UTF-8.",
  });
}

function warned(
  text: string,
  { display, offset, message, help }: { display: string; offset: number; message: string; help: string },
): DecodedText {
  const location = textLocation(new SourceText(text), display, offset);
  return { text, diagnostics: [diagnostic("B44-113", { message, location, help })] };
}
