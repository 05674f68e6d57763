import { isObject, type Json, type JsonObject, kept, member, reached } from "../../../json/index.js";
import { isLeftOut } from "../direction.js";
import type { Direction, Schemas } from "../schemas.js";
import { ANY_OBJECT, type PreparedSchema } from "./prepared.js";
import { type Demand, demandOf, requiredNames } from "./required.js";
import { schemaTypes } from "./schema-types.js";
import { withTakenOver } from "./taken-over.js";

/** How deep choices within choices are followed. */
const DEEPEST_CHOICE = 10;

/** Any value, null too, but none that is missing. */
const SOME_VALUE: JsonObject = { anyOf: [ANY_OBJECT, { type: "null" }] };

/** What a demand on choices is found out with. */
interface ChoiceContext {
  schemas: Schemas;
  direction: Direction;
}

/**
 * What a schema demands of the objects that its `oneOf` and `anyOf` choose among (JSON Schema 2020-12, section 6.5.3 of the
 * validation): the names that these declare and do not all demand themselves. Undefined where there are none, or where
 * something else than objects may be chosen, of which `required` says nothing.
 */
export function chosenDemand(
  schema: JsonObject,
  { required, undeclared }: Demand,
  context: ChoiceContext,
): PreparedSchema | undefined {
  const open = required.filter((name) => !undeclared.includes(name));
  if (open.length === 0) return undefined;
  const parts = partsOf(schema, context.schemas);
  const met = new Set(parts.flatMap((part) => behindReference(part, context.schemas)).flatMap(requiredNames));
  const names = open.filter((name) => !met.has(name) && !parts.some((part) => declares(part, name)));
  const lists = names.length === 0 ? [] : parts.flatMap(choicesOf);
  if (lists.length === 0 || !areOfObjects(lists.flat(), context.schemas)) return undefined;
  const left = names.filter((name) => {
    const demand = { ...context, name, known: new Map<Json, boolean>() };
    const isMet = lists.some((list) => list.every((item) => meets(item, demand, 0)));
    return !isMet && !parts.some((part) => tells(part, name));
  });
  if (left.length === 0) return undefined;
  return { type: "object", properties: Object.fromEntries(left.map((name) => [name, SOME_VALUE])), required: left };
}

function partsOf(schema: JsonObject, schemas: Schemas): JsonObject[] {
  return [...withTakenOver(schema, schemas)];
}

/** The parts of what a schema refers to: what they demand, they demand by themselves. */
function behindReference(schema: JsonObject, schemas: Schemas): JsonObject[] {
  const target = typeof schema.$ref === "string" ? schemas.resolve(schema) : undefined;
  return target ? partsOf(target, schemas) : [];
}

function choicesOf({ anyOf, oneOf }: JsonObject): Json[][] {
  return [anyOf, oneOf].filter((list) => Array.isArray(list));
}

function declares({ properties }: JsonObject, name: string): boolean {
  return isObject(properties) && Object.hasOwn(properties, name);
}

/** True for a choice whose members differ in that property: each of them has it, with its values. */
function tells({ discriminator }: JsonObject, name: string): boolean {
  return isObject(discriminator) && discriminator.propertyName === name;
}

/** True where members of choices are objects, and so is what they choose among themselves, as far as they say. */
function areOfObjects(members: readonly Json[], schemas: Schemas): boolean {
  const chosen = (item: Json) => (isObject(item) ? partsOf(item, schemas).flatMap(choicesOf).flat() : []);
  for (const item of reached(members, chosen, DEEPEST_CHOICE)) {
    if (!isObject(item)) return false;
    const parts = partsOf(item, schemas);
    if (parts.some((part) => schemaTypes(part).some((type) => type !== "object"))) return false;
    const isObjects = (part: JsonObject) => part.type === "object" || part.properties !== undefined;
    if (!parts.some((part) => isObjects(part) || choicesOf(part).length > 0)) return false;
  }
  return true;
}

/** A name that is demanded, and which members of choices are known to meet that. */
interface DemandedName extends ChoiceContext {
  name: string;
  known: Map<Json, boolean>;
}

/** True where a member of a choice demands a name itself, or does not have it in this direction. */
function meets(item: Json, demand: DemandedName, depth: number): boolean {
  if (!isObject(item) || depth > DEEPEST_CHOICE) return false;
  const { name, schemas, direction } = demand;
  const isDone = (part: JsonObject) => {
    const property = isObject(part.properties) ? member(part.properties, name) : undefined;
    return (
      demandOf(part, schemas).required.includes(name) || isLeftOut(property, direction, schemas) || tells(part, name)
    );
  };
  const ofChoice = (list: Json[]) => list.every((one) => meets(one, demand, depth + 1));
  const find = () => partsOf(item, schemas).some((part) => isDone(part) || choicesOf(part).some(ofChoice));
  return kept(demand.known, item, { meanwhile: false, find });
}
