import { type NamedSchema, referencedKey, type Schema } from "../../ir/index.js";
import { isObject, type Json, type JsonObject, setMember } from "../../json/index.js";
import type { Check } from "../../runtime/functions/b44-definition.js";
import {
  allowedValues,
  ComposedTypes,
  type Direction,
  isOfType,
  LimitedParts,
  Marks,
  type Names,
  NO_NAMES,
  othersOf,
  type ReferencedSchemas,
  schemaTypes,
  withoutUnevaluated,
} from "../types/index.js";
import { addSizes, checkedTypes } from "./check-keywords.js";
import { ListedNames } from "./listed-names.js";
import { ALONE, type Around, NamedChecks } from "./named-checks.js";

/**
 * The maximum nesting depth of a check. TypeScript cannot compare a value with a type if it is nested more than about
 * 50 levels deep.
 */
const DEEPEST_CHECK = 20;

/**
 * The maximum length, in characters, of a check that is repeated wherever its schema is used. A longer one is written
 * once.
 */
const LONGEST_COPY = 2000;

/**
 * Compiles schemas to checks, as far as a function can check them as data (docs/decisions/0010). Named schemas become
 * named checks, each once and only if needed, and so do very deeply nested schemas. Properties that the direction does
 * not have (`readOnly` in a request) are not required. Where types read a schema as its author means it, so do checks.
 */
export class CheckCompiler {
  readonly #byKey: ReadonlyMap<string, NamedSchema>;
  readonly #references: ReferencedSchemas = { byRef: (ref) => this.#byKey.get(referencedKey(ref)) };
  readonly #composedTypes = new ComposedTypes(this.#references);
  readonly #marks = new Marks(this.#references);
  readonly #limitedParts = new LimitedParts(this.#references, (schema) => othersOf(schema) !== "any");
  readonly #named = new NamedChecks();
  readonly #listed = new ListedNames();
  readonly #direction: Direction;
  readonly #shared: ReadonlySet<Schema>;
  readonly #sharedChecks = new Map<Schema, Check>();
  /** The nesting depth of the check that is being compiled. */
  #depth = 0;

  /** @param shared schemas that are used in several places: if their checks are long, they become named checks */
  constructor(
    schemas: readonly NamedSchema[],
    { direction = "request", shared = new Set() }: { direction?: Direction; shared?: ReadonlySet<Schema> } = {},
  ) {
    this.#direction = direction;
    this.#shared = shared;
    this.#byKey = new Map(schemas.map((schema) => [schema.key, schema]));
  }

  /** The named checks that were referenced so far, sorted by name. */
  get named(): Record<string, Check> {
    return this.#named.all;
  }

  /** Returns the check of a schema; undefined if the schema allows anything. */
  check(schema: Schema | undefined): Check | undefined {
    if (schema === undefined) return undefined;
    const known = this.#sharedChecks.get(schema);
    if (known) return known;
    const compiled = this.#compile(schema);
    this.#named.compilePending((pending, around) => asCheck(this.#compile(pending, around)));
    if (saysNothing(compiled)) return undefined;
    const check = asCheck(compiled);
    return this.#shared.has(schema) ? this.#once(schema, check) : check;
  }

  /**
   * Returns the check to use in each place of a shared schema: a reference to a named check if the check is long, else
   * the check itself.
   */
  #once(schema: Schema, check: Check): Check {
    const isLong = JSON.stringify(check).length > LONGEST_COPY;
    const once = isLong ? { ref: this.#named.ofCompiled(check) } : check;
    this.#sharedChecks.set(schema, once);
    return once;
  }

  #compile(schema: Json, around: Around = ALONE): Check | false {
    if (schema === false) return false;
    if (!isObject(schema)) return {};
    if (this.#depth === DEEPEST_CHECK) return { ref: this.#named.ofUnnamed(schema, around) };
    this.#depth++;
    const check = this.#compileHere(withoutUnevaluated(schema), around);
    this.#depth--;
    return check;
  }

  #compileHere(schema: JsonObject, around: Around): Check {
    const own = this.#marks.leftOut(schema, this.#direction);
    const left = this.#marks.united(around.left, own);
    const undemanded = this.#marks.united(around.undemanded, own);
    const declared = this.#limitedParts.around(schema, around.declared, { isFull: this.#listed.isFull });
    const parts = {
      left,
      undemanded: this.#marks.united(undemanded, this.#leftOutOfForms(schema)),
      declared: declared.byAll,
    };
    const check: Check = {};
    if (typeof schema.$ref === "string") this.#refer(schema.$ref, check, parts);
    this.#typeAndValues(schema, check);
    addSizes(schema, check);
    this.#members(schema, check, parts);
    this.#composition(schema, check, { parts, forms: { left, undemanded, declared: declared.byWhole } });
    // Beside composition, `null` is an additional alternative: schemas that were `nullable` have it, and their parts do
    // not.
    const isComposed = check.ref !== undefined || check.all || check.any;
    return isComposed && checkedTypes(schema).includes("null") ? { any: [{ type: ["null"] }, check] } : onlyPart(check);
  }

  /**
   * Adds the check of a reference.
   * @param around what the whole object says around the reference, which is a part of it
   */
  #refer(ref: string, check: Check, around: Around): void {
    const named = this.#byKey.get(referencedKey(ref));
    if (!named) return;
    const schema = named.schema as Json;
    const isFull = around.declared !== undefined && around.declared.size > 0 && this.#listed.isFull;
    const declared = this.#listed.list(this.#limitedParts.refused(isFull ? undefined : around.declared, schema));
    const left = this.#leftOf(schema, around.left);
    const isWhole = declared?.size === 0 && left.size === 0;
    check.ref = isWhole
      ? this.#named.ofNamed(named.name, schema)
      : this.#named.ofPart(named.name, schema, { left, undemanded: left, declared });
  }

  /** Returns the properties that the direction does not have, but that the named schema by itself would allow in it. */
  #leftOf(schema: Json, left: Names): Names {
    if (left.size === 0 || !isObject(schema)) return NO_NAMES;
    return this.#listed.list(this.#marks.shown(left, schema, this.#direction)) ?? NO_NAMES;
  }

  #typeAndValues(schema: JsonObject, check: Check): void {
    const types = checkedTypes(schema);
    // Without the keywords from which `schemaTypes` infers a missing `type`.
    const plain: JsonObject = {};
    for (const key of ["type", "const", "enum"]) if (Object.hasOwn(schema, key)) plain[key] = schema[key] as Json;
    const values = allowedValues(plain);
    const fits = values?.every((value) => isOfType(value, schemaTypes(plain))) ?? true;
    const isMeant = values !== undefined || !this.#composedTypes.overrule(schema);
    if (types.length > 0 && fits && isMeant) check.type = types;
    if (values) check.values = values;
  }

  #members(schema: JsonObject, check: Check, { left, undemanded, declared }: Around): void {
    const properties = isObject(schema.properties) ? schema.properties : {};
    const given = this.#additional(schema);
    const allowed = given === undefined ? NO_NAMES : this.#listed.list(declared);
    const others = allowed ? given : undefined;
    const compiled: Record<string, Check> = {};
    for (const name of Object.keys(properties)) {
      const isLeft = left.has(name);
      if (isLeft && others === undefined) continue;
      const property = isLeft ? {} : this.#compile(properties[name] as Json);
      setMember(compiled as JsonObject, name, asCheck(property) as Json);
    }
    for (const name of allowed ?? []) {
      if (!Object.hasOwn(compiled, name)) setMember(compiled as JsonObject, name, {});
    }
    const required = Array.isArray(schema.required) ? schema.required.filter((name) => typeof name === "string") : [];
    const demanded = [...new Set(required)].filter((name) => !undemanded.has(name));
    const needed = demanded.filter((name) => others !== false || Object.hasOwn(compiled, name));
    // Taken literally, nothing matches a schema that requires a name and does not allow it.
    for (const name of demanded) if (!needed.includes(name)) setMember(compiled as JsonObject, name, {});
    if (Object.keys(compiled).length > 0) check.properties = compiled;
    if (needed.length > 0) check.required = needed;
    if (others !== undefined) check.others = others;
    const items = this.#part(schema.items);
    if (items !== undefined) check.items = items;
    if (Array.isArray(schema.prefixItems)) check.prefixItems = this.#list(schema.prefixItems);
  }

  /** Returns the check of additional properties. Patterns are not checked, so it accepts what any of them allows. */
  #additional({ patternProperties, additionalProperties }: JsonObject): Check | false | undefined {
    const patterns = isObject(patternProperties) ? Object.values(patternProperties) : [];
    if (patterns.length === 0) return this.#part(additionalProperties);
    const isOpen = additionalProperties === undefined || additionalProperties === true;
    return isOpen ? undefined : this.#part({ anyOf: [...patterns, additionalProperties] });
  }

  /**
   * Adds the checks of `allOf`, `anyOf` and `oneOf`.
   * @param around what is said around the parts of the whole object, and around each of its alternatives
   */
  #composition(schema: JsonObject, check: Check, around: { parts: Around; forms: Around }): void {
    const all = this.#composedTypes.tellingMembers(schema);
    if (all.length > 0) check.all = this.#list(all, around.parts);
    if (Array.isArray(schema.anyOf) && schema.anyOf.length > 0) check.any = this.#list(schema.anyOf, around.forms);
    // `oneOf` is checked like `anyOf`: specs whose alternatives overlap are common, and APIs accept such values.
    if (Array.isArray(schema.oneOf) && schema.oneOf.length > 0) {
      const one = this.#list(schema.oneOf, around.forms);
      if (check.any) check.all = [...(check.all ?? []), { any: one }];
      else check.any = one;
    }
  }

  /** Compiles a schema in a place where `true` means the same as nothing, for which it returns undefined. */
  #part(schema: Json | undefined): Check | false | undefined {
    if (schema === undefined || schema === true) return undefined;
    const check = this.#compile(schema);
    return saysNothing(check) ? undefined : check;
  }

  #list(schemas: readonly Json[], around: Around = ALONE): Check[] {
    return schemas.map((schema) => asCheck(this.#compile(schema, around)));
  }

  /**
   * Returns the properties that the direction does not have in any alternative of the object: a value of that form
   * lacks them. None unless the schema has `required` or `allOf`.
   */
  #leftOutOfForms(schema: JsonObject): Names {
    if (!Array.isArray(schema.required) && !Array.isArray(schema.allOf)) return NO_NAMES;
    return this.#marks.leftOutOfForms(schema, this.#direction);
  }
}

/** Replaces `false`, where a check cannot be `false`, with a check of no alternatives, which nothing matches. */
function asCheck(check: Check | false): Check {
  return check === false ? { any: [] } : check;
}

/**
 * Returns the only part of a check that consists of nothing else, as many specs write around a reference; any other
 * check unchanged.
 */
function onlyPart(check: Check): Check {
  const [only, ...others] = check.all ?? check.any ?? [];
  return only && others.length === 0 && Object.keys(check).length === 1 ? only : check;
}

function saysNothing(check: Check | false): boolean {
  return check !== false && Object.keys(check).length === 0;
}
