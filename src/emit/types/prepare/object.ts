import type { SchemaType } from "../../../ir/index.js";
import { isObject, type Json, type JsonObject, setMember } from "../../../json/index.js";
import { declaredBy, isSameSchema, type Names, withTakenOver } from "../schemas/index.js";
import { conditionalProperties } from "./conditional.js";
import type { PrepareContext } from "./context.js";
import type { Demand } from "./demands/index.js";
import { allowsAnything, eitherOf, type PreparedSchema } from "./prepared.js";
import { listedNames } from "./property-names.js";
import { scalarTypes } from "./scalar-types.js";
import { choices, isEmptyObject } from "./schema-types.js";
import { othersOf } from "./unevaluated.js";

/** Facts about an object besides the schema's own keywords. */
export interface SaidOfObject {
  demand: Demand;
  /** The object's properties that the direction does not have. */
  left: Names;
  /** The object with everything that it is composed of. */
  whole: JsonObject;
  /** The properties that the whole object declares, if a part of it describes others; undefined for any names. */
  declared: Names | undefined;
}

/** A schema that no value matches. `false` would be read as saying nothing. */
const NOTHING: JsonObject = { enum: [] };

/**
 * Prepares what a schema by itself says about objects: the properties that the direction has, including conditional
 * ones, which of them are required, and what others may be (JSON Schema 2020-12, section 10.3.2). If `propertyNames`
 * lists names, there are no other properties.
 */
export function preparedObject(schema: JsonObject, said: SaidOfObject, context: PrepareContext): JsonObject {
  const { demand, left } = said;
  const { schemas, prepare } = context;
  const properties: JsonObject = {};
  const declared = isObject(schema.properties) ? schema.properties : {};
  for (const name of Object.keys(declared)) {
    if (!left.has(name)) setMember(properties, name, prepare(declared[name]!));
  }
  const isDeclaring = Object.keys(declared).length > 0;
  if (schema.additionalProperties !== false) addConditional(properties, schema, said, context);
  const others = additionalOf(schema, isDeclaring || Object.keys(properties).length > 0, said, context);
  const listed = listedNames(schema, schemas);
  for (const name of listed ?? []) {
    if (!Object.hasOwn(properties, name) && !left.has(name)) setMember(properties, name, others ?? {});
  }
  const additional = listed ? undefined : others;
  const demanded = listed ? {} : demandedOf(schema, others);
  for (const name of demanded ? demand.undeclared : []) {
    if (!Object.hasOwn(properties, name)) setMember(properties, name, demanded!);
  }
  const object: JsonObject = { type: "object" };
  if (Object.keys(properties).length > 0) object.properties = properties;
  if (demand.required.length > 0) object.required = [...demand.required];
  if (additional !== undefined) object.additionalProperties = additional;
  else if (isEmptyObject(schema)) object.additionalProperties = NOTHING;
  return object;
}

/** Returns the conditional properties as a schema of their own; an empty array if there are none. */
export function conditionalObject(schema: JsonObject, said: SaidOfObject, context: PrepareContext): PreparedSchema[] {
  const properties: JsonObject = {};
  addConditional(properties, schema, said, context);
  return Object.keys(properties).length > 0 ? [{ type: "object", properties }] : [];
}

/**
 * Adds conditional properties, except those that some part of the object declares anyway: for these, a condition
 * describes only some of the values.
 */
function addConditional(
  properties: JsonObject,
  schema: JsonObject,
  { left, whole }: SaidOfObject,
  { schemas, direction, prepare }: PrepareContext,
): void {
  const conditional = conditionalProperties(schema, schemas);
  if (conditional.size === 0) return;
  const declared = new Set([...withTakenOver(whole, schemas)].flatMap(declaredBy));
  for (const [name, { forms, isOpen }] of conditional) {
    if (declared.has(name) || left.has(name)) continue;
    if (forms.every((form) => schemas.marks.isLeftOut(form, direction))) continue;
    const prepared = isOpen ? [true] : forms.map(prepare);
    setMember(properties, name, prepared.length > 1 && prepared.some(allowsAnything) ? true : eitherOf(prepared));
  }
}

/**
 * Returns the schema of a required name that is not declared. Because patterns are not run (docs/decisions/0015), it
 * may be anything that one of them or `additionalProperties` allows. Undefined if there can be no such name.
 *
 * @param others the schema of properties besides the declared ones
 */
function demandedOf(schema: JsonObject, others: PreparedSchema | undefined): PreparedSchema | undefined {
  const isOpen = schema.additionalProperties === undefined;
  if (patternsOf(schema).length > 0) return isOpen ? {} : others;
  return schema.additionalProperties === false ? undefined : (others ?? {});
}

function patternsOf({ patternProperties }: JsonObject): Json[] {
  return isObject(patternProperties) ? Object.values(patternProperties) : [];
}

/**
 * Returns the schema of additional properties; undefined if the type should not mention them. An index signature also
 * applies to properties that other parts declare, which is not meant (docs/decisions/0010): if those are strings,
 * numbers and booleans, or allowed as additional properties anyway, it includes their types; otherwise it allows
 * anything.
 */
function additionalOf(
  schema: JsonObject,
  hasNamed: boolean,
  said: SaidOfObject,
  context: PrepareContext,
): PreparedSchema | undefined {
  if (othersOf(schema) === "typed" && !isWithin(said.declared, new Set(declaredBy(schema))))
    return additionalBesideOthers(schema, said, context);
  const { prepare } = context;
  const patterns = patternsOf(schema);
  const rest = schema.additionalProperties;
  if (patterns.length > 0) {
    const members = [...patterns, ...(isObject(rest) ? [rest] : [])].map(prepare);
    return rest === true || members.some(allowsAnything) ? {} : { anyOf: members as Json[] };
  }
  if (rest === false) return undefined;
  if (rest === undefined) return hasNamed || isObject(schema.unevaluatedProperties) ? undefined : {};
  const prepared = prepare(rest);
  return allowsAnything(prepared) ? {} : prepared;
}

/** Returns the same for an object whose other parts declare more properties. */
function additionalBesideOthers(
  schema: JsonObject,
  { declared, whole }: SaidOfObject,
  { prepare, values }: PrepareContext,
): PreparedSchema {
  const { additionalProperties: rest } = schema;
  if (!isObject(rest) || patternsOf(schema).length > 0) return {};
  const all = values.of(whole);
  if (!all || !isWithin(declared, all.names)) return {};
  const forms = [rest, ...choices(rest, "anyOf"), ...choices(rest, "oneOf")].filter(isObject);
  if (!all.others.every((other) => forms.some((form) => isSameSchema(form, other)))) return {};
  const own = scalarTypes(rest);
  if (own) return ofTypes(new Set([...own, ...all.types]));
  const prepared = prepare(rest);
  if (allowsAnything(prepared)) return {};
  return all.types.size === 0 ? prepared : { anyOf: [prepared, ofTypes(all.types)] };
}

function ofTypes(types: ReadonlySet<SchemaType>): PreparedSchema {
  return eitherOf([...types].map((type) => ({ type })));
}

function isWithin(names: Names | undefined, others: Names): boolean {
  return names !== undefined && [...names].every((name) => others.has(name));
}
