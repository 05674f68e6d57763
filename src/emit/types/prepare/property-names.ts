import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import type { Schemas } from "../schemas.js";
import { allowedValues } from "./allowed-values.js";
import { loneReference } from "./plain.js";
import { schemaTypes } from "./schema-types.js";
import { shortForm } from "./short-form.js";

/** So many names are listed one by one. */
const MOST_NAMES = 100;

/**
 * The names that an object's properties may have, where `propertyNames` lists them (JSON Schema 2020-12, section 10.3.2.4);
 * undefined where it does not, and where what stands for each of them would make the type long.
 */
export function listedNames(schema: JsonObject, schemas: Schemas): string[] | undefined {
  const { propertyNames, additionalProperties = true, patternProperties } = schema;
  const names = isObject(propertyNames) ? schemas.resolve(propertyNames) : undefined;
  if (!names || patternProperties !== undefined || !isShort(additionalProperties)) return undefined;
  const listed = allowedValues(names)?.filter((value) => typeof value === "string") ?? [];
  return listed.length > 0 && listed.length <= MOST_NAMES ? listed : undefined;
}

/** True for a schema whose type is short however deep its values are nested. */
function isShort(schema: Json): boolean {
  if (!isObject(schema)) return schema === true;
  if (Object.keys(schema).length === 0 || loneReference(schema) !== undefined) return true;
  const isOfParts = schemaTypes(schema).some((type) => type === "object" || type === "array");
  return !isOfParts && shortForm(schema, () => true) !== undefined;
}
