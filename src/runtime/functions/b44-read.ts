import type { AnswerKind } from "./b44-definition.ts";

/** The maximum size of a response that is read into memory, in bytes. */
export const ANSWER_LIMIT = 20_000_000;

/** A part that a `Blob` can be made of, according to the types of the current runtime. */
export type BlobPiece = NonNullable<ConstructorParameters<typeof Blob>[0]>[number];

/** A body to read completely, unless it is longer than `limit`. */
export interface Reading {
  body: ReadableStream<Uint8Array> | null;
  headers: Headers;
  /** In bytes. */
  limit: number;
  /** Makes the error for a body that is longer. */
  tooLong: () => Error;
}

/** Reads a body. A `content-length` over the limit is trusted; otherwise the bytes that arrive are counted. */
export async function readWhole({ body, headers, limit, tooLong }: Reading): Promise<Blob> {
  if (!body) return new Blob([]);
  if (Number(headers.get("content-length")) > limit) {
    await body.cancel();
    throw tooLong();
  }
  const reader = body.getReader();
  const chunks: BlobPiece[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks);
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLong();
    }
    chunks.push(value as BlobPiece);
  }
}

// The generated types of responses distinguish JSON, text and files in the same way. Lines of JSON are text, even if
// there is only one line.
const LINES =
  /^(application|text)\/([^/]+\+)?(x-)?(ndjson|jsonl|jsonlines|json-lines|json-seq)$|^application\/(x-json-stream|stream\+json)$/;
const JSON_TYPE = /^(application|text)\/(x-)?json$|\+json$/;
const TEXT_TYPE =
  /^text\/|[/+](xml|yaml)$|x-www-form-urlencoded$|^application\/(javascript|graphql|x-yaml|toml|sql|x-sh)$/;

/** The media type in `content-type`, without parameters and in lower case. */
export function mediaType(headers: Headers): string {
  return (headers.get("content-type") ?? "").split(";", 1).join("").trim().toLowerCase();
}

/** A response that was read, the `accept` of its request, and what the spec says that the response is. */
export interface Answered {
  bytes: Blob;
  headers: Headers;
  accept?: string | undefined;
  kind?: AnswerKind | undefined;
}

/**
 * Reads the data of a response: null if it is empty, JSON parsed, text as a string, anything else as a `Blob`. The spec
 * decides which if it declares only one kind (`kind`), else `content-type`; without that, JSON is tried if `accept`
 * contains it. A blank response that should be JSON is null; one that cannot be parsed is read by its `content-type`.
 */
export async function readData({ bytes, headers, accept = "", kind }: Answered): Promise<unknown> {
  const blob = (): Blob => new Blob([bytes], { type: headers.get("content-type") ?? "" });
  if (kind === "binary") return blob();
  if (bytes.size === 0) return kind === "text" ? "" : null;
  const type = mediaType(headers);
  const lines = LINES.test(type);
  const json = (JSON_TYPE.test(type) && !lines) || (!type && accept.includes("json"));
  const text = kind === "text" || json || lines || TEXT_TYPE.test(type);
  if (!text && kind !== "json") return blob();
  const buffer = await bytes.arrayBuffer();
  const decoded = decode(buffer, headers);
  if (kind ? kind === "json" : json) {
    try {
      return JSON.parse(decoded);
    } catch {
      // Some servers, such as Rails before 5, send a space for an empty response.
      if (decoded.trim() === "") return null;
    }
  }
  // If neither the spec nor a header declares text, decoding bytes that are not UTF-8 would destroy them.
  return text && (type || kind === "text" || isText(buffer)) ? decoded : blob();
}

function decode(bytes: ArrayBuffer, headers: Headers): string {
  const [, charset = "utf-8"] = /;\s*charset="?([\w-]+)/i.exec(headers.get("content-type") ?? "") ?? [];
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function isText(bytes: ArrayBuffer): boolean {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes) !== undefined;
  } catch {
    return false;
  }
}
