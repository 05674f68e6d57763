import type { BodyDefinition, EncodingDefinition } from "./b44-definition.ts";
import type { BlobPiece } from "./b44-read.ts";
import { encode, encodeReserved, isGroup, joined, pairs, textOf } from "./b44-style.ts";

/** A request body as `fetch` takes it, twice if a redirect asks for it, and its media type. */
export interface BuiltBody {
  body: string | Blob;
  type: string;
}

/**
 * The body of a request (OpenAPI 3.1, sections 4.8.13 and 4.8.15), or what is wrong with the payload. Undefined for no
 * payload; null is a payload of JSON only.
 */
export function buildBody(definition: BodyDefinition, payload: unknown): BuiltBody | string | undefined {
  const { kind, type } = definition;
  if (payload === undefined || (payload === null && kind !== "json")) return undefined;
  if (kind === "json") return { body: JSON.stringify(payload), type };
  if (kind === "text") return { body: textOf(payload), type };
  if (kind === "binary") return binary(payload, type);
  if (!isGroup(payload) || Array.isArray(payload) || payload instanceof Blob) return "must be an object";
  return kind === "form" ? { body: form(definition, payload), type } : multipart(definition, payload);
}

function binary(payload: unknown, type: string): BuiltBody | string {
  const body = isBytes(payload) ? new Blob([payload as BlobPiece]) : payload;
  if (!(body instanceof Blob) && typeof body !== "string") return "must be a file";
  const own = payload instanceof Blob ? payload.type : "";
  return { body, type: type.includes("*") ? own || "application/octet-stream" : type };
}

function isBytes(value: unknown): boolean {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

function encodingOf({ encoding = {} }: BodyDefinition, name: string): EncodingDefinition {
  return (Object.hasOwn(encoding, name) && encoding[name]) || {};
}

function form(definition: BodyDefinition, payload: object): string {
  const all = Object.entries(payload).flatMap(([name, value]) => {
    if (value === undefined || value === null) return [];
    const { contentType = "", style, explode, allowReserved } = encodingOf(definition, name);
    const styled = style !== undefined || explode !== undefined || allowReserved !== undefined;
    const json = !styled && isGroup(value) && (contentType.includes("json") || !Array.isArray(value));
    return pairs({
      name,
      value: json ? JSON.stringify(value) : value,
      style,
      explode,
      encode: allowReserved ? encodeReserved : encode,
    });
  });
  return joined(all);
}

/**
 * Written by hand, because a `FormData` gives every part that has a type a file name too, which many servers take for
 * an upload.
 */
function multipart(definition: BodyDefinition, payload: object): BuiltBody {
  const boundary = `b44-${crypto.randomUUID()}`;
  const chunks: BlobPiece[] = [];
  for (const [name, value] of Object.entries(payload)) {
    const { contentType = "" } = encodingOf(definition, name);
    // A list of types, or a wildcard, only says what is allowed.
    const fixed = /[*,]/.test(contentType) ? "" : contentType;
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue;
      const file = isBytes(item) ? new Blob([item]) : item instanceof Blob && item;
      const type = file
        ? file.type || fixed || "application/octet-stream"
        : fixed || (isGroup(item) && "application/json");
      const fileName = file ? `; filename="${quoted(file instanceof File ? file.name : name)}"` : "";
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(name)}"${fileName}\r\n`;
      const json = fixed.includes("json") && typeof item !== "string";
      chunks.push(head, type ? `content-type: ${quoted(type)}\r\n\r\n` : "\r\n");
      chunks.push(file || (json ? JSON.stringify(item) : textOf(item)), "\r\n");
    }
  }
  return { body: new Blob([...chunks, `--${boundary}--\r\n`]), type: `${definition.type}; boundary=${boundary}` };
}

const QUOTED = new Map([
  ["\r", "%0D"],
  ["\n", "%0A"],
  ['"', "%22"],
]);

function quoted(text: string): string {
  return text.replace(/[\r\n"]/g, (char) => QUOTED.get(char) ?? "");
}
