import { isObject, type Json, type JsonObject, setMember } from "../../src/json/index.js";
import { FORMATS } from "../support/formats.js";
import type { Random } from "./random.js";
import { target } from "./reading.js";

/** Deeper than this only what is required is made, and deeper than the second nothing. */
const SHALLOW = 4;
const DEEPEST = 14;

const TEXTS = [
  "text",
  "",
  "a",
  "2026-01-02",
  "1",
  "A1",
  "aaaaaaaaaaaaaaaaaaaaaaaa",
  "en",
  "EUR",
  "/a",
  "https://example.com",
];
const KEYS = ["extra", "x-a", "a", "1", "A", "S_a", "en"];

/** How much of what is optional a value has. */
export type Extent = "all" | "least" | "some";

/** Makes values that should fit schemas; whether they do is for a validator to say. */
export class Generator {
  readonly #schemas: JsonObject;
  readonly #random: Random;
  #extent: Extent = "all";

  /** @param schemas by key, as a judge reads them */
  constructor(schemas: JsonObject, random: Random) {
    this.#schemas = schemas;
    this.#random = random;
  }

  /** A value for a named schema. */
  value(key: string, extent: Extent): Json {
    this.#extent = extent;
    return this.#value(this.#schemas[key] as Json, 0) ?? null;
  }

  #value(schema: Json, depth: number): Json | undefined {
    if (!isObject(schema)) return "text";
    if (depth > DEEPEST) return undefined;
    if (Array.isArray(schema.enum)) return this.#random.of(schema.enum);
    const parts = [schema.$ref === undefined ? undefined : target(schema.$ref, this.#schemas as never)];
    if (Array.isArray(schema.allOf)) parts.push(...schema.allOf.filter(isObject));
    for (const key of ["oneOf", "anyOf"]) {
      const list = schema[key];
      if (Array.isArray(list)) parts.push(...[this.#choice(list, depth)].filter(isObject));
    }
    const composed = parts.filter((part) => part !== undefined).map((part) => this.#value(part, depth + 1));
    const own = schema.type === undefined && composed.length > 0 ? undefined : this.#ofType(schema, depth);
    const all = [own, ...composed].filter((value) => value !== undefined);
    const objects = all.filter(isObject);
    if (objects.length > 0 && (all.length === objects.length || own === undefined || isObject(own)))
      return merged(objects);
    return all.at(-1);
  }

  /** Where it gets deep, the member that holds the least. */
  #choice(list: Json[], depth: number): Json {
    if (depth <= SHALLOW) return this.#random.of(list);
    return (
      list.find((item) => isObject(item) && item.type !== undefined && item.type !== "object") ?? (list[0] as Json)
    );
  }

  #ofType(schema: JsonObject, depth: number): Json | undefined {
    const types = [schema.type ?? ["string", "number", "boolean", "object"]].flat() as string[];
    const open = this.#extent === "all" ? types.filter((type) => type !== "null") : types;
    switch (this.#random.of(open.length > 0 ? open : types)) {
      case "null":
        return null;
      case "boolean":
        return this.#random.below(2) === 0;
      case "integer":
      case "number":
        return this.#number(schema);
      case "array":
        return this.#array(schema, depth);
      case "object":
        return this.#object(schema, depth);
      default:
        return this.#string(schema);
    }
  }

  #number({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: JsonObject): Json {
    const step = typeof multipleOf === "number" ? multipleOf : 1;
    const low = numeric(minimum) ?? plus(numeric(exclusiveMinimum), step);
    const high = numeric(maximum) ?? plus(numeric(exclusiveMaximum), -step);
    return low ?? (high !== undefined && high < step ? high : step);
  }

  #string({ format, pattern, minLength, maxLength }: JsonObject): Json {
    const shortest = typeof minLength === "number" ? Math.min(minLength, 500) : 0;
    const longest = typeof maxLength === "number" ? maxLength : 500;
    const texts = [FORMATS[String(format)], this.#random.of(TEXTS), ...TEXTS].filter((text) => text !== undefined);
    const fitted = texts.map((text) => text.padEnd(shortest, "a").slice(0, longest));
    return fitted.find((text) => typeof pattern !== "string" || new RegExp(pattern, "u").test(text)) ?? fitted[0] ?? "";
  }

  #array({ items, prefixItems, minItems }: JsonObject, depth: number): Json {
    const least = typeof minItems === "number" ? Math.min(minItems, 10) : 0;
    const more = depth > SHALLOW || this.#extent === "least" ? 0 : this.#random.below(3);
    const prefix = Array.isArray(prefixItems) ? prefixItems : [];
    const length = this.#extent === "all" ? Math.max(least, prefix.length, more) : Math.max(least, more);
    const values = Array.from({ length }, (_, index) => this.#value(prefix[index] ?? items ?? true, depth + 1));
    return values.filter((value) => value !== undefined);
  }

  #object(schema: JsonObject, depth: number): Json {
    const properties = isObject(schema.properties) ? schema.properties : {};
    const required = Array.isArray(schema.required) ? (schema.required as string[]) : [];
    const value: JsonObject = {};
    for (const name of new Set([...Object.keys(properties), ...required])) {
      if (!required.includes(name) && !this.#takesOptional(depth)) continue;
      const made = this.#value(Object.hasOwn(properties, name) ? (properties[name] as Json) : true, depth + 1);
      if (made !== undefined) setMember(value, name, made);
    }
    const patterns = isObject(schema.patternProperties) ? Object.entries(schema.patternProperties) : [];
    for (const [pattern, part] of this.#takesOptional(depth) ? patterns : []) {
      const key = KEYS.find((text) => new RegExp(pattern, "u").test(text));
      if (key !== undefined) setMember(value, key, this.#value(part, depth + 1) ?? null);
    }
    if (isObject(schema.additionalProperties) && !("not" in schema.additionalProperties) && this.#takesOptional(depth))
      setMember(value, this.#random.of(KEYS), this.#value(schema.additionalProperties, depth + 1) ?? null);
    return value;
  }

  #takesOptional(depth: number): boolean {
    if (depth > SHALLOW) return false;
    return this.#extent === "all" || (this.#extent === "some" && this.#random.below(2) === 0);
  }
}

function numeric(value: Json | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function plus(value: number | undefined, step: number): number | undefined {
  return value === undefined ? undefined : value + step;
}

function merged(objects: JsonObject[]): JsonObject {
  const result: JsonObject = {};
  for (const object of objects) for (const name of Object.keys(object)) setMember(result, name, object[name] as Json);
  return result;
}
