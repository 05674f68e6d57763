/** A name and a value of a query, form or cookie, both encoded. */
export type Pair = [name: string, value: string];

/** How a name or value is encoded for its place. */
export type Encode = (text: string) => string;

/** A parameter's value, and how to write it: style and explode (OpenAPI 3.1, section 4.8.12.5). */
export interface Styled {
  name: string;
  value: unknown;
  style?: string | undefined;
  explode?: boolean | undefined;
  encode?: Encode;
  /** How names are encoded in a query, form or cookie. Percent-encoding is the default. */
  encodeName?: Encode;
}

/** True for arrays and objects, whose members are joined by style. */
export function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

/** A single value as text. An array or object inside another one becomes JSON. */
export function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Percent-encodes all characters except the unreserved ones (RFC 3986, section 2.3). */
export function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Percent-encodes for `allowReserved` (RFC 6570, section 3.2.3) in a query. `#`, `&` and `+` are encoded too: they
 * would end the query, begin another parameter, or be read as a space.
 */
export function encodeReserved(text: string): string {
  return text.replace(/%[\da-f]{2}|./gisu, (part) => (/^(%..|[:/?@!$'()*,;=[\]])$/s.test(part) ? part : encode(part)));
}

/**
 * Percent-encodes for reserved expansion (RFC 6570, section 3.2.3) in a path. `?`, which would end the path, is encoded
 * too, and so are brackets, which are not allowed in paths (RFC 3986, section 3.3).
 */
export function encodeInPath(text: string): string {
  return encodeReserved(text).replace(/[?[\]]/g, encode);
}

/** As {@link encodeInPath}, but also encodes slashes, which would begin another segment. */
export function encodeInSegment(text: string): string {
  return encodeInPath(text).replaceAll("/", "%2F");
}

/**
 * Percent-encodes for `allowReserved` in a cookie: what cannot be in its value, or ends it (RFC 6265, section 4.1.1).
 */
export function encodeInCookie(text: string): string {
  return text.replace(/%[\da-f]{2}|./gisu, (part) => (/^(%..|[:/?#[\]@!$&'()*+=])$/s.test(part) ? part : encode(part)));
}

/**
 * Encodes the name of a cookie only if it is invalid (RFC 6265, section 4.1.1), because servers do not decode names.
 */
export function cookieName(name: string): string {
  return /^[!#$%&'*+.^`|~\w-]+$/.test(name) ? name : encode(name);
}

/** Returns text unchanged, for headers and for cookies of the style `cookie`, which are not encoded. */
export function asIs(text: string): string {
  return text;
}

/** The encoded members of an array or object. An object gives `k=v` with `explode`, else names and values in turn. */
function members({ value, explode, encode: code = encode }: Omit<Styled, "name">): string[] {
  if (!isGroup(value)) return [code(textOf(value))];
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  if (Array.isArray(value)) return entries.map(([, item]) => code(textOf(item)));
  return entries.flatMap(([key, item]) => {
    const pair = [code(key), code(textOf(item))];
    return explode ? [pair.join("=")] : pair;
  });
}

/** The separators of the styles whose separator is not a comma. */
const SEPARATORS = new Map([
  ["spaceDelimited", " "],
  ["pipeDelimited", "|"],
  ["tabDelimited", "\t"],
]);

/** The separator of a style. It is encoded, unless it is a comma. */
function separatorOf(style: string | undefined, code: Encode): string {
  const separator = SEPARATORS.get(style ?? "");
  return separator === undefined ? "," : code(separator);
}

/**
 * Writes a value in the style `simple` of paths and headers, or in a separated style of Swagger 2.0's
 * `collectionFormat`.
 */
export function simpleText(styled: Omit<Styled, "name">): string {
  return members(styled).join(separatorOf(styled.style, styled.encode ?? encode));
}

/**
 * Writes a path parameter in the style `simple`, `label`, `matrix`, `reserved` or `segments` (RFC 6570, sections 3.2.2,
 * 3.2.5, 3.2.7, 3.2.3 and 3.2.6), or in a separated style of Swagger 2.0's `collectionFormat`.
 */
export function pathText({ name, value, style, explode = false, encode: code = encode }: Styled): string {
  const parts = members({ value, explode, encode: code });
  if (style === "label") return `.${parts.join(explode ? "." : ",")}`;
  if (style === "segments") return `/${parts.join(explode ? "/" : ",")}`;
  if (style !== "matrix") return parts.join(separatorOf(style, encode));
  const named = (part: string): string => (part ? `;${encode(name)}=${part}` : `;${encode(name)}`);
  if (!explode) return named(parts.join(","));
  return parts.map((part) => (isGroup(value) && !Array.isArray(value) ? `;${part}` : named(part))).join("");
}

/** Writes a parameter of a query, form or cookie. An array or object without members gives no pairs. */
export function pairs({
  name,
  value,
  style = "form",
  explode,
  encode: code = encode,
  encodeName = encode,
}: Styled): Pair[] {
  const key = encodeName(name);
  if (!isGroup(value)) return [[key, code(textOf(value))]];
  if (style === "deepObject") return deepPairs({ name, value, encode: code });
  const parts = members({ value, explode: false, encode: code });
  if (!(explode ?? (style === "form" || style === "cookie"))) {
    return parts.length > 0 ? [[key, parts.join(separatorOf(style, encode))]] : [];
  }
  const named = Array.isArray(value) ? [[name, value] as const] : Object.entries(value);
  return named.flatMap(([member, item]) => memberPairs(encodeName(member), item, code));
}

/** Writes a member of an exploded array or object. A member that is an array repeats its name. */
function memberPairs(key: string, item: unknown, code: Encode): Pair[] {
  const items = [item].flat().filter((one) => one !== undefined && one !== null);
  return items.map((one) => [key, code(textOf(one))]);
}

/** Writes `name[member]=…` at any depth. An array of single values is `name[]=…`; other arrays have indexes. */
function deepPairs({ name, value, encode: code = encode }: Styled): Pair[] {
  if (!isGroup(value)) return value === undefined || value === null ? [] : [[encode(name), code(textOf(value))]];
  const list = Array.isArray(value) && !value.some(isGroup);
  return Object.entries(value).flatMap(([key, item]) =>
    deepPairs({ name: `${name}[${list ? "" : key}]`, value: item, encode: code }),
  );
}

/** Joins pairs as in a query or form. */
export function joined(list: Pair[], separator = "&"): string {
  return list.map((pair) => pair.join("=")).join(separator);
}
