import type { Api, Operation } from "../../../ir/index.js";

/** An operation in both versions. One of the two is undefined if the operation was added or removed. */
interface OperationPair {
  before: Operation | undefined;
  after: Operation | undefined;
}

/**
 * Matches the operations of two versions by method and path, then by a path that differs only in parameter names, then
 * by `operationId`. The pairs are in the order of the old version, followed by the added operations in the order of the
 * new.
 */
export function matchOperations(before: Api, after: Api): OperationPair[] {
  const byId = new Map(after.operations.map((operation) => [operation.id, operation]));
  const matched = new Map<Operation, Operation>();
  for (const operation of before.operations) {
    const same = byId.get(operation.id);
    if (same) matched.set(operation, same);
  }
  for (const keyOf of [templateOf, ({ operationId }: Operation) => operationId]) {
    const taken = new Set(matched.values());
    const free = new Map<string, Operation>();
    for (const operation of after.operations) {
      const key = keyOf(operation);
      if (key !== undefined && !taken.has(operation) && !free.has(key)) free.set(key, operation);
    }
    for (const operation of before.operations) {
      const key = matched.has(operation) ? undefined : keyOf(operation);
      const found = key === undefined ? undefined : free.get(key);
      if (key === undefined || !found) continue;
      matched.set(operation, found);
      free.delete(key);
    }
  }
  const taken = new Set(matched.values());
  return [
    ...before.operations.map((operation) => ({ before: operation, after: matched.get(operation) })),
    ...after.operations.filter((item) => !taken.has(item)).map((item) => ({ before: undefined, after: item })),
  ];
}

/** Returns method and path without the names of the path parameters. */
export function templateOf({ method, path }: Pick<Operation, "method" | "path">): string {
  return `${method}:${path.replaceAll(/\{[^{}]*\}/g, "{}")}`;
}
