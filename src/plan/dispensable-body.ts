import type { ContentKind, MediaType, Operation, RequestBody } from "../ir/index.js";
import { isComposed } from "../spec/schema-keywords.js";

/**
 * True for a body without JSON that a call can do without: some specs declare an empty form for every operation, and
 * a body of GET and HEAD has no meaning (RFC 9110, section 9.3.1).
 */
export function isDispensable(operation: Operation, body: RequestBody): boolean {
  if (body.required) return false;
  return operation.method === "get" || operation.method === "head" || isEmptyBody(body);
}

/** Kinds of content that say by themselves that there is some (OpenAPI 3.1, section 4.8.14.3), with a schema or without. */
const NEVER_EMPTY: ReadonlySet<ContentKind> = new Set(["binary", "events", "lines"]);

/** True for a body that can hold nothing by any of its media types. */
export function isEmptyBody(body: RequestBody): boolean {
  return body.content.every(isEmptyContent);
}

function isEmptyContent({ kind, schema, itemSchema }: MediaType): boolean {
  if (itemSchema !== undefined) return false;
  if (schema === undefined) return !NEVER_EMPTY.has(kind);
  if (typeof schema === "boolean") return false;
  const { properties, additionalProperties } = schema;
  const isClosed = !isComposed(schema) && (additionalProperties === undefined || additionalProperties === false);
  // Of JSON, an object of which nothing is said is one of any members; of a form, it is one without fields.
  if (kind === "json" && isClosed && schema.type === "object" && properties === undefined)
    return schema.additionalProperties === false;
  const isEmpty = typeof properties === "object" && properties !== null && Object.keys(properties).length === 0;
  return isClosed && (properties === undefined || isEmpty) && (schema.type === "object" || schema.type === undefined);
}
