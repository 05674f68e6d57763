import { closest } from "../../diagnostics/index.js";
import { withoutEnds } from "../without-ends.js";
import type { OperationEntry } from "./operations.js";
import { shellAdvice } from "./shell-advice.js";

/** How much of a path or name may be mistyped: those of one API are often alike. */
const MISTYPED = 1 / 6;

/**
 * What may be meant by a selection pattern that matches nothing, as a pattern. Tried in this order: a tag or `operationId` in other
 * case or without its prefix; an `operationId` by the letters of its generated name; the same path but for case, slashes or
 * parameter names, best with the same method; what differs in a few characters. Undefined where nothing is near.
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

/** The {@link suggestion} as a question, for the help of a diagnostic; {@link shellAdvice} where that is what is wrong. */
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

/** The pattern of all below a path that differs in a few characters, and that has operations of the method. */
function mistypedFolder(method: string, folder: string, entries: readonly OperationEntry[]): string | undefined {
  const depth = folder.split("/").length;
  const below = entries.filter((entry) => method === "*" || entry.method === method);
  const folders = new Map(
    below.map(({ path }) => path.split("/").slice(0, depth).join("/")).map((path) => [plainPath(path), path]),
  );
  const near = folders.get(closest(plainPath(folder), folders.keys(), MISTYPED) ?? "");
  return near === undefined ? undefined : `${method}:${near}/**`;
}

/** What is before the colon, or before the space of `GET /pets`, in lower case; and what is behind it. */
function split(pattern: string): [prefix: string, rest: string] {
  const [, prefix = "", rest = pattern] = /^([a-z]*|\*)(?::|\s+(?=\/))\s*(.*)$/is.exec(pattern.trim()) ?? [];
  return [prefix.toLowerCase(), rest.trim()];
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** What the name of an operation in generated code is made from: that name is what many take for the `operationId`. */
function generatedName({ operationId, method, path }: OperationEntry): string {
  return operationId ?? `${method} ${path.replace(/\{/g, " By ")}`;
}

function sameLetters(a: string, b: string): boolean {
  return lettersOf(a) === lettersOf(b);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A path without what people write in different ways: `/pets/{petId}/`, `pets/:id` and `/Pets/{id}` are one. */
function plainPath(path: string): string {
  return withoutEnds(path.toLowerCase().replace(/\{[^{}]*\}|(?<=\/):\w+/g, "{}"), "/");
}
