import { getOrInsert, memoized, reached } from "../../../../collections/index.js";
import type { SchemaType } from "../../../../ir/index.js";
import { isObject, type Json, type JsonObject } from "../../../../json/index.js";
import { choicesOf } from "../../../../spec/schema-keywords.js";
import { DEEPEST_ALL_OF, type Direction, type Schemas } from "../../schemas/index.js";
import { unquotedValue } from "../allowed-values.js";
import { scalarType } from "../plain.js";
import { allowsAnything, eitherOf, orNull, type PreparedSchema } from "../prepared.js";
import { DEEPEST_CHOICE, isEmptyObject, isNull, schemaTypes } from "../schema-types.js";
import { chosenFrom, DiscriminatorMapping } from "./discriminator-mapping.js";
import { PossibleValues } from "./possible-values.js";

/** A schema that a member leads to through nested choices, and the named choice that contains it, if there is one. */
interface End {
  schema: Json;
  within: Json | undefined;
}

/** The discriminator of a union. */
interface DiscriminatedBy {
  /** The name of the property. */
  name: string;
  mapping: DiscriminatorMapping;
  union: JsonObject;
}

/**
 * Narrows the members of unions with a `discriminator`. Caches what it finds out about schemas, because unions share
 * them.
 */
export class DiscriminatedMembers {
  readonly #schemas: Schemas;
  readonly #possible: PossibleValues;
  readonly #mappings = new WeakMap<JsonObject, DiscriminatorMapping>();
  /** Whether a union's discriminator names no property of its members, by union. */
  readonly #ofOthers = new Map<JsonObject, boolean>();
  readonly #listers = new Map<JsonObject, ReadonlyMap<Json, Json>>();

  constructor(schemas: Schemas, direction: Direction) {
    this.#schemas = schemas;
    this.#possible = new PossibleValues(schemas, direction);
  }

  /**
   * Prepares a member of `oneOf` or `anyOf`, and narrows it if a `discriminator` is beside these (OpenAPI 3.1, section
   * 4.8.25). If a member is only a choice, and no value means it, its own alternatives are narrowed instead. A choice
   * with its own discriminator for the property is not narrowed, and neither is one of unnamed objects: written out in
   * each union they would be long, and in themselves endless.
   */
  narrowed(union: JsonObject, choice: Json, prepare: (schema: Json) => PreparedSchema): PreparedSchema {
    const { discriminator } = union;
    if (!isObject(discriminator) || typeof discriminator.propertyName !== "string") return prepare(choice);
    if (this.#namesNoProperty(union, discriminator, discriminator.propertyName)) return prepare(choice);
    const by = { name: discriminator.propertyName, mapping: this.#mappingOf(union, discriminator), union };
    const ends = [...this.#endsOf(choice, by)];
    if (ends.length === 1 && ends[0]?.schema === choice) return this.#narrowedOne(choice, by, prepare);
    const long = ends.filter(({ schema }) => isLong(schema)).map(({ within }) => within);
    if (long.includes(undefined)) return prepare(choice);
    const whole = new Set(long);
    const others = ends.filter(({ within }) => !whole.has(within)).map(({ schema }) => schema);
    if (!others.some((end) => this.#valuesFor(end, by))) return prepare(choice);
    const parts = [
      ...[...whole].map((one) => prepare(one as Json)),
      ...others.map((end) => this.#narrowedOne(end, by, prepare)),
    ];
    const possible = parts.filter((part) => part !== false);
    if (possible.some(allowsAnything)) return prepare(choice);
    return eitherOf(possible);
  }

  /**
   * True if neither a member nor the union itself declares the named property, and there is no mapping, or the name is
   * a path (`meta.type`, `/meta/type`) into a property that all members have. OpenAPI has no such paths, and without a
   * mapping, the property is beside the choice. Narrowing by it would leave no values.
   */
  #namesNoProperty(union: JsonObject, { mapping }: JsonObject, name: string): boolean {
    const isMapped = isObject(mapping) && Object.keys(mapping).length > 0;
    if (isMapped && !/[./]/.test(name)) return false;
    const find = (): boolean => {
      if (this.#declares(union, name)) return false;
      const [first = ""] = name.replace(/^\//, "").split(/[./]/);
      return !isMapped || choicesOf(union).every((one) => this.#declares(one, first));
    };
    return memoized(this.#ofOthers, union, { meanwhile: false, find });
  }

  /** True if a schema, or one that it takes over or chooses from, declares the property. */
  #declares(schema: Json, name: string): boolean {
    const partsOf = (part: JsonObject | undefined) => [
      ...this.#schemas.membersOf(part),
      ...(part ? choicesOf(part) : []).map((choice) => this.#schemas.resolve(choice)),
    ];
    for (const part of reached([this.#schemas.resolve(schema)], partsOf, DEEPEST_ALL_OF))
      if (isObject(part?.properties) && Object.hasOwn(part.properties, name)) return true;
    return false;
  }

  /** Yields the schemas that a member leads to through nested choices; the member itself if it is not only a choice. */
  *#endsOf(choice: Json, by: DiscriminatedBy, seen = new Set<Json>(), depth = 0): Generator<End> {
    const items = depth === DEEPEST_CHOICE || this.#isMeant(choice, by) ? undefined : chosenFrom(choice, this.#schemas);
    if (!items) {
      yield { schema: choice, within: undefined };
      return;
    }
    const named = isReference(choice) ? choice : undefined;
    for (const item of items) {
      const key = this.#identityOf(item);
      if (seen.has(key)) continue;
      seen.add(key);
      for (const { schema, within = named } of this.#endsOf(item, by, seen, depth + 1)) yield { schema, within };
    }
  }

  /** True for a member that some value means, or that has its own discriminator for the property. */
  #isMeant(choice: Json, { name, mapping }: DiscriminatedBy): boolean {
    if (!isObject(choice)) return true;
    const ref = this.#schemas.refOf(choice);
    const isMapped = ref !== undefined && (mapping.isMapped(ref) || mapping.isDefault(ref));
    return isMapped || this.#tellsApart(choice, name);
  }

  /** True for a choice with a discriminator for that property. */
  #tellsApart(choice: Json, name: string): boolean {
    const schema = this.#schemas.resolve(choice);
    const { discriminator } = schema ?? {};
    return isObject(discriminator) && discriminator.propertyName === name && choicesOf(schema ?? {}).length > 0;
  }

  /**
   * Prepares a member with its property narrowed to the values that mean it, so that TypeScript can distinguish the
   * members.
   */
  #narrowedOne(choice: Json, by: DiscriminatedBy, prepare: (schema: Json) => PreparedSchema): PreparedSchema {
    const prepared = prepare(choice);
    const values = typeof prepared === "boolean" ? undefined : this.#valuesFor(choice, by);
    if (!values) return prepared;
    const narrowing = { type: "object", properties: { [by.name]: { enum: values } }, required: [by.name] };
    const narrowed = { allOf: [prepared, narrowing] };
    const isNullable = schemaTypes(this.#schemas.resolve(choice) ?? {}).includes("null");
    return isNullable ? orNull(narrowed) : narrowed;
  }

  /**
   * Returns the values that the mapping or the schema's name gives a member, and those that only it lists. Undefined if
   * the member lists its own values, if it is the default, if it or its property has a type that the values do not fit,
   * or if the direction does not have the property. Ignores null, which has no properties.
   */
  #valuesFor(choice: Json, by: DiscriminatedBy): Json[] | undefined {
    const { name, mapping } = by;
    const ref = this.#schemas.refOf(choice);
    if (ref === undefined || mapping.isDefault(ref)) return undefined;
    if (this.#tellsApart(choice, name) && !mapping.isMapped(ref)) return undefined;
    const { types } = this.#possible.of(choice);
    if (types.length > 0 && !types.includes("object")) return undefined;
    if (isEmptyObject(this.#schemas.resolve(choice) ?? {})) return undefined;
    const own = this.#possible.ofProperty(choice, name);
    if (own.isLeftOut) return undefined;
    const values = mapping.valuesOf(ref).map((value) => asType(value, own.types));
    if ((own.values?.length === 1 && !own.isNarrowed) || own.values?.some((value) => values.includes(value)) === false)
      return undefined;
    if (values.length === 0 || values.includes(undefined)) return undefined;
    return [...values, ...this.#listedAlone(choice, own.values ?? [], by)] as Json[];
  }

  /** Returns the given values that neither another member nor the mapping has: they can only mean this member. */
  #listedAlone(choice: Json, values: readonly Json[], by: DiscriminatedBy): Json[] {
    const left = values.filter((value) => !by.mapping.knows(value));
    if (left.length === 0) return [];
    const find = () => this.#listersIn(by);
    const listers = memoized<JsonObject, ReadonlyMap<Json, Json>>(this.#listers, by.union, {
      meanwhile: new Map(),
      find,
    });
    return left.filter((value) => listers.get(value) === this.#identityOf(choice));
  }

  /** Returns which member lists each value for the property; null if several do. */
  #listersIn(by: DiscriminatedBy): Map<Json, Json> {
    const listers = new Map<Json, Json>();
    for (const { schema: end } of choicesOf(by.union).flatMap((choice) => [...this.#endsOf(choice, by)])) {
      const lister = this.#identityOf(end);
      for (const value of this.#possible.ofProperty(end, by.name).values ?? [])
        listers.set(value, listers.has(value) && listers.get(value) !== lister ? null : lister);
    }
    return listers;
  }

  /** Returns a key that is the same for all references to a named schema. */
  #identityOf(schema: Json): Json {
    return this.#schemas.refOf(schema) ?? schema;
  }

  #mappingOf(union: JsonObject, discriminator: JsonObject): DiscriminatorMapping {
    return getOrInsert(
      this.#mappings,
      union,
      () => new DiscriminatorMapping(discriminator, choicesOf(union), this.#schemas),
    );
  }
}

function isReference(schema: Json): boolean {
  return isObject(schema) && typeof schema.$ref === "string";
}

/** True for a schema without a name that says more than a single type. */
function isLong(schema: Json): boolean {
  if (!isObject(schema) || isReference(schema)) return false;
  return scalarType(schema) === undefined && !isNull(schema);
}

/** Returns a key of `mapping`, which is a string, as a value of one of the types; undefined if it has none of them. */
function asType(text: string, types: readonly SchemaType[]): Json | undefined {
  return types.length === 0 || types.includes("string") ? text : unquotedValue(text, types);
}
