import { referencedKey, type SchemaType } from "../../../ir/index.js";
import { isObject, type Json, type JsonObject, reached } from "../../../json/index.js";
import { DEEPEST_ALL_OF, type Schemas } from "../schemas.js";
import type { PreparedSchema } from "./prepared.js";
import { isEmptyObject, isOfType, schemaTypes } from "./schema-types.js";
import { allowedValues } from "./values.js";

/** How many choices within choices, or schemas taken over, are followed. */
const DEEPEST_CHOICE = 10;

/** What a schema leaves a value: those that it lists, where it does, and the types; none where it allows any. */
interface Leaves {
  values?: Json[];
  types: SchemaType[];
}

const ANYTHING: Leaves = { types: [] };

/** The members of unions with a `discriminator`. What was found out about a schema is kept: unions share them. */
export class DiscriminatedMembers {
  readonly #schemas: Schemas;
  readonly #leaves = new Map<JsonObject, Leaves>();
  readonly #properties = new Map<string, Map<JsonObject, Leaves>>();

  constructor(schemas: Schemas) {
    this.#schemas = schemas;
  }

  /**
   * A member of `oneOf` or `anyOf` beside a `discriminator` (OpenAPI 3.1, section 4.8.25): its property is narrowed to
   * the values that the mapping, or the schema's name, gives it, so that TypeScript can tell the members apart. A
   * member that says itself which values the property has keeps them, and so does the one that others fall back to, and
   * one which, or whose property, is of a type that the values are not of.
   */
  narrowed(union: JsonObject, member: Json, prepared: PreparedSchema): PreparedSchema {
    const { discriminator } = union;
    if (!isObject(discriminator) || typeof discriminator.propertyName !== "string") return prepared;
    if (!isObject(member) || typeof member.$ref !== "string" || typeof prepared === "boolean") return prepared;
    const name = discriminator.propertyName;
    if (isTarget(discriminator.defaultMapping, member.$ref)) return prepared;
    const { types } = this.#leavesOf(member, 0);
    if (types.length > 0 && !types.includes("object")) return prepared;
    if (isEmptyObject(this.#schemas.resolve(member) ?? {})) return prepared;
    const own = this.#propertyOf(member, name, 0);
    const values = this.#mappedValues(discriminator, member.$ref).map((value) => asType(value, own.types));
    if (own.values?.length === 1 || own.values?.some((value) => values.includes(value)) === false) return prepared;
    if (values.length === 0 || values.includes(undefined)) return prepared;
    const narrowing = { type: "object", properties: { [name]: { enum: values as Json[] } }, required: [name] };
    return { allOf: [prepared, narrowing] };
  }

  /** The values that mean a member; none where they are not known, for one of the mapping's leads nowhere. */
  #mappedValues({ mapping }: JsonObject, ref: string): string[] {
    const entries = isObject(mapping) ? Object.entries(mapping) : [];
    const mapped = entries.filter(([, target]) => isTarget(target, ref)).map(([value]) => value);
    if (mapped.length > 0) return mapped;
    return entries.every(([, target]) => this.#isThere(target)) ? [referencedKey(ref)] : [];
  }

  #isThere(target: Json): boolean {
    if (typeof target !== "string") return false;
    return (this.#schemas.byRef(target) ?? this.#schemas.byRef(`#/components/schemas/${target}`)) !== undefined;
  }

  /** What a schema leaves a property: in itself, in what it takes over, or else in the schemas that it chooses from. */
  #propertyOf(schema: Json, name: string, depth: number): Leaves {
    const resolved = this.#schemas.resolve(schema);
    if (!resolved || depth === DEEPEST_CHOICE) return ANYTHING;
    const known = this.#properties.get(name) ?? new Map<JsonObject, Leaves>();
    this.#properties.set(name, known);
    return kept(known, resolved, () => {
      const parts = [
        ...reached<JsonObject | undefined>([resolved], (part) => this.#schemas.membersOf(part), DEEPEST_ALL_OF),
      ];
      for (const part of parts) {
        const property = isObject(part?.properties) ? part.properties[name] : undefined;
        if (property !== undefined) return this.#leavesOf(property, 0);
      }
      return eitherOf(parts.flatMap(choicesOf).map((choice) => this.#propertyOf(choice, name, depth + 1)));
    });
  }

  /** What a schema leaves a value: in itself, or in what it refers to, takes over, or chooses from. */
  #leavesOf(schema: Json, depth: number): Leaves {
    const resolved = this.#schemas.resolve(schema);
    if (!resolved || depth === DEEPEST_CHOICE) return ANYTHING;
    return kept(this.#leaves, resolved, () => {
      const values = allowedValues(resolved);
      const types = schemaTypes(resolved).filter((type) => type !== "null");
      if (values) return { values: values.filter((value) => value !== null), types };
      const deeper = (other: Json) => this.#leavesOf(other, depth + 1);
      const taken = Array.isArray(resolved.allOf) ? resolved.allOf.map(deeper) : [];
      const found = [...taken, eitherOf(choicesOf(resolved).map(deeper))];
      const listed = found.find((one) => one.values);
      return listed ?? (types.length > 0 ? { types } : (found.find((one) => one.types.length > 0) ?? ANYTHING));
    });
  }
}

/** What is known of a schema, or is found out now. A schema that comes back to itself allows anything there. */
function kept(known: Map<JsonObject, Leaves>, schema: JsonObject, find: () => Leaves): Leaves {
  const before = known.get(schema);
  if (before) return before;
  known.set(schema, ANYTHING);
  const found = find();
  known.set(schema, found);
  return found;
}

function choicesOf(schema: JsonObject | undefined): Json[] {
  return [schema?.anyOf, schema?.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
}

/** What several choices leave together. A null beside them is no choice. */
function eitherOf(choices: Leaves[]): Leaves {
  const own = choices.filter((choice) => choice.types.length > 0 || choice.values);
  const lists = own.flatMap(({ values }) => (values ? [values] : []));
  const types = [...new Set(own.flatMap((choice) => choice.types))];
  return lists.length > 0 && lists.length === own.length ? { values: lists.flat(), types } : { types };
}

/** A key of `mapping`, which is a text, as a value of one of these types; undefined where it is none of them. */
function asType(text: string, types: readonly SchemaType[]): Json | undefined {
  if (types.length === 0 || types.includes("string")) return text;
  const value = /^(?:true|false)$/.test(text) ? text === "true" : Number(text);
  return String(value) === text && isOfType(value, types) ? value : undefined;
}

/** True where a value of `mapping`, or `defaultMapping` (OpenAPI 3.2), means the member: by reference or by name. */
function isTarget(target: Json | undefined, ref: string): boolean {
  return typeof target === "string" && (target === referencedKey(ref) || referencedKey(target) === referencedKey(ref));
}
