import { readIfThere } from "../../files/index.js";

/**
 * In this order: a double-quoted string, a single-quoted one, a comment, a comma before a closing bracket, a name before
 * a colon.
 */
const TOKEN =
  /("(?:[^"\\]|\\[\s\S])*")|'((?:[^'\\]|\\[\s\S])*)'|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|,(?=(?:\s|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)*[}\]])|([\p{L}_$][\p{L}\p{N}_$]*)(?=\s*:)/gu;
/** An escape sequence, or a quote that JSON would want escaped. */
const ESCAPE = /\\(?:x([0-9a-f]{2})|\r\n|([\s\S]))|"/gi;

/**
 * Parses JSON5 as far as it occurs in configs: comments, trailing commas, names without quotes, single quotes.
 * Undefined where the text is not even that; never throws. https://spec.json5.org
 */
export function parseJson5(text: string): unknown {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    return JSON.parse(plain.replace(TOKEN, plainToken));
  } catch {
    return undefined;
  }
}

/**
 * Reads a JSON5 file, as Base44's CLI reads all of its files. `missing` where there is none, `unreadable` where the
 * system refuses or the text is no JSON5. Never rejects.
 */
export async function readJson5(file: string): Promise<{ value: unknown } | "missing" | "unreadable"> {
  try {
    const bytes = await readIfThere(file);
    if (bytes === undefined) return "missing";
    const value = parseJson5(bytes.toString("utf8"));
    return value === undefined ? "unreadable" : { value };
  } catch {
    return "unreadable";
  }
}

function plainToken(
  _: string,
  double: string | undefined,
  single: string | undefined,
  name: string | undefined,
): string {
  if (double !== undefined) return `"${double.slice(1, -1).replace(ESCAPE, plainEscape)}"`;
  if (single !== undefined) return `"${single.replace(ESCAPE, plainEscape)}"`;
  return name === undefined ? " " : JSON.stringify(name);
}

function plainEscape(whole: string, hex: string | undefined, character: string | undefined): string {
  if (whole === '"') return '\\"';
  if (hex !== undefined) return `\\u00${hex}`;
  if (character === undefined || /[\n\r\u2028\u2029]/.test(character)) return "";
  if (/["\\/bfnrtu]/.test(character)) return whole;
  if (character === "v") return "\\u000b";
  return character === "0" ? "\\u0000" : character;
}
