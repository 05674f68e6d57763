import { memoized, reached } from "../../../../collections/index.js";
import { isObject, type Json, type JsonObject, member } from "../../../../json/index.js";
import { choicesOf } from "../../../../spec/schema-keywords.js";
import { type Schemas, withAllTakenOver, withTakenOver } from "../../schemas/index.js";
import type { PrepareContext } from "../context.js";
import { demandedObject, type PreparedSchema } from "../prepared.js";
import { DEEPEST_CHOICE, isNull, schemaTypes } from "../schema-types.js";
import { type Demand, demandOf, requiredNames } from "./required.js";

/**
 * Returns, as an object schema, the names that a schema requires of the objects in its `oneOf` and `anyOf` (JSON Schema
 * Validation 2020-12, section 6.5.3): names that the members declare and do not all require. Also allows null if a
 * member may be null. Undefined if there are no such names, or if a member may be something other than an object or
 * null.
 */
export function chosenDemand(
  schema: JsonObject,
  { required, undeclared }: Demand,
  context: PrepareContext,
): PreparedSchema | undefined {
  const open = required.filter((name) => !undeclared.includes(name));
  if (open.length === 0 || !context.choosing.of(schema)) return undefined;
  const parts = partsOf(schema, context.schemas);
  const met = new Set(behindReferences(parts, context.schemas).flatMap(requiredNames));
  const names = open.filter((name) => !met.has(name) && !parts.some((part) => declares(part, name)));
  const lists = names.length === 0 ? [] : parts.flatMap(choiceLists);
  const chosen = lists.length > 0 ? membersIn(lists.flat(), context.schemas) : [];
  if (chosen.length === 0 || !chosen.every(isOfObjectsOrNull)) return undefined;
  const left = names.filter((name) => {
    const demand = { ...context, name, known: new Map<Json, boolean>() };
    const isMet = lists.some((list) => list.every((item) => meets(item, demand, 0)));
    return !isMet && !parts.some((part) => tells(part, name)) && !chosen.flat().some((part) => leavesOut(part, demand));
  });
  if (left.length === 0) return undefined;
  const mayBeNull = chosen.some(allowsNull) && !parts.some((part) => schemaTypes(part).includes("object"));
  return demandedObject(left, mayBeNull);
}

function partsOf(schema: JsonObject, schemas: Schemas): JsonObject[] {
  return [...withTakenOver(schema, schemas)];
}

/** Returns the parts of the schemas' reference targets, which require their names by themselves. */
function behindReferences(referring: readonly JsonObject[], schemas: Schemas): JsonObject[] {
  const targets = referring
    .map((schema) => (typeof schema.$ref === "string" ? schemas.resolve(schema) : undefined))
    .filter((target) => target !== undefined);
  return [...withAllTakenOver(targets, schemas)];
}

/** Returns the arrays under a schema's `anyOf` and `oneOf`. */
function choiceLists({ anyOf, oneOf }: JsonObject): Json[][] {
  return [anyOf, oneOf].filter((list) => Array.isArray(list));
}

function declares({ properties }: JsonObject, name: string): boolean {
  return isObject(properties) && Object.hasOwn(properties, name);
}

/** True for a choice whose discriminator is this property: each member then has it, with its own values. */
function tells({ discriminator }: JsonObject, name: string): boolean {
  return isObject(discriminator) && discriminator.propertyName === name;
}

/**
 * Returns the members of choices, including nested ones, each as an array of its parts; the array is empty for a member
 * that is not a schema.
 */
function membersIn(members: readonly Json[], schemas: Schemas): JsonObject[][] {
  const partsIn = (item: Json) => (isObject(item) ? partsOf(item, schemas) : []);
  const chosen = (item: Json) => partsIn(item).flatMap(choicesOf);
  return [...reached(members, chosen, DEEPEST_CHOICE)].map(partsIn);
}

/** True if a member, as far as its parts say, allows only objects or null. */
function isOfObjectsOrNull(parts: readonly JsonObject[]): boolean {
  const types = parts.flatMap((part) => schemaTypes(part));
  if (types.some((type) => type !== "object" && type !== "null")) return false;
  return types.length > 0 || parts.some((part) => choiceLists(part).length > 0);
}

/** True for a member that is null or allows it. */
function allowsNull(parts: readonly JsonObject[]): boolean {
  const types = parts.map((part) => schemaTypes(part)).filter(({ length }) => length > 0);
  return types.length > 0 && types.every((list) => list.includes("null"));
}

/** A required name, and whether members of choices are known to require it. */
interface DemandedName extends PrepareContext {
  name: string;
  known: Map<Json, boolean>;
}

/** True for a part that declares the property as one that the direction does not have: no value can then contain it. */
function leavesOut({ properties }: JsonObject, { name, direction, schemas }: DemandedName): boolean {
  return isObject(properties) && schemas.marks.isLeftOut(member(properties, name), direction);
}

/** True if a member of a choice requires the name itself. */
function meets(item: Json, demand: DemandedName, depth: number): boolean {
  if (!isObject(item) || depth > DEEPEST_CHOICE) return false;
  const { name, schemas } = demand;
  // `required` does not apply to null.
  const isDone = (part: JsonObject) =>
    isNull(part) || demandOf(part, schemas).required.includes(name) || tells(part, name);
  const ofChoice = (list: Json[]) => list.every((one) => meets(one, demand, depth + 1));
  const find = () => partsOf(item, schemas).some((part) => isDone(part) || choiceLists(part).some(ofChoice));
  return memoized(demand.known, item, { meanwhile: false, find });
}
