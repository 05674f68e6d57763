import { anyReached } from "../../../collections/index.js";
import type { Schema, SchemaType } from "../../../ir/index.js";
import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { COMPOSITION, choicesOf } from "../../../spec/schema-keywords.js";
import {
  type Direction,
  LimitedParts,
  type Names,
  NO_NAMES,
  type Schemas,
  takenOver,
  ValuesOfProperties,
} from "../schemas/index.js";
import { allowedValues } from "./allowed-values.js";
import { preparedArray } from "./array.js";
import { BareObjects, NULLABLE_OBJECT } from "./bare-objects.js";
import type { PrepareContext } from "./context.js";
import {
  chosenDemand,
  type Demand,
  demandBehind,
  demandOf,
  isBareDemand,
  isNullableWhole,
  mayBeNull,
  nullableDemand,
  withOwnDemands,
  withoutNullChoice,
} from "./demands/index.js";
import { DiscriminatedMembers } from "./discriminator/index.js";
import { withDocumentation } from "./documentation.js";
import { NamedReferences } from "./named-references.js";
import { conditionalObject, preparedObject, type SaidOfObject } from "./object.js";
import { type Around, isOfObjects, openChoice } from "./open-choice.js";
import { loneReference, scalarType } from "./plain.js";
import { allowsAnything, eitherOf, orNull, type PreparedSchema } from "./prepared.js";
import { scalarTypes } from "./scalar-types.js";
import { choices, saysMoreThanType, schemaTypes } from "./schema-types.js";
import { othersOf, withoutUnevaluated } from "./unevaluated.js";

/**
 * Rewrites a schema so that openapi-typescript's transform makes the right type of it, with only one way of expressing
 * each thing. The transform reads `anyOf` beside other keywords as "or", arrays of types with `allOf` as an
 * intersection with null, `$defs` as a property, and `nullable` values separately from `enum`; none of these remains.
 * See docs/decisions/0004-schema-types.md.
 */
export class Preparer {
  readonly #schemas: Schemas;
  readonly #discriminated: DiscriminatedMembers;
  readonly #bareObjects: BareObjects;
  readonly #limitedParts: LimitedParts;
  readonly #references: NamedReferences;
  /** The context for the preparation of objects. */
  readonly #parts: PrepareContext;

  constructor(schemas: Schemas, direction: Direction) {
    this.#schemas = schemas;
    this.#discriminated = new DiscriminatedMembers(schemas, direction);
    this.#bareObjects = new BareObjects(schemas, direction);
    this.#limitedParts = new LimitedParts(schemas, (schema) => othersOf(schema) === "typed");
    this.#references = new NamedReferences({
      schemas,
      direction,
      limitedParts: this.#limitedParts,
      prepare: (schema, around) => this.#part(schema, around),
    });
    const taken = (schema: JsonObject) => takenOver(schema, schemas);
    const choosing = anyReached(taken, (schema) => choicesOf(schema).length > 0);
    const nullable = anyReached(taken, mayBeNull);
    const values = new ValuesOfProperties(schemas, scalarTypes);
    this.#parts = { schemas, direction, values, prepare: (schema) => this.prepare(schema), choosing, nullable };
  }

  /**
   * Prepares a schema.
   * @param owner the schema's key, if it is a named one
   */
  prepare(schema: Schema | Json | undefined, owner?: string): PreparedSchema {
    return this.#part(schema, owner === undefined ? ALONE : { ...ALONE, owner });
  }

  #part(schema: Schema | Json | undefined, around: Around): PreparedSchema {
    if (typeof schema === "boolean") return schema;
    if (!isObject(schema)) return true;
    const prepared = this.#plain(schema, around) ?? this.#withoutDocumentation(withoutUnevaluated(schema), around);
    return withDocumentation(prepared, schema);
  }

  /**
   * Prepares the schemas that most of a document consists of: a single scalar type, or a reference. Undefined for any
   * other schema.
   */
  #plain(schema: JsonObject, around: Around): PreparedSchema | undefined {
    const type = scalarType(schema);
    if (type !== undefined) return { type };
    const reference = loneReference(schema);
    return reference === undefined ? undefined : this.#references.prepared(reference, around);
  }

  #withoutDocumentation(schema: JsonObject, around: Around): PreparedSchema {
    const values = allowedValues(schema);
    if (values) return { enum: values };
    const types = schemaTypes(schema);
    const nonNull = types.filter((type) => type !== "null");
    if (types.length > 0 && nonNull.length === 0) return { type: "null" };
    const isNullable = nonNull.length < types.length;
    const beside = isNullable ? { ...schema, type: nonNull as Json[] } : withoutNullChoice(schema);
    if (beside === undefined) return this.#composed(schema, types, around);
    const rest = this.#composed(beside, nonNull, around);
    return rest === true ? true : orNull(rest);
  }

  /** Prepares the schema's own keywords, `$ref`, `allOf`, `anyOf` and `oneOf`, all of which must match. */
  #composed(schema: JsonObject, types: SchemaType[], around: Around): PreparedSchema {
    const parts: PreparedSchema[] = [];
    const isObjects = COMPOSITION.some((key) => key in schema) && isOfObjects(schema, this.#schemas);
    const left = this.#schemas.marks.united(around.left, this.#schemas.marks.leftOut(schema, this.#parts.direction));
    const declared = this.#limitedParts.around(schema, around.declared);
    const here: Around = {
      owner: around.owner,
      whole: around.whole ?? (isObjects ? schema : undefined),
      left,
      declared: declared.byAll,
    };
    if (typeof schema.$ref === "string") parts.push(this.#references.prepared(schema.$ref, here));
    if (Array.isArray(schema.allOf)) parts.push(...schema.allOf.map((item) => this.#allOfMember(item, here)));
    for (const key of ["anyOf", "oneOf"] as const) {
      const union = this.#union(schema, key, { ...here, declared: declared.byWhole });
      if (union !== undefined) parts.push(union);
    }
    let constraining = parts.filter((part) => !allowsAnything(part));
    const ownTypes = constraining.length > 0 && !saysMoreThanType(schema) ? [] : types;
    const demand = withoutNames(demandOf(schema, this.#schemas), left);
    const said: SaidOfObject = { ...here, demand, whole: here.whole ?? schema };
    const core = this.#core(schema, ownTypes, said);
    if (core !== true) constraining.unshift(core);
    else if (isOnlyOfObjects(schema) && demand.undeclared.length > 0) {
      const demanded = objectWith(demand.undeclared);
      constraining.push(isNullableWhole(schema, this.#parts) ? orNull(demanded) : demanded);
    }
    if (!ownTypes.includes("object") && isOnlyOfObjects(schema))
      constraining.push(...conditionalObject(schema, said, this.#parts));
    if (parts.length > 0) constraining.push(...this.#demandsOnParts(schema, demand));
    if (constraining.includes(false)) return false;
    if (constraining.length > 1) constraining = this.#bareObjects.telling(constraining);
    const required = [...demand.required];
    if (constraining.length === 0) return true;
    if (constraining.length === 1 && (core !== true || required.length === 0)) return constraining[0] ?? true;
    return { allOf: constraining, ...(required.length > 0 ? { required } : {}) };
  }

  /**
   * Returns what the schema requires of parts that do not require it themselves and are not always objects with these
   * properties.
   */
  #demandsOnParts(schema: JsonObject, demand: Demand): PreparedSchema[] {
    const demands = [chosenDemand(schema, demand, this.#parts), nullableDemand(schema, demand, this.#parts)];
    return demands.filter((one) => one !== undefined);
  }

  /**
   * Prepares a member of `allOf`. A parent that lists its children in `oneOf` would include this child again; a child
   * that takes over such a parent means only the parent's properties.
   */
  #allOfMember(item: Json, around: Around): PreparedSchema {
    const { owner } = around;
    const parent = isObject(item) && typeof item.$ref === "string" ? this.#schemas.byRef(item.$ref) : undefined;
    if (owner !== undefined && parent && isObject(parent.schema) && this.#lists(parent.schema, owner)) {
      return this.#references.parent(parent, parent.schema, around);
    }
    const own = withOwnDemands(demandBehind(item, this.#schemas), this.#schemas);
    const isBare = isObject(own) && own.$ref === undefined && this.#bareObjects.isBareSource(own);
    if (!isBare) return this.#part(own, around);
    return schemaTypes(own).includes("null") ? NULLABLE_OBJECT : { type: "object" };
  }

  #lists(parent: JsonObject, key: string): boolean {
    return choicesOf(parent).some((item) => isObject(item) && this.#keyOf(item) === key);
  }

  /** Returns the key of the named schema that a schema references; undefined if there is none. */
  #keyOf({ $ref }: JsonObject): string | undefined {
    return typeof $ref === "string" ? this.#schemas.byRef($ref)?.key : undefined;
  }

  #union(schema: JsonObject, key: "anyOf" | "oneOf", around: Around): PreparedSchema | undefined {
    // If the whole is an object, so is each member, whether or not one that only requires names says so.
    const written = choices(schema, key).map((item) => demandBehind(item, this.#schemas));
    const all = written.map((item) => (around.whole && isBareDemand(item) ? withoutType(item) : item));
    // The schema as a member of its own choice adds nothing to the others.
    const { owner } = around;
    const list = all.filter((item) => owner === undefined || !isObject(item) || this.#keyOf(item) !== owner);
    if (list.length === 0) return all.length === 0 ? undefined : true;
    const apart: Around = { ...around, whole: undefined };
    const prepare = (part: Json) => this.#part(part, apart);
    const members = list.map((item) => this.#discriminated.narrowed(schema, item, prepare));
    if (members.some(allowsAnything)) {
      const both = members.map((prepared, index) => ({ schema: list[index] as Json, prepared }));
      return openChoice(both, around, this.#parts);
    }
    const possible = members.filter((item) => item !== false);
    if (possible.length === 0) return false;
    return eitherOf(possible);
  }

  /** Prepares the schema's own keywords for each of the types; true if there are none. */
  #core(schema: JsonObject, types: SchemaType[], said: SaidOfObject): PreparedSchema {
    const parts = types.map((type) => {
      if (type === "object") return preparedObject(schema, said, this.#parts);
      if (type === "array") return preparedArray(schema, (item) => this.prepare(item));
      return { type };
    });
    return parts.length === 0 ? true : eitherOf(parts);
  }
}

const ALONE: Around = { owner: undefined, whole: undefined, left: NO_NAMES, declared: NO_NAMES };

function withoutNames({ required, undeclared }: Demand, names: Names): Demand {
  if (names.size === 0) return { required, undeclared };
  const isLeft = (name: string) => !names.has(name);
  return { required: required.filter(isLeft), undeclared: undeclared.filter(isLeft) };
}

/** True if a composed schema, as far as it says, describes only objects. */
function isOnlyOfObjects({ type, $ref, allOf, anyOf, oneOf }: JsonObject): boolean {
  return [type].flat().includes("object") || (type === undefined && !anyOf && !oneOf && ($ref ?? allOf) !== undefined);
}

/** Returns the schema of an object about which only these required names are known. */
function objectWith(names: readonly string[]): JsonObject {
  return { type: "object", properties: Object.fromEntries(names.map((name) => [name, {}])), required: [...names] };
}

function withoutType({ type: _type, ...rest }: JsonObject): JsonObject {
  return rest;
}
