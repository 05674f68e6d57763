import type { BodyDefinition, EncodingDefinition } from "./b44-definition.ts";
import type { BlobPiece } from "./b44-read.ts";
import { encode, encodeReserved, isGroup, joined, pairs, textOf } from "./b44-style.ts";

/** A request body for `fetch`, which can be sent again after a redirect, and its media type. */
export interface BuiltBody {
  body: string | Blob;
  type: string;
}

/**
 * The definition by which a payload is sent: for a payload with files, the form that accepts files, if there is one.
 */
export function definitionFor(definition: BodyDefinition, payload: unknown): BodyDefinition {
  const { withFiles } = definition;
  if (!withFiles) return definition;
  const isFile = fileOf(payload) !== undefined;
  const hasFile = isFile || (isGroup(payload) && Object.values(payload).flat().some(fileOf));
  return hasFile ? withFiles : definition;
}

/**
 * Builds the body of a request (OpenAPI 3.1, sections 4.8.13 and 4.8.15).
 *
 * @returns the body; a string that says what is wrong with the payload; or undefined if there is no payload. Null is a
 *   payload only for JSON.
 */
export function buildBody(definition: BodyDefinition, payload: unknown): BuiltBody | string | undefined {
  const { kind, type } = definition;
  if (payload === undefined || (payload === null && kind !== "json")) return undefined;
  if (kind === "json") return json(payload, type);
  if (kind === "text") return { body: textOf(payload), type };
  if (kind === "binary") return binary(definition, payload);
  // A form whose schema is a file or an array of files does not name a field. APIs usually call it `file`.
  if (kind === "multipart" && [payload].flat().some(fileOf)) return multipart(definition, { file: payload });
  if (!isGroup(payload) || Array.isArray(payload)) return "must be an object";
  return kind === "form" ? { body: formText(payload, definition.encoding), type } : multipart(definition, payload);
}

/** The type of bytes of an unknown type. A file without a type also gets it when an app sends the file in a form. */
const OCTETS = "application/octet-stream";

function json(payload: unknown, type: string): BuiltBody | string {
  try {
    return { body: JSON.stringify(payload), type };
  } catch (error) {
    if (error instanceof RangeError) return "is nested too deeply";
    throw error;
  }
}

function binary(definition: BodyDefinition, payload: unknown): BuiltBody | string {
  const body = isBytes(payload) ? new Blob([payload as BlobPiece]) : payload;
  if (!(body instanceof Blob) && typeof body !== "string") return "must be a file";
  const own = payload instanceof Blob ? payload.type || OCTETS : "";
  const type = chosenType(definition, own);
  // The boundary must be the one that the caller used to join the parts.
  if (/^multipart\//i.test(type))
    return /^multipart\/.*;\s*boundary=/i.test(own)
      ? { body, type: own }
      : `must be a Blob of type ${type}; boundary=…`;
  return { body, type: type.includes("*") ? own || OCTETS : type };
}

/** The declared media type that equals a file's own type, or a range that contains it; else the first. */
function chosenType({ type, types = [] }: BodyDefinition, own: string): string {
  const nameOf = (one: string): string => one.split(";", 1).join("").trim().toLowerCase();
  const name = nameOf(own);
  const isRange = (one: string): boolean =>
    one.includes("*") && name.startsWith(one.replace(/\*.*/s, "").toLowerCase());
  return (name && (types.find((one) => nameOf(one) === name) ?? types.find(isRange))) || type;
}

function isBytes(value: unknown): boolean {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

function encodingOf(encoding: BodyDefinition["encoding"], name: string): EncodingDefinition {
  return (encoding && Object.hasOwn(encoding, name) && encoding[name]) || {};
}

/** True for a property that is written by style, which means that its content type is ignored (section 4.8.15.1.1). */
function isStyled({ style, explode, allowReserved }: EncodingDefinition): boolean {
  return style !== undefined || explode !== undefined || allowReserved !== undefined;
}

/** Writes a form (application/x-www-form-urlencoded): a request body or a whole query string. */
export function formText(fields: object, encodings: BodyDefinition["encoding"]): string {
  const all = Object.entries(fields).flatMap(([name, value]) => {
    if (value === undefined || value === null) return [];
    const encoding = encodingOf(encodings, name);
    const { contentType = "", style, explode, allowReserved } = encoding;
    const json = !isStyled(encoding) && isGroup(value) && (contentType.includes("json") || !Array.isArray(value));
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
 * Builds a multipart body without `FormData`, which gives every part with a media type a file name too. Many servers
 * take such a part for an upload.
 */
function multipart(definition: BodyDefinition, payload: object): BuiltBody {
  const boundary = `b44-${crypto.randomUUID()}`;
  const chunks = Object.entries(payload).flatMap(([name, value]) => {
    const encoding = encodingOf(definition.encoding, name);
    const given = (Array.isArray(value) ? value : [value]).filter((item) => item !== undefined && item !== null);
    const styled = isStyled(encoding) && !given.some(fileOf);
    const parts = styled ? styledParts(name, value, encoding) : given.map((item) => part(name, item, encoding));
    return parts.flatMap((chunk) => [`--${boundary}\r\n`, ...chunk, "\r\n"]);
  });
  return { body: new Blob([...chunks, `--${boundary}--\r\n`]), type: `${definition.type}; boundary=${boundary}` };
}

/** Writes a property by style: as in a form, but not percent-encoded. */
function styledParts(name: string, value: unknown, encoding: EncodingDefinition): BlobPiece[][] {
  if (value === undefined || value === null) return [];
  return pairs({ ...encoding, name, value }).map((pair) => {
    const [key = "", text = ""] = pair.map((coded) => decodeURIComponent(coded));
    return [disposition(key), "\r\n", text];
  });
}

/** Writes a property, or an item of a property that is an array, by content type. */
function part(name: string, item: unknown, { contentType = "" }: EncodingDefinition): BlobPiece[] {
  // Several types or a wildcard only say what is allowed.
  const fixed = /[*,]/.test(contentType) ? "" : contentType;
  const file = fileOf(item);
  const type = file ? fileType(file, fixed) : fixed || (isGroup(item) && "application/json");
  const json = fixed.includes("json") && typeof item !== "string";
  return [
    disposition(name, file && ((file instanceof File && file.name) || "blob")),
    type ? `content-type: ${type.replace(/[\r\n]/g, "")}\r\n\r\n` : "\r\n",
    file ?? (json ? JSON.stringify(item) : textOf(item)),
  ];
}

/** The type of a file: its own unless that is missing or unspecific, else the spec's. */
function fileType({ type }: Blob, fixed: string): string {
  return (type !== OCTETS && type) || fixed || OCTETS;
}

function fileOf(item: unknown): Blob | undefined {
  if (item instanceof Blob) return item;
  return isBytes(item) ? new Blob([item as BlobPiece]) : undefined;
}

function disposition(name: string, fileName?: string): string {
  const file = fileName === undefined ? "" : `; filename="${quoted(fileName)}"`;
  return `content-disposition: form-data; name="${quoted(name)}"${file}\r\n`;
}

const QUOTED = new Map([
  ["\r", "%0D"],
  ["\n", "%0A"],
  ['"', "%22"],
]);

function quoted(text: string): string {
  return text.replace(/[\r\n"]/g, (char) => QUOTED.get(char) ?? "");
}
