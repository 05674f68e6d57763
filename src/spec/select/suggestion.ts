import { closest } from "../../diagnostics/index.js";
import { withoutEnds } from "../without-ends.js";
import type { OperationEntry } from "./operations.js";
import { shellAdvice } from "./shell-advice.js";

/** The share of a path or name that may be mistyped. It is small, because those of one API are often alike. */
const MISTYPED = 1 / 6;

/**
 * Suggests another pattern for one that matches nothing. Tried in this order: a tag or `operationId` in another case or without its
 * prefix; an `operationId` by the letters of its generated name; the same path except for case, slashes or parameter names, preferably
 * with the same method; and what differs in a few characters. Undefined if nothing is similar.
 */
export function suggestion(pattern: string, entries: readonly OperationEntry[]): string | undefined {
  const [prefix, rest] = split(pattern);
  const tags = [...new Set(entries.flatMap((entry) => entry.tags))];
  const nearTag = tags.find((tag) => sameText(tag, rest));
  if (prefix === "tag" || prefix === "tags") {
    const tag = nearTag ?? closest(rest, tags, MISTYPED);
    return tag === undefined ? undefined : `tag:${tag}`;
  }
  const byId = entries.find(({ operationId }) => operationId !== undefined && sameText(operationId, rest));
  if (byId) return `id:${byId.operationId}`;
  const byName = prefix === "id" ? entries.find((entry) => sameLetters(generatedName(entry), rest)) : undefined;
  if (byName) return byName.operationId === undefined ? byName.id : `id:${byName.operationId}`;
  if (prefix === "" && nearTag !== undefined && !rest.includes("/")) return `tag:${nearTag}`;
  const samePath = entries.filter((entry) => plainPath(entry.path) === plainPath(rest));
  const near = samePath.find((entry) => entry.method === prefix) ?? samePath[0];
  if (near) return near.id;
  if (prefix === "" && nearTag !== undefined) return `tag:${nearTag}`;
  return mistyped({ pattern, prefix, rest }, entries);
}

/** The help for a pattern that matches nothing: {@link shellAdvice}, or the {@link suggestion} as a question. */
export function didYouMean(pattern: string, entries: OperationEntry[]): string | undefined {
  const advice = shellAdvice(pattern);
  if (advice !== undefined) return advice;
  const near = suggestion(pattern, entries);
  return near === undefined ? undefined : `Did you mean ${near}?`;
}

/** The operation whose path, or whose `operationId`, differs in a few characters. */
function mistyped(
  { pattern, prefix, rest }: { pattern: string; prefix: string; rest: string },
  entries: readonly OperationEntry[],
): string | undefined {
  if (pattern.endsWith("/**")) return mistypedFolder(prefix, rest.slice(0, -"/**".length), entries);
  if (pattern.includes("*")) return undefined;
  const paths = new Map(entries.map(({ id, method, path }) => [`${method}:${plainPath(path)}`, id]));
  if (rest.includes("/")) return paths.get(closest(`${prefix}:${plainPath(rest)}`, paths.keys(), MISTYPED) ?? "");
  const ids = entries.flatMap(({ operationId }) => operationId ?? []);
  const id = closest(rest, ids, MISTYPED);
  return id === undefined ? undefined : `id:${id}`;
}

/** The pattern for everything below a path that differs in a few characters, and has operations with the method. */
function mistypedFolder(method: string, folder: string, entries: readonly OperationEntry[]): string | undefined {
  const depth = folder.split("/").length;
  const below = entries.filter((entry) => method === "*" || entry.method === method);
  const folders = new Map(
    below.map(({ path }) => path.split("/").slice(0, depth).join("/")).map((path) => [plainPath(path), path]),
  );
  const near = folders.get(closest(plainPath(folder), folders.keys(), MISTYPED) ?? "");
  return near === undefined ? undefined : `${method}:${near}/**`;
}

/** The parts before and after the colon, or after the method of `GET /pets`. The first one is in lower case. */
function split(pattern: string): [prefix: string, rest: string] {
  const [, prefix = "", rest = pattern] = /^([a-z]*|\*)(?::|\s+(?=\/))\s*(.*)$/is.exec(pattern.trim()) ?? [];
  return [prefix.toLowerCase(), rest.trim()];
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** What the generated name of an operation is made from: users may take that name for the `operationId`. */
function generatedName({ operationId, method, path }: OperationEntry): string {
  return operationId ?? `${method} ${path.replace(/\{/g, " By ")}`;
}

function sameLetters(a: string, b: string): boolean {
  return lettersOf(a) === lettersOf(b);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A path without what people write in different ways: it is the same for `/pets/{petId}/`, `pets/:id` and `/Pets/{id}`. */
function plainPath(path: string): string {
  return withoutEnds(path.toLowerCase().replace(/\{[^{}]*\}|(?<=\/):\w+/g, "{}"), "/");
}
