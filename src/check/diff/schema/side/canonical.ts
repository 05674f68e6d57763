import { byCodeUnit } from "../../../../files/index.js";
import { referencedKey } from "../../../../ir/index.js";
import { isObject, type Json, type JsonObject } from "../../../../json/index.js";
import { isAnnotation } from "../../../../spec/schema-keywords.js";

/** Keywords other than annotations that do not affect which values are allowed. */
const SILENT = new Set(["summary", "xml", "$comment", "$id", "$schema", "$anchor"]);

/** True for a keyword that does not affect which values a schema allows, such as an extension. */
export function isSilent(keyword: string): boolean {
  return isAnnotation(keyword) || SILENT.has(keyword);
}

/** Serializes a JSON value independently of the order of its keys. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join(",")}}`;
}

/** Serializes a schema without annotations. Schemas that differ only in these, or in the order of keys, are equal. */
export function canonicalSchema(schema: Json): string {
  if (!isObject(schema)) return canonical(schema);
  const parts = entries(schema).flatMap(([keyword, value]) => {
    if (isSilent(keyword)) return [];
    return [`${JSON.stringify(keyword)}:${canonicalKeyword(keyword, value)}`];
  });
  return `{${parts.join(",")}}`;
}

function canonicalKeyword(keyword: string, value: Json): string {
  switch (keyword) {
    case "$ref":
      return typeof value === "string" ? JSON.stringify(referencedKey(value)) : canonical(value);
    case "enum":
    case "required":
    case "type":
      return Array.isArray(value) ? `[${value.map(canonical).sort().join(",")}]` : canonical(value);
    case "const":
    case "mapping":
    case "dependentRequired":
      return canonical(value);
    case "properties":
    case "patternProperties":
    case "$defs":
    case "dependentSchemas":
      if (!isObject(value)) return canonical(value);
      return `{${entries(value)
        .map(([name, item]) => `${JSON.stringify(name)}:${canonicalSchema(item)}`)
        .join(",")}}`;
    default:
      return Array.isArray(value) ? `[${value.map(canonicalSchema).join(",")}]` : canonicalSchema(value);
  }
}

function entries(object: JsonObject): [string, Json][] {
  return Object.entries(object).sort(([a], [b]) => byCodeUnit(a, b));
}
