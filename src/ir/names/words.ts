/**
 * The words of a name: `repos/list-for-org` is `repos list for org`, `listContacts` is one word. Letters outside ASCII
 * are spelled in ASCII where Unicode decomposes them (`é` is `e`) and left out otherwise.
 */
export function words(text: string): string[] {
  return inAscii(text)
    .replace(/['’]/g, "")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
}

function inAscii(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  return /^[\x00-\x7f]*$/.test(text) ? text : text.normalize("NFKD").replace(/\p{M}+/gu, "");
}

/** Words as `PascalCase`; the capitals that they have stay. */
export function pascalCase(parts: string[]): string {
  return parts.map(upperFirst).join("");
}

/** Words as `camelCase`. Capitals that it would begin with become small: `HTTPServer` is `httpServer`. */
export function camelCase(parts: string[]): string {
  const [first = "", ...rest] = parts;
  return lowerStart(first) + pascalCase(rest);
}

function lowerStart(word: string): string {
  if (/^[a-z]/.test(word)) return word;
  const [start = ""] = word
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(" ", 1);
  const small = /^[A-Z0-9]+$/.test(start) ? start.toLowerCase() : start.charAt(0).toLowerCase() + start.slice(1);
  return small + word.slice(start.length);
}

/** A word with a capital as its first letter. */
export function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
