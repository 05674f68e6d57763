/**
 * The keywords by which a Swagger 2.0 parameter, header or item says its type (Swagger 2.0, "Parameter Object"), and
 * their neighbours in the wild. Since OpenAPI 3.0 they belong into a schema.
 */
export const TYPE_KEYWORDS: ReadonlySet<string> = new Set([
  "type",
  "format",
  "items",
  "enum",
  "default",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "uniqueItems",
  "multipleOf",
  "properties",
  "additionalProperties",
  "allOf",
  "anyOf",
  "oneOf",
  "nullable",
]);
