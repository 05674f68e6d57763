import { memoized, reached } from "../../../../collections/index.js";
import { isObject, type Json, type JsonObject, member } from "../../../../json/index.js";
import { choicesOf } from "../../../../spec/schema-keywords.js";
import { type Schemas, withAllTakenOver, withTakenOver } from "../../schemas/index.js";
import type { PrepareContext } from "../context.js";
import { demandedObject, type PreparedSchema } from "../prepared.js";
import { DEEPEST_CHOICE, isNull, schemaTypes } from "../schema-types.js";
import { type Demand, demandOf, requiredNames } from "./required.js";

/**
 * What a schema requires of the objects that its `oneOf` and `anyOf` choose among (JSON Schema 2020-12, section 6.5.3 of the
 * validation): names that these declare and do not all require. Undefined where there are none, or where something else than objects
 * and null may be chosen. Null is let pass where it may be.
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

/** The parts of what schemas refer to: what they demand, they demand by themselves. */
function behindReferences(referring: readonly JsonObject[], schemas: Schemas): JsonObject[] {
  const targets = referring
    .map((schema) => (typeof schema.$ref === "string" ? schemas.resolve(schema) : undefined))
    .filter((target) => target !== undefined);
  return [...withAllTakenOver(targets, schemas)];
}

/** The lists that a schema chooses from. */
function choiceLists({ anyOf, oneOf }: JsonObject): Json[][] {
  return [anyOf, oneOf].filter((list) => Array.isArray(list));
}

function declares({ properties }: JsonObject, name: string): boolean {
  return isObject(properties) && Object.hasOwn(properties, name);
}

/** True for a choice whose members differ in that property: each of them has it, with its values. */
function tells({ discriminator }: JsonObject, name: string): boolean {
  return isObject(discriminator) && discriminator.propertyName === name;
}

/** The members of choices, and of what these choose among themselves, each as its parts; none of one that is not a schema. */
function membersIn(members: readonly Json[], schemas: Schemas): JsonObject[][] {
  const partsIn = (item: Json) => (isObject(item) ? partsOf(item, schemas) : []);
  const chosen = (item: Json) => partsIn(item).flatMap(choicesOf);
  return [...reached(members, chosen, DEEPEST_CHOICE)].map(partsIn);
}

/** True where a member, by its parts, is one of objects, or is null, as far as it says. */
function isOfObjectsOrNull(parts: readonly JsonObject[]): boolean {
  const types = parts.flatMap((part) => schemaTypes(part));
  if (types.some((type) => type !== "object" && type !== "null")) return false;
  return types.length > 0 || parts.some((part) => choiceLists(part).length > 0);
}

/** True for a member that is null, or says that it may be. */
function allowsNull(parts: readonly JsonObject[]): boolean {
  const types = parts.map((part) => schemaTypes(part)).filter(({ length }) => length > 0);
  return types.length > 0 && types.every((list) => list.includes("null"));
}

/** A name that is demanded, and which members of choices are known to meet that. */
interface DemandedName extends PrepareContext {
  name: string;
  known: Map<Json, boolean>;
}

/** True for a part whose property of that name the direction does not have: then nobody can give it. */
function leavesOut({ properties }: JsonObject, { name, direction, schemas }: DemandedName): boolean {
  return isObject(properties) && schemas.marks.isLeftOut(member(properties, name), direction);
}

/** True where a member of a choice demands a name itself. */
function meets(item: Json, demand: DemandedName, depth: number): boolean {
  if (!isObject(item) || depth > DEEPEST_CHOICE) return false;
  const { name, schemas } = demand;
  // Of null nothing is demanded.
  const isDone = (part: JsonObject) =>
    isNull(part) || demandOf(part, schemas).required.includes(name) || tells(part, name);
  const ofChoice = (list: Json[]) => list.every((one) => meets(one, demand, depth + 1));
  const find = () => partsOf(item, schemas).some((part) => isDone(part) || choiceLists(part).some(ofChoice));
  return memoized(demand.known, item, { meanwhile: false, find });
}
