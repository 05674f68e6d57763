import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { isAnnotation } from "../../../spec/schema-keywords.js";
import type { Schemas } from "../schemas/index.js";
import { allowedValues } from "./allowed-values.js";
import { loneReference } from "./plain.js";
import { choices, schemaTypes } from "./schema-types.js";
import { shortForm } from "./short-form.js";

/** The maximum number of listed names that become properties. */
const MOST_NAMES = 100;

/** The maximum number of alternatives for the value of such a property. */
const MOST_CHOICES = 10;

/**
 * Returns the names that an object's properties may have, if `propertyNames` lists them (JSON Schema 2020-12, section
 * 10.3.2.4). Undefined if it does not, or if repeating the type of the values for each name would be too long.
 */
export function listedNames(schema: JsonObject, schemas: Schemas): string[] | undefined {
  const { propertyNames, additionalProperties = true, patternProperties } = schema;
  const names = isObject(propertyNames) ? schemas.resolve(propertyNames) : undefined;
  if (!names || patternProperties !== undefined || !isShort(additionalProperties)) return undefined;
  const listed = allowedValues(names)?.filter((value) => typeof value === "string") ?? [];
  return listed.length > 0 && listed.length <= MOST_NAMES ? listed : undefined;
}

/**
 * True for a schema whose type is short however deeply its values are nested, because it contains no object written
 * inline.
 */
function isShort(schema: Json): boolean {
  const members = onlyChoices(schema);
  return members ? members.length <= MOST_CHOICES && members.every(isShortItself) : isShortItself(schema);
}

/** Returns the alternatives of a schema that says nothing else about values; undefined for any other. */
function onlyChoices(schema: Json): Json[] | undefined {
  if (!isObject(schema)) return undefined;
  const [key, ...others] = Object.keys(schema).filter((name) => !isAnnotation(name));
  return (key === "anyOf" || key === "oneOf") && others.length === 0 ? choices(schema, key) : undefined;
}

function isShortItself(schema: Json): boolean {
  if (!isObject(schema)) return schema === true;
  if (Object.keys(schema).length === 0 || loneReference(schema) !== undefined) return true;
  const types = schemaTypes(schema);
  if (types.includes("object") || "prefixItems" in schema || shortForm(schema, () => true) === undefined) return false;
  return !types.includes("array") || isShortItself(schema.items ?? true);
}
