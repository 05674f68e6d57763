import { type JsonObject, objectMember } from "../../json/index.js";

/** The members of a path item that hold operations (OpenAPI 3.2.0, section 4.9; `query` is 3.2's). */
export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] as const;

/** The methods with their places in the order above. */
const ranks: ReadonlyMap<string, number> = new Map(METHODS.map((method, rank) => [method, rank]));

/** The place of a method in the order above; methods that are not in it come last. */
export function methodRank(method: string): number {
  return ranks.get(method) ?? METHODS.length;
}

/** True for a member of a path item that holds an operation. */
export function isMethod(key: string): boolean {
  return ranks.has(key);
}

/** The methods for which a path item has an operation, in the order above, with the keys of these: some write them in capitals. */
export function operationKeys(pathItem: JsonObject): [method: string, key: string][] {
  const keys = new Map<string, string>();
  for (const key of Object.keys(pathItem)) {
    const method = key.toLowerCase();
    if (isMethod(method) && objectMember(pathItem, key) && (method === key || !keys.has(method))) keys.set(method, key);
  }
  return [...keys].sort(([one], [other]) => methodRank(one) - methodRank(other));
}
