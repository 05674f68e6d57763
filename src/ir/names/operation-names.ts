import { identifierOf, shortHash } from "./identifier.js";
import { plainOperationId } from "./plain-operation-id.js";
import { RESERVED_FUNCTION_NAMES } from "./reserved.js";
import { settleNames, type Wishes } from "./settle.js";
import { camelCase, words } from "./words.js";

/** The parts of an operation from which its name is made. */
export interface OperationNaming {
  /** Unique in the document. */
  id: string;
  method: string;
  path: string;
  operationId: string | undefined;
}

/**
 * Returns function names by operation id, settled over all operations of a document, so that selecting more renames none. The name
 * is the `operationId` in camel case, without the parts that frameworks add. If that is missing, unusable, not unique or a digest,
 * the name is made from method and path (`get:/contacts/{id}` is `getContactsById`); if those clash too, a hash of the id is added.
 * No two names differ only by case, because a name may become a file name.
 */
export function operationNames(operations: readonly OperationNaming[]): Map<string, string> {
  const names = settleNames(operations.map(wishes), RESERVED_FUNCTION_NAMES, "fold");
  return new Map(operations.map((operation, index) => [operation.id, names[index] as string]));
}

/** An `operationId` as swagger-php and some gateways write it: a digest, a UUID or a database's id. */
const DIGEST = /^(?:[\da-f]{24}|[\da-f]{32,}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

function wishes({ id, method, path, operationId = "" }: OperationNaming): Wishes {
  const byId = identifierOf(camelCase(words(operationId)));
  const plain = plainOperationId({ operationId, method, path });
  const short = identifierOf(camelCase(words(plain)));
  const byPath = () => identifierOf(camelCase([...words(method.toLowerCase()), ...pathWords(path)])) || "operation";
  const byHash = () => `${byPath()}_${shortHash(id)}`;
  if (byId === "" || plain === "" || DIGEST.test(operationId)) return [byPath, byHash];
  return short === "" || short === byId ? [() => byId, byPath, byHash] : [() => short, () => byId, byPath, byHash];
}

/**
 * Returns the words of a path: `/contacts/{id}.json` is `contacts By id json`, a router's `<int:id>` or `<id:int>` is `By id`, and
 * `/` is `Root`.
 */
function pathWords(path: string): string[] {
  if (/^\/*$/.test(path)) return ["Root"];
  return path.split(/(\{[^{}]*\}|<[^<>]*>)/).flatMap((part, index) => {
    return index % 2 === 0 ? words(part) : ["By", ...words(part.startsWith("<") ? withoutType(part) : part)];
  });
}

/** The names of parameter types in Flask, Django, Bottle and Sanic. */
const ROUTER_TYPES = /^<?(int|float|number|str|string|alpha|slug|uuid|path|any|re|regex)\b/;

/** Reduces a parameter of a router's path, `<int:id>` or `<id:int>`, to its name. */
function withoutType(text: string): string {
  const [first = "", last] = text.split(":", 2);
  if (last === undefined) return text;
  return ROUTER_TYPES.test(last) && !ROUTER_TYPES.test(first) ? first : last;
}
