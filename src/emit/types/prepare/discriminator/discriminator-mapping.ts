import { getOrInsert, levels, reached } from "../../../../collections/index.js";
import { type NamedSchema, referencedKey } from "../../../../ir/index.js";
import { appendPointer, isObject, type Json, type JsonObject } from "../../../../json/index.js";
import { isAnnotation } from "../../../../spec/schema-keywords.js";
import { DEEPEST_ALL_OF, type Schemas } from "../../schemas/index.js";
import { loneReference } from "../plain.js";
import { choices, DEEPEST_CHOICE } from "../schema-types.js";

/** The maximum number of aliases that are followed in a row. */
const MOST_ALIASES = 50;

/** Returns the alternatives of a schema that is only a choice, besides its discriminator; undefined for any other. */
export function chosenFrom(schema: Json, schemas: Schemas): Json[] | undefined {
  const resolved = schemas.resolve(schema);
  const lists = resolved
    ? [choices(resolved, "anyOf"), choices(resolved, "oneOf")].filter(({ length }) => length > 0)
    : [];
  if (!resolved || lists.length !== 1) return undefined;
  const says = Object.keys(resolved).filter((key) => !isAnnotation(key));
  const isMere = says.every((key) => CHOICE.has(key) || (key === "type" && resolved.type === "object"));
  return isMere ? lists[0] : undefined;
}

const CHOICE: ReadonlySet<string> = new Set(["anyOf", "oneOf", "discriminator"]);

/** Maps the values of a Discriminator Object (OpenAPI 3.1, section 4.8.25) to the members of a union. */
export class DiscriminatorMapping {
  readonly #schemas: Schemas;
  readonly #default: NamedSchema | undefined;
  /** The members of the union, and of nested choices, by the schema that they are or are an alias of. */
  readonly #members = new Map<NamedSchema, NamedSchema[]>();
  /** The values by the member that they mean. */
  readonly #values = new Map<NamedSchema, string[]>();
  /** All values of the mapping, including those that mean no member. */
  readonly #mapped: ReadonlySet<string>;
  /** True if a value of the mapping is known to mean no member. */
  #hasStray = false;

  /** @param members the members of the union */
  constructor({ mapping, defaultMapping }: JsonObject, members: readonly Json[], schemas: Schemas) {
    this.#schemas = schemas;
    this.#default = this.#target(defaultMapping);
    const all = reached<Json>(members, (one) => chosenFrom(one, schemas) ?? [], DEEPEST_CHOICE);
    for (const member of new Set([...all].flatMap((one) => this.#referenced(one) ?? []))) {
      getOrInsert(this.#members, this.#behind(member), () => []).push(member);
    }
    this.#mapped = new Set(Object.keys(isObject(mapping) ? mapping : {}));
    for (const [value, target] of Object.entries(isObject(mapping) ? mapping : {})) {
      const meant = this.#meant(this.#target(target));
      if (meant.length === 0) this.#hasStray = true;
      for (const member of meant) getOrInsert(this.#values, member, () => []).push(value);
    }
  }

  /** True for the member that applies to all other values (`defaultMapping`, OpenAPI 3.2). */
  isDefault(ref: string): boolean {
    const member = this.#schemas.byRef(ref);
    return member !== undefined && this.#default !== undefined && this.#behind(member) === this.#behind(this.#default);
  }

  /** True for a member that the mapping has values for. */
  isMapped(ref: string): boolean {
    const member = this.#schemas.byRef(ref);
    return member !== undefined && this.#values.has(member);
  }

  /**
   * Returns the values that mean a member: those that lead to it, or to a schema that extends it and is not a member;
   * else its name. Empty if the values are unknown because a value of the mapping leads to no member.
   */
  valuesOf(ref: string): readonly string[] {
    const member = this.#schemas.byRef(ref);
    const mapped = member && this.#values.get(member);
    return mapped ?? (this.#hasStray ? [] : [referencedKey(ref)]);
  }

  /** True for a value of the mapping, and for the name of a member that the mapping does not have. */
  knows(value: Json): boolean {
    const text = String(value);
    if (this.#mapped.has(text)) return true;
    return [...this.#members.values()].flat().some((member) => member.key === text && !this.#values.has(member));
  }

  /** Returns the members that a target means: itself, an alias of it, or its nearest parents among the members. */
  #meant(target: NamedSchema | undefined): readonly NamedSchema[] {
    if (!target) return [];
    const behind = this.#behind(target);
    if (this.#members.get(behind)?.includes(target)) return [target];
    for (const level of levels([behind], (schema) => this.#parents(schema), DEEPEST_ALL_OF)) {
      const found = level.flatMap((schema) => this.#members.get(schema) ?? []);
      if (found.length > 0) return found;
    }
    return [];
  }

  #parents({ schema }: NamedSchema): NamedSchema[] {
    const allOf = isObject(schema) && Array.isArray(schema.allOf) ? schema.allOf : [];
    return allOf.flatMap((part) => {
      const parent = this.#referenced(part);
      return parent ? [this.#behind(parent)] : [];
    });
  }

  #referenced(schema: Json): NamedSchema | undefined {
    const ref = this.#schemas.refOf(schema);
    return ref === undefined ? undefined : this.#schemas.byRef(ref);
  }

  /** Returns the schema that a value of the mapping leads to, by name or by reference. */
  #target(target: Json | undefined): NamedSchema | undefined {
    if (typeof target !== "string") return undefined;
    return this.#schemas.byRef(appendPointer("#/components/schemas", target)) ?? this.#schemas.byRef(target);
  }

  /** Returns the schema that a named one is an alias of, or the named one itself. */
  #behind(named: NamedSchema): NamedSchema {
    let behind = named;
    for (let step = 0; step < MOST_ALIASES; step++) {
      const ref = isObject(behind.schema) ? loneReference(behind.schema) : undefined;
      const next = ref === undefined ? undefined : this.#schemas.byRef(ref);
      if (!next) break;
      behind = next;
    }
    return behind;
  }
}
