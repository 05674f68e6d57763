import { isObject, type Json, type JsonObject, reached } from "../../json/index.js";
import { DEEPEST_ALL_OF, type References, takenOver, withTakenOver } from "../types/index.js";

/** Names of properties. */
type Names = ReadonlySet<string>;

const COMPOSED = ["$ref", "allOf", "anyOf", "oneOf"];

/**
 * The properties that are declared around a part of an object which allows no others: `byWhole` by the schema with what it
 * takes over, `byAll` also by the forms that it may have. Authors who close what they compose mean the whole, and by the
 * letter nothing would fulfil it (docs/decisions/0010).
 *
 * @param declared by what the schema is itself a part of; undefined, as in what comes back, for any names
 */
export function declaredAround(
  schema: JsonObject,
  declared: Names | undefined,
  references: References,
): { byWhole: Names | undefined; byAll: Names | undefined } {
  if (!declared) return { byWhole: undefined, byAll: undefined };
  const isComposed = COMPOSED.some((key) => key in schema);
  const parts = isComposed ? partsOf(schema, references) : [];
  if (!parts.some(isClosed)) return { byWhole: declared, byAll: declared };
  const byWhole = new Set([...declared, ...[...withTakenOver(schema, references)].flatMap(declaredBy)]);
  return { byWhole, byAll: new Set([...byWhole, ...parts.flatMap(declaredBy)]) };
}

/**
 * Those of the properties that a schema neither declares nor allows, for a part of it allows no others; undefined for any,
 * of any.
 */
export function refusedOf(declared: Names | undefined, schema: Json, references: References): Names | undefined {
  const parts = declared?.size !== 0 && isObject(schema) ? partsOf(schema, references) : [];
  if (!parts.some(isClosed)) return new Set();
  if (!declared) return undefined;
  const own = new Set(parts.flatMap(declaredBy));
  return new Set([...declared].filter((name) => !own.has(name)));
}

/** The members of `anyOf` and `oneOf`. */
export function formsOf({ anyOf, oneOf }: JsonObject): JsonObject[] {
  return [anyOf, oneOf].flatMap((list) => (Array.isArray(list) ? list.filter((form) => isObject(form)) : []));
}

/** A schema, what it takes over, and the forms that it may have. */
function partsOf(schema: JsonObject, references: References): JsonObject[] {
  const next = (part: JsonObject) => [...takenOver(part, references), ...formsOf(part)];
  return [...reached([schema], next, DEEPEST_ALL_OF)];
}

function declaredBy({ properties }: JsonObject): string[] {
  return isObject(properties) ? Object.keys(properties) : [];
}

function isClosed({ additionalProperties }: JsonObject): boolean {
  return additionalProperties === false;
}
