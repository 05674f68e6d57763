import { byCodeUnit } from "../../../../files/index.js";
import { referencedKey } from "../../../../ir/index.js";
import { isObject, type Json, type JsonObject } from "../../../../json/index.js";
import { isAnnotation } from "../../../../spec/schema-keywords.js";

/** Keywords beside the annotations that say nothing of which values are allowed. */
const SILENT = new Set(["summary", "xml", "$comment", "$id", "$schema", "$anchor"]);

/** True for a keyword that says nothing of which values a schema allows; extensions are among them. */
export function isSilent(keyword: string): boolean {
  return isAnnotation(keyword) || SILENT.has(keyword);
}

/** The text of a JSON value, the same whatever the order of its keys. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join(",")}}`;
}

/** The text of a schema without what only describes, the same for schemas that say the same in the same words. */
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
