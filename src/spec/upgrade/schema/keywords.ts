import { type Changes, isObject, type JsonObject, member, objectMember, replaceMembers } from "../../../json/index.js";

/**
 * Replaces keywords of the older JSON Schema drafts, on which Swagger 2.0 and OpenAPI 3.0 are based, by those of 2020-12. `source` is
 * the schema with its subschemas as written.
 */
export function upgradeKeywords(schema: JsonObject, source: JsonObject): JsonObject {
  const changes: Changes = new Map();
  if (Object.hasOwn(schema, "collectionFormat")) changes.set("collectionFormat", undefined);
  changeRequired(schema, source, changes);
  changeLimit(schema, "minimum", "exclusiveMinimum", changes);
  changeLimit(schema, "maximum", "exclusiveMaximum", changes);
  changeTuple(schema, changes);
  return changes.size > 0 ? replaceMembers(schema, changes) : schema;
}

/**
 * A property that OData payloads have only if their type is not known otherwise (OData JSON Format 4.01, section 4.6.3). Specs that
 * are generated from OData still require it, because OpenAPI demands that of a discriminator's property.
 */
const ODATA_TYPE = "@odata.type";

/** Keeps only names in `required`, and moves draft 3's `required: true` on a property to the array of the schema around it. */
function changeRequired(schema: JsonObject, source: JsonObject, changes: Changes): void {
  const required = member(schema, "required");
  const names = Array.isArray(required)
    ? required.filter((name) => typeof name === "string" && name !== ODATA_TYPE)
    : [];
  const listed = names.length;
  const properties = objectMember(source, "properties");
  if (properties) {
    for (const name of Object.keys(properties)) {
      const property = properties[name]!;
      if (isObject(property) && member(property, "required") === true && !names.includes(name)) names.push(name);
    }
  }
  if (Array.isArray(required)) {
    if (names.length !== listed || listed !== required.length) changes.set("required", names);
  } else if (required !== undefined || names.length > 0) {
    changes.set("required", names.length > 0 ? names : undefined);
  }
}

/** Replaces `minimum: 1, exclusiveMinimum: true` by `exclusiveMinimum: 1`, which is valid since draft 6. */
function changeLimit(schema: JsonObject, limit: string, exclusive: string, changes: Changes): void {
  const flag = member(schema, exclusive);
  if (typeof flag !== "boolean") return;
  const value = member(schema, limit);
  if (flag && typeof value === "number") changes.set(exclusive, value).set(limit, undefined);
  else changes.set(exclusive, undefined);
}

/** Replaces an array under `items` by `prefixItems`, and `additionalItems` beside it by `items` (2020-12). */
function changeTuple(schema: JsonObject, changes: Changes): void {
  const items = member(schema, "items");
  if (!Array.isArray(items)) return;
  if (items.length > 0 && !Object.hasOwn(schema, "prefixItems")) changes.set("prefixItems", items);
  changes.set("items", member(schema, "additionalItems")).set("additionalItems", undefined);
}
