import type { OperationEntry } from "./operations.js";

/**
 * What someone may have meant by a selection pattern that matches nothing, as a pattern: the same operation but for
 * case, slashes or the names of its path parameters, an `operationId` or tag in other case or without its prefix, a
 * path with another method. Undefined where nothing is near.
 */
export function suggestion(pattern: string, entries: readonly OperationEntry[]): string | undefined {
  const [prefix, rest] = split(pattern);
  const tags = [...new Set(entries.flatMap((entry) => entry.tags))];
  const nearTag = tags.find((tag) => sameText(tag, rest));
  if (prefix === "tag") return nearTag === undefined ? undefined : `tag:${nearTag}`;
  const byId = entries.find(({ operationId }) => operationId !== undefined && sameText(operationId, rest));
  if (byId) return `id:${byId.operationId}`;
  const samePath = entries.filter((entry) => plainPath(entry.path) === plainPath(rest));
  const near = samePath.find((entry) => entry.method === prefix) ?? samePath[0];
  if (near) return near.id;
  return prefix === "" && nearTag !== undefined ? `tag:${nearTag}` : undefined;
}

/** What is before the colon, or before the space of `GET /pets`, in lower case; and what is behind it. */
function split(pattern: string): [prefix: string, rest: string] {
  const [, prefix = "", rest = pattern] = /^([a-z]*)(?::|\s+(?=\/))\s*(.*)$/is.exec(pattern.trim()) ?? [];
  return [prefix.toLowerCase(), rest.trim()];
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** A path without what people write in different ways: `/pets/{petId}/`, `pets/:id` and `/Pets/{id}` are one. */
function plainPath(path: string): string {
  return path
    .toLowerCase()
    .replace(/\{[^{}]*\}|(?<=\/):\w+/g, "{}")
    .replace(/^\/+|\/+$/g, "");
}
