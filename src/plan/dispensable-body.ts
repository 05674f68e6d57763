import type { ContentKind, MediaType, Operation, RequestBody } from "../ir/index.js";
import { isComposed } from "../spec/schema-keywords.js";

/**
 * True for an optional body that a call can do without: the body of GET or HEAD, which has no meaning (RFC 9110,
 * section 9.3.1), or an empty one, such as the empty form that some specs declare for every operation.
 */
export function isDispensable(operation: Operation, body: RequestBody): boolean {
  if (body.required) return false;
  return operation.method === "get" || operation.method === "head" || isEmptyBody(body);
}

/** Kinds of content that always have data (OpenAPI 3.1, section 4.8.14.3), even without a schema. */
const NEVER_EMPTY: ReadonlySet<ContentKind> = new Set(["binary", "events", "lines"]);

/** True for a body that cannot have data in any of its media types. */
export function isEmptyBody(body: RequestBody): boolean {
  return body.content.every(isEmptyContent);
}

function isEmptyContent({ kind, schema, itemSchema }: MediaType): boolean {
  if (itemSchema !== undefined) return false;
  if (schema === undefined) return !NEVER_EMPTY.has(kind);
  if (typeof schema === "boolean") return false;
  const { properties, additionalProperties } = schema;
  const isClosed = !isComposed(schema) && (additionalProperties === undefined || additionalProperties === false);
  // In JSON, an object without further keywords may have any members; in a form, it has no fields.
  if (kind === "json" && isClosed && schema.type === "object" && properties === undefined)
    return schema.additionalProperties === false;
  const isEmpty = typeof properties === "object" && properties !== null && Object.keys(properties).length === 0;
  return isClosed && (properties === undefined || isEmpty) && (schema.type === "object" || schema.type === undefined);
}
