/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A parsed JSON object. It may have keys such as `__proto__`, so read it with {@link member}. */
export interface JsonObject {
  [key: string]: Json;
}

/** True for a JSON object: not null, not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Returns an own member of a JSON object, or undefined. `constructor` and `__proto__` are returned only if the object
 * has them itself.
 */
export function member(object: JsonObject, key: string): Json | undefined {
  const value = object[key];
  return value === undefined || Object.hasOwn(object, key) ? value : undefined;
}

/** Returns an own member of any value; undefined if the value is not an object or array, or has no such member. */
export function memberOf(value: unknown, key: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string | number, unknown>)[key];
}

/** Returns a member that is a JSON object; undefined if it is missing or of another type. */
export function objectMember(object: JsonObject, key: string): JsonObject | undefined {
  const value = member(object, key);
  return isObject(value) ? value : undefined;
}

/** Returns a member that is a string; undefined if it is missing or of another type. */
export function stringMember(object: JsonObject, key: string): string | undefined {
  const value = member(object, key);
  return typeof value === "string" ? value : undefined;
}

/** Returns a member that is an array; an empty array if it is missing or of another type. */
export function arrayMember(object: JsonObject, key: string): Json[] {
  const value = member(object, key);
  return Array.isArray(value) ? value : [];
}

/** Sets an own member, even `__proto__`. */
export function setMember(object: JsonObject, key: string, value: Json): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[key] = value;
  }
}

/** Escapes a token of a JSON pointer (RFC 6901, section 3). */
export function escapePointerToken(token: string): string {
  return /[~/]/.test(token) ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;
}

/** Appends tokens to a JSON pointer: `appendPointer("/paths", "/a", "get")` is `/paths/~1a/get`. */
export function appendPointer(pointer: string, ...tokens: (string | number)[]): string {
  return tokens.reduce<string>((result, token) => `${result}/${escapePointerToken(String(token))}`, pointer);
}

/** Splits a JSON pointer into unescaped tokens. The empty pointer, for the whole document, has none. */
export function pointerTokens(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(pointer.startsWith("/") ? 1 : 0)
    .split("/")
    .map(unescapedPointerToken);
}

/** Unescapes a token of a JSON pointer (RFC 6901, section 4). */
export function unescapedPointerToken(token: string): string {
  return token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token;
}

/** Returns the value at a token of a JSON pointer (RFC 6901, section 4), or undefined. */
export function childOf(value: Json, token: string): Json | undefined {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  return isObject(value) ? member(value, token) : undefined;
}

/** Returns the value at a JSON pointer, or undefined. */
export function resolvePointer(root: Json, pointer: string): Json | undefined {
  let value: Json | undefined = root;
  for (const token of pointerTokens(pointer)) {
    value = childOf(value, token);
    if (value === undefined) return undefined;
  }
  return value;
}
