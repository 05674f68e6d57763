import type { Schema } from "../../src/ir/index.js";
import { isObject, type Json, type JsonObject, member, pointerTokens, setMember } from "../../src/json/index.js";
import { narrowedMember } from "./discriminator.js";

/** How schemas are read for a JSON Schema validator. */
export interface Reading {
  /** In an answer there are no `writeOnly` properties, in a request no `readOnly` ones (OpenAPI 3.1, section 4.8.24.2). */
  direction: "response" | "request";
  /** `expressible`: without what no type of TypeScript can say, such as `pattern`, and with `oneOf` as "any of". */
  keeps: "everything" | "expressible";
}

/** Schemas by their keys, as under `components.schemas`. */
export type Components = Record<string, Schema>;

/** The key of the schema that a `$ref` names. */
export function keyOf(ref: string): string {
  return pointerTokens(decodeURIComponent(ref)).at(-1) ?? ref;
}

/** The schema that a `$ref` names, with those that it leads to in turn. */
export function target(ref: Json | undefined, components: Components): JsonObject | undefined {
  let schema: Json | undefined = { $ref: ref as Json };
  for (let step = 0; step < 20 && isObject(schema); step++) {
    if (typeof schema.$ref !== "string") return schema;
    schema = member(components as JsonObject, keyOf(schema.$ref));
  }
  return undefined;
}

const TYPES = ["null", "boolean", "integer", "number", "string", "array", "object"];
const LIMITS = [
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength"],
  ...["minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "dependentRequired"],
  ...["not", "if", "then", "else", "contains", "minContains", "maxContains", "propertyNames", "dependentSchemas"],
  ...["unevaluatedProperties", "unevaluatedItems", "format", "x-example"],
];

/**
 * Rewrites a schema of the intermediate representation for a validator of JSON Schema 2020-12, with what OpenAPI adds
 * to it: directions and discriminators. A schema without `type` whose keywords speak of objects, or arrays, means those.
 */
export class Reader {
  readonly #components: Components;
  readonly #reading: Reading;
  #owner = "";

  constructor(components: Components, reading: Reading) {
    this.#components = components;
    this.#reading = reading;
  }

  /** A named schema. */
  named(key: string): Json {
    this.#owner = key;
    return this.schema(this.#components[key] as Json);
  }

  schema(schema: Json, absent: ReadonlySet<string> = new Set()): Json {
    if (!isObject(schema)) return schema === false ? { not: {} } : {};
    const read: JsonObject = {};
    const isExact = this.#reading.keeps === "everything";
    if (typeof schema.$ref === "string") read.$ref = schema.$ref;
    if (isExact) for (const key of LIMITS) if (schema[key] !== undefined) read[key] = schema[key];
    if (isExact && isPattern(schema.pattern)) read.pattern = schema.pattern;
    const types = this.#types(schema);
    if (types) read.type = isExact ? types : types.map((type) => (type === "integer" ? "number" : type));
    const values = "const" in schema ? [schema.const as Json] : schema.enum;
    if (Array.isArray(values) && values.length > 0) read.enum = distinct(values);
    const left = new Set([...absent, ...this.#absent(schema, 0)]);
    this.#members(schema, read, left);
    this.#parts(schema, read, left);
    const isComposed = ["$ref", "allOf", "anyOf", "oneOf"].some((key) => key in read);
    return isComposed && types?.includes("null") ? { anyOf: [{ type: "null" }, read] } : read;
  }

  #types(schema: JsonObject): string[] | undefined {
    const declared = Array.isArray(schema.type) ? schema.type : [schema.type];
    const known = declared.filter((type) => typeof type === "string" && TYPES.includes(type)) as string[];
    if (known.length > 0) return [...new Set(known)];
    if (["properties", "additionalProperties", "patternProperties"].some((key) => key in schema)) return ["object"];
    return "items" in schema || "prefixItems" in schema ? ["array"] : undefined;
  }

  #members(schema: JsonObject, read: JsonObject, absent: ReadonlySet<string>): void {
    const isExact = this.#reading.keeps === "everything";
    const { properties, patternProperties, additionalProperties, required, items, prefixItems } = schema;
    if (isObject(properties)) {
      const kept: JsonObject = {};
      for (const name of Object.keys(properties)) {
        if (!absent.has(name)) setMember(kept, name, this.schema(properties[name] as Json));
      }
      read.properties = kept;
    }
    if (Array.isArray(required)) {
      const names = required.filter((name) => typeof name === "string" && !absent.has(name));
      read.required = [...new Set(names)];
    }
    if (isExact && isObject(patternProperties)) {
      const patterns = Object.entries(patternProperties).filter(([pattern]) => isPattern(pattern));
      read.patternProperties = Object.fromEntries(patterns.map(([pattern, part]) => [pattern, this.schema(part)]));
    }
    const isMapOnly = !isObject(properties) && !isObject(patternProperties);
    if (additionalProperties !== undefined && (isExact || (isMapOnly && additionalProperties !== false)))
      read.additionalProperties = this.schema(additionalProperties);
    if (items !== undefined && (isExact || !Array.isArray(prefixItems))) read.items = this.schema(items);
    if (Array.isArray(prefixItems) && prefixItems.length > 0)
      read.prefixItems = prefixItems.map((item) => this.schema(item));
  }

  #parts(schema: JsonObject, read: JsonObject, absent: ReadonlySet<string>): void {
    const { discriminator } = schema;
    const isTold = !isObject(discriminator) || !absent.has(String(discriminator.propertyName));
    for (const key of ["allOf", "anyOf", "oneOf"]) {
      const list = schema[key];
      if (!Array.isArray(list) || list.length === 0) continue;
      const parts = list.map((item) =>
        key === "allOf"
          ? this.schema(this.#parent(item), absent)
          : narrowedMember({
              union: isTold ? schema : {},
              member: item,
              read: (part) => this.schema(part, absent),
              components: this.#components,
            }),
      );
      if (key === "oneOf" && this.#reading.keeps === "expressible")
        read.allOf = [...((read.allOf as Json[] | undefined) ?? []), { anyOf: parts }];
      else read[key] = parts;
    }
  }

  /** A parent that lists its children in `oneOf`, as its child takes it over: without that list, which leads back. */
  #parent(item: Json): Json {
    const parent = isObject(item) ? target(item.$ref, this.#components) : undefined;
    if (!parent || !isObject(item) || item.$ref === undefined) return item;
    const { oneOf, anyOf, discriminator: _, ...rest } = parent;
    const children = [oneOf, anyOf].filter(Array.isArray).flat().filter(isObject);
    const own = this.#components[this.#owner];
    return children.some((child) => target(child.$ref, this.#components) === own) ? rest : item;
  }

  /** The properties of a schema, or of a part of it, that the direction does not have. */
  #absent(schema: JsonObject, depth: number): string[] {
    const own = Object.entries(isObject(schema.properties) ? schema.properties : {});
    const parts = ["allOf", "oneOf", "anyOf"].flatMap((key) =>
      Array.isArray(schema[key]) ? (schema[key] as Json[]) : [],
    );
    const further = [target(schema.$ref, this.#components), ...parts].filter(isObject);
    return [
      ...own.filter(([, property]) => this.#isAbsent(property)).map(([name]) => name),
      ...(depth > 6 || (typeof schema.$ref !== "string" && parts.length === 0)
        ? []
        : further.flatMap((part) => this.#absent(part, depth + 1))),
    ];
  }

  #isAbsent(property: Json): boolean {
    const [mark, other] = this.#reading.direction === "request" ? ["readOnly", "writeOnly"] : ["writeOnly", "readOnly"];
    return this.#isMarked(property, mark as string, 0) && !this.#isMarked(property, other as string, 0);
  }

  /** True where a mark stands at a schema, or at one that applies to its values too (JSON Schema Validation, section 9.4). */
  #isMarked(schema: Json | undefined, mark: string, depth: number): boolean {
    if (!isObject(schema) || depth > 6) return false;
    const parts = [target(schema.$ref, this.#components), ...(Array.isArray(schema.allOf) ? schema.allOf : [])];
    return schema[mark] === true || parts.some((part) => this.#isMarked(part, mark, depth + 1));
  }
}

function distinct(values: Json[]): Json[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function isPattern(pattern: Json | undefined): pattern is string {
  if (typeof pattern !== "string") return false;
  try {
    return new RegExp(pattern, "u") !== undefined;
  } catch {
    return false;
  }
}
