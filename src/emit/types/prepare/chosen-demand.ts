import { isObject, type Json, type JsonObject, member } from "../../../json/index.js";
import { isLeftOut } from "../direction.js";
import type { Direction, Schemas } from "../schemas.js";
import { ANY_OBJECT, type PreparedSchema } from "./prepared.js";
import { type Demand, demandOf, requiredNames } from "./required.js";
import { schemaTypes } from "./schema-types.js";
import { withTakenOver } from "./taken-over.js";

/** How many choices within choices are followed. */
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
  if (lists.length === 0 || !lists.flat().every((item) => isOfObjects(item, context.schemas, 0))) return undefined;
  const left = names.filter((name) => {
    const isMet = lists.some((list) => list.every((item) => meets(item, name, context, 0)));
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

function isOfObjects(item: Json, schemas: Schemas, depth: number): boolean {
  if (!isObject(item) || depth > DEEPEST_CHOICE) return false;
  const parts = partsOf(item, schemas);
  if (parts.some((part) => schemaTypes(part).some((type) => type !== "object"))) return false;
  const lists = parts.flatMap(choicesOf);
  if (!lists.flat().every((one) => isOfObjects(one, schemas, depth + 1))) return false;
  return lists.length > 0 || parts.some((part) => part.type === "object" || part.properties !== undefined);
}

/** True where a member of a choice demands a name itself, or does not have it in this direction. */
function meets(item: Json, name: string, context: ChoiceContext, depth: number): boolean {
  if (!isObject(item) || depth > DEEPEST_CHOICE) return false;
  const parts = partsOf(item, context.schemas);
  const isDone = (part: JsonObject) => {
    const property = isObject(part.properties) ? member(part.properties, name) : undefined;
    return (
      demandOf(part, context.schemas).required.includes(name) ||
      isLeftOut(property, context.direction, context.schemas) ||
      tells(part, name)
    );
  };
  const ofChoice = (list: Json[]) => list.every((one) => meets(one, name, context, depth + 1));
  return parts.some((part) => isDone(part) || choicesOf(part).some(ofChoice));
}
