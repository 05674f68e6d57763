import { createHash } from "node:crypto";
import { RESERVED_TYPE_NAMES } from "./reserved.js";
import { type Candidate, settleNames } from "./settle.js";
import { pascalCase, words } from "./words.js";

/** The two names of a schema: of its type in an answer, and of its type in a request where that differs. */
export interface SchemaNames {
  name: string;
  requestName: string;
}

/**
 * Type names by component key, over all schemas of a document. A key that is an identifier with a capital stays as it
 * is; others become Pascal case; one that clashes, or is a global's name, goes on to `…Schema` and at last to a name
 * with a hash of the key.
 */
export function schemaNames(keys: readonly string[], taken: (name: string) => boolean): Map<string, SchemaNames> {
  const unusable = (name: string) => RESERVED_TYPE_NAMES.has(name) || taken(name);
  const names = settleNames(keys.map(candidate), unusable, "exact");
  const used = new Set(names);
  const requests = settleNames(
    keys.map((key, index) => ({ names: requestCandidates(key, names[index] ?? "") })),
    (name) => unusable(name) || used.has(name),
    "exact",
  );
  return new Map(keys.map((key, index) => [key, { name: names[index] ?? "", requestName: requests[index] ?? "" }]));
}

function candidate(key: string): Candidate {
  const pascal = pascalCase(words(key)) || "Schema";
  const legal = /^\d/.test(pascal) ? `_${pascal}` : pascal;
  const asWritten = /^[A-Z][A-Za-z0-9_]*$/.test(key) ? [key] : [];
  return { names: [...asWritten, legal, `${legal}Schema`, `${legal}_${hashOf(key)}`] };
}

function requestCandidates(key: string, name: string): string[] {
  return [`${name}Request`, `${name}RequestBody`, `${name}Request_${hashOf(key)}`];
}

function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 8);
}
