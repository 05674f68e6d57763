import type { SchemaType } from "../../../ir/index.js";
import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { isComposed } from "../../../spec/schema-keywords.js";
import { DEEPEST_ALL_OF, type ReferencedSchemas } from "../schemas/index.js";
import { allowedValues } from "./allowed-values.js";
import { choices, saysMoreThanType, schemaTypes, valueType } from "./schema-types.js";

/** Types of values; undefined for any. */
type Types = ReadonlySet<SchemaType> | undefined;

/**
 * Finds `type` keywords that are not meant: frameworks write one beside composition, or in `allOf`, that contradicts
 * the composed schemas (`type: string` with `oneOf` of objects). Types and checks then follow the composed schemas.
 */
export class ComposedTypes {
  readonly #references: ReferencedSchemas;
  readonly #known = new Map<JsonObject, Types>();

  constructor(references: ReferencedSchemas) {
    this.#references = references;
  }

  /**
   * True for a schema whose own `type` does not count: it says nothing else about values, and the composed schemas have
   * other types.
   */
  overrule(schema: JsonObject): boolean {
    if (!isComposed(schema) || saysMoreThanType(schema)) return false;
    const own = schemaTypes(schema);
    return own.some((type) => type !== "null") && leavesOthers(this.#composed(schema, 0), own);
  }

  /** Returns the members of a schema's `allOf`, without a bare `type: object` if the others have other types. */
  tellingMembers(schema: JsonObject): readonly Json[] {
    const members = Array.isArray(schema.allOf) ? schema.allOf : [];
    const telling = members.filter((member) => !isBareObject(member));
    if (telling.length === members.length) return members;
    return leavesOthers(this.#composed(schema, 0), ["object"]) ? telling : members;
  }

  /** Returns the types that a schema's `$ref`, `allOf`, `anyOf` and `oneOf` leave for values. */
  #composed(schema: JsonObject, depth: number): Types {
    const members = Array.isArray(schema.allOf) ? schema.allOf : [];
    const target = typeof schema.$ref === "string" ? this.#references.byRef(schema.$ref)?.schema : undefined;
    const parts = [target, ...members.filter((member) => !isBareObject(member))].map((part) => this.#of(part, depth));
    for (const key of ["anyOf", "oneOf"] as const) {
      const forms = choices(schema, key).map((form) => this.#of(form, depth));
      if (forms.length > 0) parts.push(united(forms));
    }
    const [first, ...others] = parts.filter((part) => part !== undefined);
    return first && new Set([...first].filter((type) => others.every((part) => part.has(type))));
  }

  /** Returns the types that the values of a schema have. */
  #of(schema: Json | undefined, depth: number): Types {
    if (!isObject(schema) || depth > DEEPEST_ALL_OF) return undefined;
    if (this.#known.has(schema)) return this.#known.get(schema);
    this.#known.set(schema, undefined);
    const types = this.#typesOf(schema, depth + 1);
    this.#known.set(schema, types);
    return types;
  }

  #typesOf(schema: JsonObject, depth: number): Types {
    const values = allowedValues(schema);
    if (values) return new Set(values.map(valueType));
    const own = schemaTypes(schema);
    const composed = isComposed(schema) ? this.#composed(schema, depth) : undefined;
    const holds = own.length > 0 && (saysMoreThanType(schema) || !leavesOthers(composed, own));
    const types = holds ? own : composed && [...composed, ...own.filter((type) => type === "null")];
    return types && new Set(types);
  }
}

/** True for `type: object` without any other keyword that describes the object. */
function isBareObject(schema: Json): boolean {
  return isObject(schema) && schema.type === "object" && !isComposed(schema) && !saysMoreThanType(schema);
}

function leavesOthers(types: Types, own: readonly SchemaType[]): boolean {
  return types !== undefined && [...types].some((type) => !own.includes(type));
}

function united(forms: readonly Types[]): Types {
  const all = new Set<SchemaType>();
  for (const types of forms) {
    if (types === undefined) return undefined;
    for (const type of types) all.add(type);
  }
  return all;
}
