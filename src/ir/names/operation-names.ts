import { createHash } from "node:crypto";
import { RESERVED_FUNCTION_NAMES } from "./reserved.js";
import { type Candidate, settleNames } from "./settle.js";
import { camelCase, words } from "./words.js";

/** What an operation's name is made from. */
export interface OperationNaming {
  id: string;
  method: string;
  path: string;
  operationId: string | undefined;
}

/**
 * Function names by operation id, over all operations of a document, so that choosing more of them renames none:
 * the `operationId` in camel case; where it is missing, not usable or not unique, method and path
 * (`get:/contacts/{id}` is `getContactsById`); where even those clash, with a hash of the id.
 */
export function operationNames(operations: readonly OperationNaming[]): Map<string, string> {
  const names = settleNames(operations.map(candidate), (name) => RESERVED_FUNCTION_NAMES.has(name));
  return new Map(operations.map((operation, index) => [operation.id, names[index] ?? ""]));
}

/** Longer names are cut: some specs put a sentence or the whole path into `operationId`. */
const LONGEST = 100;

function candidate(operation: OperationNaming): Candidate {
  const byId = legal(camelCase(words(operation.operationId ?? "")));
  const byPath = legal(camelCase([operation.method, ...pathWords(operation.path)])) || "operation";
  const hash = createHash("sha256").update(operation.id).digest("hex").slice(0, 8);
  return { names: [...(byId ? [byId] : []), byPath, `${byPath}_${hash}`] };
}

/** `/contacts/{id}.json` is `contacts By id json`. */
function pathWords(path: string): string[] {
  return path
    .split(/(\{[^}]*\})/)
    .flatMap((part) => (part.startsWith("{") ? ["By", ...words(part)] : words(part)));
}

function legal(name: string): string {
  if (name === "") return "";
  const cut = name.slice(0, LONGEST);
  return /^\d/.test(cut) ? `_${cut}` : cut;
}
