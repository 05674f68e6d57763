import { propertyKey } from "../../emit/code/index.js";
import { allowedValues, schemaTypes } from "../../emit/types/index.js";
import {
  type Api,
  ARGUMENT_GROUPS,
  dereferenced,
  isFile,
  type Operation,
  type RequestBody,
  type Schema,
  type SchemasByKey,
  schemasByKey,
} from "../../ir/index.js";
import { isObject, type Json, type JsonObject } from "../../json/index.js";
import { composition } from "../../spec/schema-keywords.js";

/** How many levels of arrays and composed schemas are followed. */
const DEEPEST = 10;

const TEXT = '"…"';
const OBJECT = "{ … }";
const FILE = 'new Blob(["…"])';

/**
 * Returns the required arguments of an operation as an object literal with values of the right types; `…` marks what
 * the caller has to fill in. Empty if nothing is required.
 */
export function sampleArguments({ parameters, requestBody }: Operation, api: Api): string {
  const samples = new Samples(api);
  const groups = ARGUMENT_GROUPS.flatMap(({ key, locations }) => {
    const required = parameters.filter((item) => item.required && locations.some((place) => place === item.in));
    const members = required.map(({ name, schema }) => `${propertyKey(name, "object")}: ${samples.of(schema)}`);
    return members.length > 0 ? [`${key}: { ${members.join(", ")} }`] : [];
  });
  if (requestBody?.required) groups.push(`payload: ${samples.ofPayload(requestBody)}`);
  return groups.length > 0 ? `{ ${groups.join(", ")} }` : "";
}

/**
 * The state of reading a schema: whether it is a field of a multipart form, the remaining depth, and the schemas that
 * were read.
 */
interface Reading {
  isForm: boolean;
  depth: number;
  seen: Set<JsonObject>;
}

/** Makes sample values, as code, for an API's schemas. */
class Samples {
  readonly #schemas: SchemasByKey;

  constructor(api: Api) {
    this.#schemas = schemasByKey(api);
  }

  /** Returns a sample of the first content of a request body. */
  ofPayload({ content }: RequestBody): string {
    const [sent] = content;
    switch (sent?.kind) {
      case "binary":
        return FILE;
      case "text":
      case "events":
      case "lines":
        return TEXT;
      default:
        return this.of(sent?.schema, { isForm: sent?.kind === "multipart" });
    }
  }

  /** Returns a sample of a schema; a string if it allows anything. */
  of(schema: Json | undefined, { isForm = false } = {}): string {
    return this.#value(schema, { isForm, depth: DEEPEST, seen: new Set() }) ?? TEXT;
  }

  #value(schema: Json | undefined, { isForm, depth, seen }: Reading): string | undefined {
    const object = depth > 0 ? dereferenced(schema as Schema | undefined, this.#schemas) : undefined;
    if (!isObject(object) || seen.has(object)) return undefined;
    seen.add(object);
    if (isForm && isFile(object)) return FILE;
    const values = allowedValues(object)?.filter((value) => value !== null);
    if (values && values.length > 0) {
      const isSure = values.length === 1 || !values.every((value) => typeof value === "string");
      return isSure ? JSON.stringify(values[0]) : TEXT;
    }
    const type = schemaTypes(object).find((one) => one !== "null");
    const parts = { isForm, depth: depth - 1, seen };
    if (type === "array") return this.#list(object, parts);
    return (type && OF_TYPES.get(type)) ?? this.#composed(object, parts);
  }

  #list({ items, prefixItems }: JsonObject, reading: Reading): string {
    if (prefixItems !== undefined) return "[…]";
    return items === false ? "[]" : `[${this.#value(items, reading) ?? TEXT}]`;
  }

  /** Returns a sample of the first part of a composed schema that has one. */
  #composed(schema: JsonObject, reading: Reading): string | undefined {
    for (const part of composition(schema)) {
      const value = this.#value(part, reading);
      if (value !== undefined) return value;
    }
    return undefined;
  }
}

const OF_TYPES: ReadonlyMap<string, string> = new Map([
  ["string", TEXT],
  ["number", "1"],
  ["boolean", "true"],
  ["object", OBJECT],
]);
