/** A string, a comment of either kind, or a comma before a closing bracket: whichever comes first. */
const TOKEN = /("(?:[^"\\]|\\.)*")|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|,(?=(?:\s|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)*[}\]])/g;

/**
 * Parses JSON with comments and trailing commas, as tsconfig.json and package.json are in real life. Undefined where it
 * is not even that; never throws.
 */
export function parseJsonc(text: string): unknown {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    return JSON.parse(plain);
  } catch {
    try {
      return JSON.parse(plain.replace(TOKEN, (_, string: string | undefined) => string ?? " "));
    } catch {
      return undefined;
    }
  }
}

/** An own member of a parsed object; undefined where the value is no object or has no such member. */
export function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

/** The strings of a parsed array; undefined where the value is no array. */
export function stringsOf(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : undefined;
}
