import type { IncomingMessage } from "node:http";
import { pipeline, type Readable, type Transform } from "node:stream";

const decoders = new Map<string, () => Transform>([
  ["gzip", () => process.getBuiltinModule("node:zlib").createGunzip()],
  ["x-gzip", () => process.getBuiltinModule("node:zlib").createGunzip()],
  ["deflate", () => process.getBuiltinModule("node:zlib").createInflate()],
  ["br", () => process.getBuiltinModule("node:zlib").createBrotliDecompress()],
]);

/**
 * The content of an answer as it was before it was encoded for the way (RFC 9110, section 8.4). Encoded once at most:
 * a small content that is encoded many times over grows without bounds.
 * @throws an error with the code `CONTENT_ENCODING` for any other encoding.
 */
export function decodedContent(message: IncomingMessage): Readable {
  const encoding = message.headers["content-encoding"]?.trim().toLowerCase() ?? "";
  if (encoding === "" || encoding === "identity") return message;
  const decoder = decoders.get(encoding);
  if (!decoder) throw Object.assign(new Error(encoding), { code: "CONTENT_ENCODING" });
  // The reader of the last stream sees whatever fails.
  return pipeline(message, decoder(), () => {});
}
