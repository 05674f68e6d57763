import type { Api, Operation, Parameter, Schema } from "../../src/ir/model.js";
import { isObject, type Json, type JsonObject } from "../../src/json/index.js";
import { FORMATS } from "../support/formats.js";

/** Values for the arguments of an operation, taken from the spec. */
export interface Sample {
  pathParams?: Record<string, Json>;
  queryParams?: Record<string, Json>;
  payload?: Json;
}

const DEEPEST = 5;

/** Makes values of schemas: what the spec gives (example, default, enum), else the least that fits the type. */
export class Sampler {
  readonly #schemas: Map<string, Schema>;

  constructor(api: Api) {
    this.#schemas = new Map(api.schemas.map(({ key, schema }) => [key, schema]));
  }

  /** Arguments of an operation: all that it takes, or only what it requires. */
  argumentsOf(operation: Operation, which: "all" | "required"): Sample {
    const parameters = operation.parameters.filter((item) => which === "all" || item.required);
    const { requestBody } = operation;
    const content = requestBody?.content.find((item) => item.isJson);
    const sample: Sample = {};
    for (const [place, group] of [["path", "pathParams"] as const, ["query", "queryParams"] as const]) {
      const entries = parameters.filter((item) => item.in === place).map((item) => [item.name, this.#parameter(item)]);
      if (entries.length > 0) sample[group] = Object.fromEntries(entries);
    }
    if (content && (which === "all" || requestBody?.required)) sample.payload = this.value(content.schema ?? true);
    return sample;
  }

  /** A path parameter is never empty. */
  #parameter({ in: place, schema }: Parameter): Json {
    const value = this.value(schema);
    return place === "path" && (value === "" || value === null) ? "text" : value;
  }

  value(schema: Schema, depth = 0): Json {
    if (typeof schema === "boolean" || depth > DEEPEST) return "text";
    const given = [
      schema.example,
      (schema.examples as Json[])?.[0],
      schema.default,
      schema.const,
      (schema.enum as Json[])?.[0],
    ];
    const first = given.find((value) => value !== undefined && value !== null);
    if (first !== undefined) return first;
    if (typeof schema.$ref === "string") return this.value(this.#target(schema.$ref), depth + 1);
    if (Array.isArray(schema.allOf)) return this.#merged(schema, schema.allOf as Schema[], depth);
    const choice = [...((schema.oneOf ?? schema.anyOf ?? []) as Schema[])].find((item) => !isNull(item));
    return choice === undefined ? this.#ofType(schema, depth) : this.value(choice, depth + 1);
  }

  #target(ref: string): Schema {
    const key = decodeURIComponent(ref.slice("#/components/schemas/".length))
      .replaceAll("~1", "/")
      .replaceAll("~0", "~");
    const schema = this.#schemas.get(key);
    if (schema === undefined) throw new Error(`${ref} is not in the representation`);
    return schema;
  }

  #merged(schema: JsonObject, parts: Schema[], depth: number): Json {
    const values = [{ ...schema, allOf: undefined } as unknown as Schema, ...parts].map((part) =>
      this.value(part, depth + 1),
    );
    return values.every(isObject) ? Object.assign({}, ...values) : values.at(-1)!;
  }

  #ofType(schema: JsonObject, depth: number): Json {
    const types = Array.isArray(schema.type) ? schema.type : [schema.type];
    const likely = schema.items ? "array" : "string";
    switch (types.find((type) => type !== "null") ?? (schema.properties ? "object" : likely)) {
      case "integer":
      case "number":
        return (schema.minimum as number) ?? 1;
      case "boolean":
        return true;
      case "array":
        return [this.value((schema.items as Schema) ?? true, depth + 1)];
      case "object":
        return this.#object(schema, depth);
      default:
        return FORMATS[schema.format as string] ?? "text";
    }
  }

  #object(schema: JsonObject, depth: number): Json {
    const properties = Object.entries((schema.properties as Record<string, Schema>) ?? {});
    const value = Object.fromEntries(properties.map(([key, property]) => [key, this.value(property, depth + 1)]));
    const rest = schema.additionalProperties;
    if (properties.length === 0 && isObject(rest)) value.key = this.value(rest, depth + 1);
    return value;
  }
}

function isNull(schema: Schema): boolean {
  return isObject(schema) && schema.type === "null";
}
