import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { CheckCompiler } from "../src/emit/function/check.js";
import { ComposedTypes } from "../src/emit/types/index.js";
import type { NamedSchema, Schema } from "../src/ir/index.js";
import { isObject, type Json, type JsonObject } from "../src/json/index.js";
import { validate } from "../src/runtime/functions/b44-validate.js";

/** Schemas as under `components.schemas`. */
export type Components = Record<string, Schema>;

/** The schemas as the intermediate representation names them, each by a name that is not its key. */
export function namedSchemas(components: Components): NamedSchema[] {
  return Object.entries(components).map(([key, schema], index) => {
    const name = `Named${index}`;
    return { key, name, requestName: name, schema, source: { file: "", pointer: "" } };
  });
}

/** Whether a value passes the check that is made of a schema. */
export function checker(schema: Schema, schemas: readonly NamedSchema[]): (value: unknown) => string | undefined {
  const compiler = new CheckCompiler(schemas);
  const check = compiler.check(schema);
  const checks = compiler.named;
  return (value) => {
    const fault = check && validate({ check, value, checks });
    return fault && `${fault.pointer} ${fault.problem}`;
  };
}

/** A validator of JSON Schema (2020-12) for a schema, which sees of it what checks are meant to see. */
export function referee(schema: Schema, schemas: readonly NamedSchema[]): ValidateFunction {
  return referees([schema], schemas)[0]!;
}

/** The same for several schemas, which share the named ones. */
export function referees(roots: readonly Schema[], schemas: readonly NamedSchema[]): ValidateFunction[] {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, logger: false });
  const components = Object.fromEntries(schemas.map((item) => [item.key, item.schema]));
  const seen = new Seen(components);
  ajv.addSchema({
    $id: "all",
    roots: Object.fromEntries(roots.map((root, index) => [index, seen.schema(root)])),
    components: {
      schemas: Object.fromEntries(Object.entries(components).map(([key, one]) => [key, seen.schema(one)])),
    },
  });
  return roots.map((_, index) => ajv.getSchema(`all#/roots/${index}`)!);
}

const TYPES = ["null", "boolean", "integer", "number", "string", "array", "object"];
const SAME = [
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength"],
  ...["minItems", "maxItems", "minProperties", "maxProperties", "$ref"],
];

const FORMS = ["allOf", "anyOf", "oneOf"];

function declaredBy({ properties }: JsonObject): string[] {
  return isObject(properties) ? Object.keys(properties) : [];
}

/** Rewrites schemas to what is left of them where checks are laxer than JSON Schema, each time on purpose. */
class Seen {
  readonly #components: Components;
  /** Which types do not hold, because what is composed has others: the table of check.test.ts has those. */
  readonly #composedTypes = new ComposedTypes({
    byRef: (ref) => ({ schema: this.#target({ $ref: ref }) as Schema }),
  });

  constructor(components: Components) {
    this.#components = components;
  }

  /** @param around the properties that other parts of the same object declare: a closed part allows them */
  schema(schema: Json, around: readonly string[] = [], depth = 0): Json {
    if (!isObject(schema)) return schema === false ? { not: {} } : {};
    const seen: JsonObject = {};
    const byWhole = [...around, ...this.#parts(schema, ["allOf"]).flatMap(declaredBy)];
    const byAll = [...byWhole, ...this.#parts(schema, FORMS).flatMap(declaredBy)];
    for (const key of SAME)
      if (typeof schema[key] === "number" || typeof schema[key] === "string") seen[key] = schema[key];
    const types = Array.isArray(schema.type) ? schema.type : [schema.type];
    const isOverruled = !("const" in schema || "enum" in schema) && this.#composedTypes.overrule(schema);
    if (!isOverruled && types.every((type) => typeof type === "string" && TYPES.includes(type)))
      seen.type = types as Json[];
    // `nullable` beside `enum` lets null pass.
    const values = "const" in schema ? [schema.const as Json] : schema.enum;
    if (Array.isArray(values) && values.length > 0)
      seen.enum = [...new Set(types.includes("null") ? [...values, null] : values)];
    const readOnly = new Set(this.#readOnly(schema, ["allOf"], 0));
    const readOnlySomewhere = new Set(this.#readOnly(schema, ["allOf", "anyOf", "oneOf"], 0));
    this.#members(schema, seen, readOnlySomewhere);
    if (seen.additionalProperties !== undefined && schema.additionalProperties === false)
      seen.properties = { ...Object.fromEntries(byAll.map((name) => [name, {}])), ...(seen.properties as JsonObject) };
    const target = this.#target(schema);
    const others = isObject(target)
      ? byAll.filter((name) => !this.#parts(target, FORMS).flatMap(declaredBy).includes(name))
      : [];
    if (isObject(target) && others.length > 0 && depth < 10) {
      delete seen.$ref;
      seen.allOf = [this.schema(target, others, depth + 1)];
    }
    for (const key of ["allOf", "anyOf", "oneOf"]) {
      const list = key === "allOf" ? this.#composedTypes.tellingMembers(schema) : schema[key];
      if (!Array.isArray(list) || list.length === 0) continue;
      const left = key === "allOf" ? readOnlySomewhere : readOnly;
      const around = key === "allOf" ? byAll : byWhole;
      const parts = list.map((item) => this.schema(isObject(item) ? without(item, left) : item, around, depth + 1));
      // Several of `oneOf` may fit.
      if (key === "oneOf") seen.allOf = [...((seen.allOf as Json[]) ?? []), { anyOf: parts }];
      else seen[key] = [...((seen[key] as Json[]) ?? []), ...parts];
    }
    const isComposed = ["$ref", "allOf", "anyOf"].some((key) => key in seen);
    return isComposed && types.includes("null") ? { anyOf: [{ type: "null" }, seen] } : seen;
  }

  #members(schema: JsonObject, seen: JsonObject, readOnly: Set<string>): void {
    if (isObject(schema.properties)) {
      const entries = Object.entries(schema.properties);
      seen.properties = Object.fromEntries(
        entries.map(([name, property]) => [name, this.#isReadOnly(property) ? {} : this.schema(property)]),
      );
    }
    if (Array.isArray(schema.required)) seen.required = schema.required.filter((name) => !readOnly.has(name as string));
    const isOpen = schema.additionalProperties === undefined || isObject(schema.patternProperties);
    if (!isOpen) seen.additionalProperties = this.schema(schema.additionalProperties as Json);
    const others = schema.unevaluatedProperties;
    const isAlone = !["$ref", "allOf", "anyOf", "oneOf", "patternProperties"].some((key) => key in schema);
    if (others !== undefined && isAlone) seen.unevaluatedProperties = this.schema(others);
    if (schema.items !== undefined) seen.items = this.schema(schema.items);
    if (Array.isArray(schema.prefixItems)) seen.prefixItems = schema.prefixItems.map((item) => this.schema(item));
  }

  /** A schema and those that it is composed of. */
  #parts(schema: JsonObject, keys: readonly string[], depth = 0): JsonObject[] {
    const parts = [this.#target(schema), ...keys.flatMap((key) => schema[key] ?? [])].filter(isObject);
    return [schema, ...(depth > 9 ? [] : parts.flatMap((part) => this.#parts(part, keys, depth + 1)))];
  }

  #readOnly(schema: JsonObject, keys: readonly string[], depth: number): string[] {
    const own = Object.entries(isObject(schema.properties) ? schema.properties : {});
    const lists = keys.map((key) => schema[key]).filter((list) => Array.isArray(list));
    const parts = [this.#target(schema), ...lists.flat()].filter(isObject);
    return [
      ...own.filter(([, property]) => this.#isReadOnly(property)).map(([name]) => name),
      ...(depth > 9 ? [] : parts.flatMap((part) => this.#readOnly(part, keys, depth + 1))),
    ];
  }

  #isReadOnly(property: Json): boolean {
    if (!isObject(property)) return false;
    if (property.readOnly === true) return property.writeOnly !== true;
    const target = this.#target(property);
    return isObject(target) && target !== property && this.#isReadOnly(target);
  }

  #target({ $ref }: JsonObject): Json | undefined {
    if (typeof $ref !== "string") return undefined;
    const key = decodeURIComponent($ref.slice("#/components/schemas/".length));
    return this.#components[key.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
}

/** A part of an object without the demand for properties that a request does not carry, in all its own parts. */
function without(schema: JsonObject, names: Set<string>): JsonObject {
  const copy = { ...schema };
  if (Array.isArray(copy.required)) copy.required = copy.required.filter((name) => !names.has(name as string));
  for (const key of ["allOf", "anyOf", "oneOf"]) {
    const list = copy[key];
    if (Array.isArray(list)) copy[key] = list.map((item) => (isObject(item) ? without(item, names) : item));
  }
  return copy;
}
