import {
  type Changes,
  isObject,
  type Json,
  type JsonObject,
  member,
  pickMembers,
  replaceMember,
  replaceMembers,
  stringMember,
} from "../../../json/index.js";
import { isBefore31 } from "../../model.js";
import { isAnnotation } from "../../schema-keywords.js";
import { saidFlag } from "../../shapes/index.js";
import type { UpgradeContext } from "../context.js";
import { withoutAbsent } from "./absent.js";
import { withWordsOfParts } from "./all-of.js";
import { upgradeDiscriminator } from "./discriminator-object.js";
import { withValuesOfItems } from "./enum.js";
import { withChoiceOfItems, withItemsOfChoices } from "./items.js";
import { upgradeKeywords } from "./keywords.js";
import { meansMap, withMeantMap } from "./map.js";
import { type MeantValues, meantValues, withMeantValues } from "./meant-values.js";
import { isNullable, isNullType, upgradeNullable, withNullablePart, withNullChoices } from "./nullable.js";
import { isSettled } from "./settled.js";
import { forEachSubschema, mapSubschemas } from "./subschemas.js";
import { withKnownTypes } from "./type.js";

/**
 * Upgrades a Schema Object of Swagger 2.0 or OpenAPI 3.0 to JSON Schema 2020-12, which OpenAPI 3.1 uses. Returns a value that is not
 * an object, or a schema that needs no change, as it is.
 *
 * The walk has its own stack, because the depth of schemas is up to the document.
 */
export function upgradeSchema(value: Json, context: UpgradeContext): Json {
  if (!isObject(value)) return value;
  if (allowsNothing(value)) return false;
  const { schemas } = context;
  const referred = (reference: string) => context.reference(reference);
  if (isSettled(value, referred)) return value;
  const opened = new Set<JsonObject>();
  const stack = [value];
  for (let schema = stack.at(-1); schema; schema = stack.at(-1)) {
    if (!schemas.has(schema) && !opened.has(schema)) {
      opened.add(schema);
      const { length } = stack;
      forEachSubschema(schema, (subschema) => {
        if (isSettled(subschema, referred) || schemas.has(subschema) || opened.has(subschema)) return;
        stack.push(subschema);
      });
      if (stack.length > length) continue;
    }
    stack.pop();
    if (schemas.has(schema)) continue;
    const meant = meantValues(schema);
    const upgraded = upgradeOne(meant ? withMeantValues(schema, meant) : schema, context);
    const dropped = droppedKeywords(schema, { upgraded, meant }, context);
    if (dropped) context.dropped.set(upgraded, dropped);
    schemas.set(schema, context.origins.carry(schema, upgraded));
  }
  return schemas.get(value) ?? value;
}

/** Upgrades one schema whose subschemas are upgraded. */
function upgradeOne(schema: JsonObject, context: UpgradeContext): JsonObject {
  const reference = stringMember(schema, "$ref");
  if (reference !== undefined && isBefore31(context.family)) {
    return upgradeNullable(upgradeLoneReference(schema, reference, context));
  }
  let result = mapSubschemas(schema, (subschema) =>
    allowsNothing(subschema) ? false : (context.schemas.get(subschema) ?? subschema),
  );
  if (reference !== undefined) {
    result = replaceMember(result, "$ref", context.reference(reference));
  }
  result = withWordsOfParts(withNullablePart(withNullChoices(result, schema), schema));
  result = withMeantMap(result);
  if (isBefore31(context.family)) result = withChoiceOfItems(result);
  result = upgradeKeywords(withKnownTypes(withoutAbsent(result, schema)), schema);
  result = upgradeDiscriminator(result, schema, context);
  return withValuesOfItems(upgradeNullable(withItemsOfChoices(result)));
}

/** True for `not: {}`, which generators without boolean schemas write for `false` (TypeSpec and zod, for their `never`). */
function allowsNothing(schema: JsonObject): boolean {
  const { not } = schema;
  const isAnything = not === true || (isObject(not) && Object.keys(not).length === 0);
  return isAnything && Object.keys(schema).every((key) => key === "not" || isAnnotation(key));
}

/**
 * Upgrades a Reference Object in the place of a schema. In 2.0 and 3.0, keywords beside a `$ref` are ignored, but authors mean
 * annotations and `nullable` (or null in `type`), and 3.1 allows them.
 */
function upgradeLoneReference(schema: JsonObject, reference: string, context: UpgradeContext): JsonObject {
  const isNull = isNullType(member(schema, "type"));
  const keep = (key: string) => key === "$ref" || key === "nullable" || (isNull && key === "type") || isAnnotation(key);
  const kept = Object.keys(schema).every(keep) ? schema : pickMembers(schema, keep);
  const changes: Changes = new Map([["$ref", context.reference(reference)]]);
  if (isNullable(schema)) changes.set("nullable", true);
  return replaceMembers(kept, changes);
}

/**
 * Returns the keywords of a schema whose values are ignored, because they have no meaning, or are read as something else: an array
 * under `items` in versions without tuples, alternatives under it without `type: array`, strings for booleans, objects for arrays.
 * Null counts as absent, and so does a `nullable` of false.
 */
function droppedKeywords(
  schema: JsonObject,
  { upgraded, meant }: { upgraded: JsonObject; meant: MeantValues | undefined },
  { family }: UpgradeContext,
): (readonly [keyword: string, value: Json])[] | undefined {
  const { nullable, required, items, properties } = schema;
  const isMap = meansMap(schema);
  const isOtherItems = isBefore31(family) && (Array.isArray(items) || isChoiceOfItems(schema, upgraded));
  if (nullable === undefined && required === undefined && !isOtherItems && !meant && !isMap) return undefined;
  const dropped = (meant ?? [])
    .filter(([keyword, , said]) => keyword !== "nullable" || said)
    .map(([keyword, written]): readonly [string, Json] => [keyword, written]);
  const isMeant = meant?.some(([keyword]) => keyword === "required");
  if (nullable !== undefined && nullable !== null && saidFlag(nullable) === undefined)
    dropped.push(["nullable", nullable]);
  if (required !== undefined && required !== null && !isListOfNames(required) && !isMeant)
    dropped.push(["required", required]);
  if (isOtherItems) dropped.push(["items", items as Json]);
  if (isMap) dropped.push(["properties", properties as Json]);
  return dropped.length > 0 ? dropped : undefined;
}

/** True if the alternatives under `items` have become those of the schema itself. */
function isChoiceOfItems({ items, anyOf }: JsonObject, upgraded: JsonObject): boolean {
  return items !== undefined && anyOf === undefined && upgraded.items === undefined && upgraded.anyOf !== undefined;
}

function isListOfNames(value: Json): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}
