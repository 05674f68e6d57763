import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { isAnnotation } from "../../../spec/schema-keywords.js";
import type { Schemas } from "../schemas/index.js";
import { allowedValues } from "./allowed-values.js";
import { loneReference } from "./plain.js";
import { choices, schemaTypes } from "./schema-types.js";
import { shortForm } from "./short-form.js";

/** The most names that become properties of their own. */
const MOST_NAMES = 100;

/** The most schemas that the value of such a property may choose from. */
const MOST_CHOICES = 10;

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

/** True for a schema whose type is short however deep its values are nested: no object is written in it. */
function isShort(schema: Json): boolean {
  const members = onlyChoices(schema);
  return members ? members.length <= MOST_CHOICES && members.every(isShortItself) : isShortItself(schema);
}

/** What a schema chooses from that says nothing else of values; undefined for any other. */
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
