import type { AnswerKind } from "./b44-definition.ts";

/** The most bytes of a response that are kept in memory. */
export const ANSWER_LIMIT = 20_000_000;

/** What a `Blob` is made of, in the words of whichever runtime's types are there. */
export type BlobPiece = NonNullable<ConstructorParameters<typeof Blob>[0]>[number];

/** A body to be read whole, if it is not too long. */
export interface Reading {
  body: ReadableStream<Uint8Array> | null;
  headers: Headers;
  /** In bytes. */
  limit: number;
  /** Makes the error for a body that is longer. */
  tooLong: () => Error;
}

/** Reads a body. Its content-length is trusted only if it is too large. */
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

// The types of answers go by the same: what is JSON, text and a file here is that in them. Lines of JSON are a text, one
// line too.
const LINES =
  /^(application|text)\/([^/]+\+)?(x-)?(ndjson|jsonl|jsonlines|json-lines|json-seq)$|^application\/(x-json-stream|stream\+json)$/;
const JSON_TYPE = /^(application|text)\/(x-)?json$|\+json$/;
const TEXT_TYPE =
  /^text\/|[/+](xml|yaml)$|x-www-form-urlencoded$|^application\/(javascript|graphql|x-yaml|toml|sql|x-sh)$/;

/** The media type that headers say, without its parameters, in lower case. */
export function mediaType(headers: Headers): string {
  return (headers.get("content-type") ?? "").split(";", 1).join("").trim().toLowerCase();
}

/** An answer that was read, what the request accepted, and what the spec says that it is. */
export interface Answered {
  bytes: Blob;
  headers: Headers;
  accept?: string | undefined;
  kind?: AnswerKind | undefined;
}

/**
 * The data of an answer: null where it is empty, JSON parsed (null where it is blank, else the text where that fails), text as
 * it is, all else as a `Blob`. That goes by its header, unless the spec leaves one kind only; but what is said to be JSON and is none is what
 * its header says. An answer without a type is tried as JSON where `accept` asks for it.
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
      // There are servers that send a space for nothing, Rails before 5 among them.
      if (decoded.trim() === "") return null;
    }
  }
  // Of what nobody calls a text, bytes that are none would be lost.
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
