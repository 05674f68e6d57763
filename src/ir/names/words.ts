/**
 * The words of a name in any convention: `list_contacts`, `listContacts`, `repos/list-for-org` and `HTTPServer2` are
 * `list contacts`, `list contacts`, `repos list for org` and `HTTP Server 2`. Letters outside ASCII are spelled in
 * ASCII where Unicode decomposes them (`é` is `e`) and left out otherwise.
 */
export function words(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/['’]/g, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
}

/** Words as `PascalCase`. All-capital words keep their capitals only where they are the whole name's style: `APIKey`. */
export function pascalCase(parts: string[]): string {
  return parts.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** Words as `camelCase`. A leading run of capitals becomes small: `HTTPServer` is `httpServer`. */
export function camelCase(parts: string[]): string {
  const [first = "", ...rest] = parts;
  const start = /^[A-Z0-9]+$/.test(first) ? first.toLowerCase() : first.charAt(0).toLowerCase() + first.slice(1);
  return start + pascalCase(rest);
}
