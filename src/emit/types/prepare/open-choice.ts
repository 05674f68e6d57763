import { isObject, type Json, type JsonObject, member, setMember } from "../../../json/index.js";
import { type Names, type Schemas, withTakenOver } from "../schemas/index.js";
import type { PrepareContext } from "./context.js";
import { demandOf } from "./demands/index.js";
import { ANY_OBJECT, allowsAnything, type PreparedSchema } from "./prepared.js";
import { choices, saysMoreThanType, schemaTypes } from "./schema-types.js";
import { shortForm } from "./short-form.js";

/**
 * The maximum number of parts of an object that are searched. If all schemas reference each other, each has as many
 * parts as there are schemas.
 */
const MOST_TAKEN_OVER = 100;

/** The object that a schema is a part of. */
export interface Around {
  /** The key of the named schema that is being prepared, if this schema is that one or a part of it. */
  owner: string | undefined;
  /** The object with everything that it is composed of; undefined if the schema is not part of another. */
  whole: JsonObject | undefined;
  /** Properties that the direction does not have. */
  left: Names;
  /** Properties that the object declares, if a part of it limits other properties; undefined for any property. */
  declared: Names | undefined;
}

/** A member of `anyOf` or `oneOf`, as it was written and as it was prepared. */
interface ChoiceMember {
  schema: Json;
  prepared: PreparedSchema;
}

/**
 * Prepares a choice in which some members only require names or say nothing, and others declare properties (JSON Schema
 * 2020-12, section 10.2.1): "an id, or else an email, which is a string". Undefined if it says nothing about objects.
 *
 * @param around the object that has the choice; if the choice is not part of one, only members that require names count
 * as objects
 */
export function openChoice(
  members: readonly ChoiceMember[],
  around: Around,
  context: PrepareContext,
): PreparedSchema | undefined {
  const possible = members.filter(({ prepared }) => allowsAnything(prepared) || mayBeObject(prepared));
  if (possible.every(({ prepared }) => allowsAnything(prepared))) return undefined;
  if (!around.whole && possible.length < members.length) return undefined;
  const parts: PreparedSchema[] = [];
  for (const { schema, prepared } of possible) {
    const part = allowsAnything(prepared) ? demanded(schema, around, context) : prepared;
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return { anyOf: parts as Json[] };
}

function mayBeObject(prepared: PreparedSchema): boolean {
  if (typeof prepared === "boolean") return false;
  return prepared.type === "object" || ["$ref", "allOf", "anyOf"].some((key) => key in prepared);
}

/**
 * Returns an object schema with the names that a member requires, each with its type in the whole object if that is
 * short. Undefined if the member requires none and nothing else says that it is an object.
 */
function demanded(
  schema: Json,
  { whole, left }: Around,
  { schemas, prepare }: PrepareContext,
): PreparedSchema | undefined {
  const names = isObject(schema) ? demandOf(schema, schemas).required : [];
  if (names.length === 0 && !whole) return undefined;
  const properties: JsonObject = {};
  for (const name of names) {
    if (left.has(name)) continue;
    const property = whole && propertyOf(whole, name, schemas);
    setMember(properties, name, (property === undefined ? undefined : shortForm(property, prepare)) ?? {});
  }
  const required = Object.keys(properties);
  if (required.length > 0) return { type: "object", properties, required };
  return whole && isDescribed(whole) ? ANY_OBJECT : { type: "object", additionalProperties: {} };
}

/** True if other keywords describe the object. */
function isDescribed(whole: JsonObject): boolean {
  return saysMoreThanType(whole) || whole.$ref !== undefined || whole.allOf !== undefined;
}

/** Returns a property of an object, from the object itself or from what it takes over. */
function propertyOf(whole: JsonObject, name: string, schemas: Schemas): Json | undefined {
  for (const { properties } of allTakenOver(whole, schemas)) {
    const property = isObject(properties) ? member(properties, name) : undefined;
    if (property !== undefined) return property;
  }
  return undefined;
}

/**
 * True if a schema says that its values are objects, by itself or through its references and `allOf`. The members of
 * its `anyOf` and `oneOf` are then parts of that object.
 */
export function isOfObjects(schema: JsonObject, schemas: Schemas): boolean {
  for (const part of allTakenOver(schema, schemas)) {
    if (part.type === undefined && !saysMoreThanType(part) && choosesOthers(part, schemas)) continue;
    const types = schemaTypes(part).filter((type) => type !== "null");
    if (types.length === 1 && types[0] === "object") return true;
  }
  return false;
}

/** True for a choice that allows values other than objects. */
function choosesOthers(schema: JsonObject, schemas: Schemas): boolean {
  return [...choices(schema, "anyOf"), ...choices(schema, "oneOf")].some((item) => {
    const member = schemas.resolve(item);
    const types = isObject(member) ? schemaTypes(member).filter((type) => type !== "null") : [];
    return types.length > 0 && !types.includes("object");
  });
}

/** Yields a schema and what its values must also match, nearest first, up to a limit. */
function* allTakenOver(schema: JsonObject, schemas: Schemas): Generator<JsonObject> {
  let count = 0;
  for (const part of withTakenOver(schema, schemas)) {
    yield part;
    count += 1;
    if (count === MOST_TAKEN_OVER) return;
  }
}
