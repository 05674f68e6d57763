import type { Operation, Schema } from "../../ir/index.js";

/**
 * Returns the schemas of parameters and bodies that occur in several places as the same object, as those of components
 * do.
 */
export function sharedSchemas(operations: readonly Operation[]): ReadonlySet<Schema> {
  const seen = new Set<Schema>();
  const shared = new Set<Schema>();
  for (const { parameters, requestBody } of operations) {
    for (const { schema } of [...parameters, ...(requestBody?.content ?? [])]) {
      if (schema !== undefined) (seen.has(schema) ? shared : seen).add(schema);
    }
  }
  return shared;
}
