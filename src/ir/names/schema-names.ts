import { isIdentifier } from "../../identifiers/index.js";
import { identifierOf, shortHash } from "./identifier.js";
import { RESERVED_TYPE_NAMES } from "./reserved.js";
import { settleNames, type Wishes } from "./settle.js";
import { pascalCase, words } from "./words.js";

/** The two names of a schema: of its type in responses, and of its type in requests if that differs. */
export interface SchemaNames {
  name: string;
  requestName: string;
}

/**
 * Returns type names by component key. A key that is an identifier with a capital stays as it is; others become Pascal
 * case. If the name clashes, or is a global's name, `Schema` is appended, or as the last resort a hash of the key.
 *
 * @param keys of all schemas that need distinct names, without duplicates
 * @param taken names that other things have
 */
export function schemaNames(keys: readonly string[], taken: ReadonlySet<string>): Map<string, SchemaNames> {
  const unusable = new Set([...RESERVED_TYPE_NAMES, ...taken]);
  const names = settleNames(keys.map(wishes), unusable, "exact");
  for (const name of names) unusable.add(name);
  return new Map(
    keys.map((key, index) => {
      const name = names[index] as string;
      return [key, { name, requestName: requestName(key, name, unusable) }];
    }),
  );
}

function wishes(key: string): Wishes {
  const pascal = identifierOf(pascalCase(words(key)));
  const withHash = () => `${pascal || "Schema"}_${shortHash(key)}`;
  if (pascal === "") return [() => "Schema", withHash];
  const wishes: Wishes = [() => pascal, () => `${pascal}Schema`, withHash];
  return isTypeName(key) ? [() => key, ...wishes] : wishes;
}

function isTypeName(key: string): boolean {
  return /^\p{Lu}[^$]*$/u.test(key) && isIdentifier(key);
}

/** Returns the name for requests. It is made from the schema's own unique name, so no other schema has the same. */
function requestName(key: string, name: string, unusable: ReadonlySet<string>): string {
  for (const wish of [`${name}Request`, `${name}RequestBody`]) if (!unusable.has(wish)) return wish;
  let last = `${name}Request_${shortHash(key)}`;
  while (unusable.has(last)) last += "_";
  return last;
}
