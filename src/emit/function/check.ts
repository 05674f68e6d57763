import { type NamedSchema, referencedKey, type Schema } from "../../ir/index.js";
import type { Check } from "../../runtime/functions/b44-definition.js";
import { isObject, type Json, type JsonObject, setMember } from "../../spec/json.js";

const TYPES = ["null", "boolean", "integer", "number", "string", "array", "object"] as const;
type CheckedType = (typeof TYPES)[number];

/**
 * Turns schemas of requests into checks: what a function can look at as data (docs/decisions/0010). Named schemas become
 * checks of their own, once and as far as they are needed. What a request does not carry (`readOnly`) is not required.
 */
export class CheckCompiler {
  readonly #byKey: ReadonlyMap<string, NamedSchema>;
  readonly #named = new Map<string, Check>();

  constructor(schemas: readonly NamedSchema[]) {
    this.#byKey = new Map(schemas.map((schema) => [schema.key, schema]));
  }

  /** The checks of named schemas that were referred to so far, by name, in the order of names. */
  get named(): Record<string, Check> {
    return Object.fromEntries([...this.#named].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  /** The check of a schema; undefined for one that allows anything. */
  check(schema: Schema | undefined): Check | undefined {
    const check = schema === undefined ? {} : this.#compile(schema);
    return check !== false && Object.keys(check).length === 0 ? undefined : check === false ? { any: [] } : check;
  }

  #compile(schema: Json): Check | false {
    if (schema === false) return false;
    if (!isObject(schema)) return {};
    const check: Check = {};
    if (typeof schema.$ref === "string") this.#refer(schema.$ref, check);
    this.#typeAndValues(schema, check);
    sizes(schema, check);
    this.#members(schema, check);
    this.#composition(schema, check);
    return check;
  }

  #refer(ref: string, check: Check): void {
    const named = this.#byKey.get(referencedKey(ref));
    if (!named) return;
    if (!this.#named.has(named.name)) {
      this.#named.set(named.name, {});
      const compiled = this.#compile(named.schema as Json);
      this.#named.set(named.name, compiled === false ? { any: [] } : compiled);
    }
    check.ref = named.name;
  }

  #typeAndValues(schema: JsonObject, check: Check): void {
    const types = (Array.isArray(schema.type) ? schema.type : [schema.type]).filter(isCheckedType);
    if (types.length > 0) check.type = types;
    if (Object.hasOwn(schema, "const")) check.values = [schema.const];
    else if (Array.isArray(schema.enum)) check.values = schema.enum;
    if (check.values && types.includes("null") && !check.values.includes(null)) check.values = [...check.values, null];
  }

  #members(schema: JsonObject, check: Check): void {
    const properties = isObject(schema.properties) ? schema.properties : {};
    const left = new Set(Object.keys(properties).filter((name) => this.#isReadOnly(properties[name] as Json)));
    const compiled: Record<string, Check> = {};
    for (const name of Object.keys(properties)) {
      if (left.has(name)) continue;
      const property = this.#compile(properties[name] as Json);
      setMember(compiled as JsonObject, name, (property === false ? { any: [] } : property) as Json);
    }
    if (Object.keys(compiled).length > 0) check.properties = compiled;
    const required = Array.isArray(schema.required) ? schema.required.filter((name) => typeof name === "string") : [];
    const needed = [...new Set(required)].filter((name) => !left.has(name));
    if (needed.length > 0) check.required = needed;
    // Properties beside the named ones are left alone where patterns allow some: patterns are not checked.
    const others = isObject(schema.patternProperties) ? {} : this.#part(schema.additionalProperties);
    if (others !== undefined && left.size === 0) check.others = others;
    const items = this.#part(schema.items);
    if (items !== undefined) check.items = items;
    if (Array.isArray(schema.prefixItems)) check.prefixItems = this.#list(schema.prefixItems);
  }

  #composition(schema: JsonObject, check: Check): void {
    if (Array.isArray(schema.allOf) && schema.allOf.length > 0) check.all = this.#list(schema.allOf);
    if (Array.isArray(schema.anyOf) && schema.anyOf.length > 0) check.any = this.#list(schema.anyOf);
    // One of several is checked as any of them: specs whose members overlap are common, and APIs do not mind.
    if (Array.isArray(schema.oneOf) && schema.oneOf.length > 0) {
      const one = this.#list(schema.oneOf);
      if (check.any) check.all = [...(check.all ?? []), { any: one }];
      else check.any = one;
    }
  }

  /** A schema in a place where `true` and nothing say the same. */
  #part(schema: Json | undefined): Check | false | undefined {
    if (schema === undefined || schema === true) return undefined;
    const check = this.#compile(schema);
    return check !== false && Object.keys(check).length === 0 ? undefined : check;
  }

  #list(schemas: readonly Json[]): Check[] {
    return schemas.map((schema) => {
      const check = this.#compile(schema);
      return check === false ? { any: [] } : check;
    });
  }

  #isReadOnly(property: Json): boolean {
    let schema: Json | undefined = property;
    for (let step = 0; isObject(schema) && step < 20; step++) {
      if (schema.readOnly === true && schema.writeOnly !== true) return true;
      const ref: Json | undefined = schema.$ref;
      schema = typeof ref === "string" ? (this.#byKey.get(referencedKey(ref))?.schema as Json | undefined) : undefined;
    }
    return false;
  }
}

function isCheckedType(type: Json | undefined): type is CheckedType {
  return TYPES.some((name) => name === type);
}

function sizes(schema: JsonObject, check: Check): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (typeof minimum === "number") check.min = minimum;
  if (typeof maximum === "number") check.max = maximum;
  if (typeof exclusiveMinimum === "number") check.above = exclusiveMinimum;
  if (typeof exclusiveMaximum === "number") check.below = exclusiveMaximum;
  const least = sizesOf(schema, { string: "minLength", array: "minItems", object: "minProperties" });
  const most = sizesOf(schema, { string: "maxLength", array: "maxItems", object: "maxProperties" });
  if (least) check.minSize = least;
  if (most) check.maxSize = most;
}

function sizesOf(schema: JsonObject, keywords: Record<"string" | "array" | "object", string>): Check["minSize"] {
  const entries = Object.entries(keywords).filter(([, keyword]) => typeof schema[keyword] === "number");
  return entries.length === 0
    ? undefined
    : Object.fromEntries(entries.map(([type, keyword]) => [type, schema[keyword]]));
}
