import { identifierOf, shortHash } from "./identifier.js";
import { plainOperationId } from "./plain-operation-id.js";
import { RESERVED_FUNCTION_NAMES } from "./reserved.js";
import { settleNames, type Wishes } from "./settle.js";
import { camelCase, words } from "./words.js";

/** What an operation's name is made from. */
export interface OperationNaming {
  /** Not the same for any two. */
  id: string;
  method: string;
  path: string;
  operationId: string | undefined;
}

/**
 * Function names by operation id, over all operations of a document, so that selecting more renames none: the `operationId` in camel
 * case, without what frameworks add; where it is missing, unusable, not unique or a digest, method and path (`get:/contacts/{id}` is
 * `getContactsById`); where those clash too, with a hash of the id. No two differ by case alone: a name may become a file's.
 */
export function operationNames(operations: readonly OperationNaming[]): Map<string, string> {
  const names = settleNames(operations.map(wishes), RESERVED_FUNCTION_NAMES, "fold");
  return new Map(operations.map((operation, index) => [operation.id, names[index] as string]));
}

/** What swagger-php and some gateways write for an `operationId`: a digest, a UUID or a database's id. */
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

/** `/contacts/{id}.json` is `contacts By id json`, a router's `<int:id>` or `<id:int>` is `By id`, and `/` is `Root`. */
function pathWords(path: string): string[] {
  if (/^\/*$/.test(path)) return ["Root"];
  return path.split(/(\{[^{}]*\}|<[^<>]*>)/).flatMap((part, index) => {
    return index % 2 === 0 ? words(part) : ["By", ...words(part.startsWith("<") ? withoutType(part) : part)];
  });
}

/** What Flask, Django, Bottle and Sanic call the types of parameters. */
const ROUTER_TYPES = /^<?(int|float|number|str|string|alpha|slug|uuid|path|any|re|regex)\b/;

/** A parameter of a router's path, `<int:id>` or `<id:int>`, by its name alone where it is known which that is. */
function withoutType(text: string): string {
  const [first = "", last] = text.split(":", 2);
  if (last === undefined) return text;
  return ROUTER_TYPES.test(last) && !ROUTER_TYPES.test(first) ? first : last;
}
