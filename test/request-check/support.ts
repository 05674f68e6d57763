import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { CheckCompiler } from "../../src/emit/function/check.js";
import { ComposedTypes } from "../../src/emit/types/index.js";
import type { NamedSchema, Schema } from "../../src/ir/index.js";
import { isObject, type Json, type JsonObject } from "../../src/json/index.js";
import { validate } from "../../src/runtime/functions/b44-validate.js";

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

/** What is said of an object around a part of it. */
interface Around {
  /** The properties that other parts declare: a part that limits others allows them. */
  declared: readonly string[];
  /** Those that a request does not carry. */
  left: readonly string[];
  /** Those, and what some form of the object does not carry. */
  undemanded: readonly string[];
}

const ALONE: Around = { declared: [], left: [], undemanded: [] };

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

  schema(schema: Json, around = ALONE, depth = 0): Json {
    if (!isObject(schema)) return schema === false ? { not: {} } : {};
    const seen: JsonObject = {};
    const byWhole = [...around.declared, ...this.#parts(schema, ["allOf"]).flatMap(declaredBy)];
    const byAll = [...byWhole, ...this.#parts(schema, FORMS).flatMap(declaredBy)];
    for (const key of SAME)
      if (typeof schema[key] === "number" || typeof schema[key] === "string") seen[key] = schema[key];
    const types = Array.isArray(schema.type) ? schema.type : [schema.type];
    const isOverruled = !("const" in schema || "enum" in schema) && this.#composedTypes.overrule(schema);
    if (!isOverruled && types.every((type) => typeof type === "string" && TYPES.includes(type)))
      seen.type = types as Json[];
    const values = "const" in schema ? [schema.const as Json] : schema.enum;
    if (Array.isArray(values) && values.length > 0) seen.enum = [...new Set(values)];
    const own = this.#readOnly(schema, ["allOf"]);
    const left = [...around.left, ...own];
    const forms: Around = { declared: byWhole, left, undemanded: [...around.undemanded, ...own] };
    const undemanded = [...forms.undemanded, ...this.#readOnly(schema, FORMS)];
    const parts: Around = { declared: byAll, left, undemanded };
    this.#members(schema, seen, parts);
    if (seen.additionalProperties !== undefined || seen.unevaluatedProperties !== undefined)
      seen.properties = { ...Object.fromEntries(byAll.map((name) => [name, {}])), ...(seen.properties as JsonObject) };
    if (isClosed(schema)) this.#allowRequired(seen);
    const target = this.#target(schema);
    const others = isObject(target)
      ? byAll.filter((name) => !this.#parts(target, FORMS).flatMap(declaredBy).includes(name))
      : [];
    const ofTarget = isObject(target) ? this.#readOnly(target, ["allOf"]) : [];
    const leftByOthers = left.filter((name) => !ofTarget.includes(name));
    if (isObject(target) && others.length + leftByOthers.length > 0 && depth < 10) {
      delete seen.$ref;
      const within = { declared: others, left: leftByOthers, undemanded: leftByOthers };
      seen.allOf = [this.schema(target, within, depth + 1)];
    }
    for (const key of ["allOf", "anyOf", "oneOf"]) {
      const list = key === "allOf" ? this.#composedTypes.tellingMembers(schema) : schema[key];
      if (!Array.isArray(list) || list.length === 0) continue;
      const all = list.map((item) => this.schema(item, key === "allOf" ? parts : forms, depth + 1));
      // Several of `oneOf` may fit.
      if (key === "oneOf") seen.allOf = [...((seen.allOf as Json[]) ?? []), { anyOf: all }];
      else seen[key] = [...((seen[key] as Json[]) ?? []), ...all];
    }
    const isComposed = ["$ref", "allOf", "anyOf"].some((key) => key in seen);
    return isComposed && types.includes("null") ? { anyOf: [{ type: "null" }, seen] } : seen;
  }

  #members(schema: JsonObject, seen: JsonObject, { left, undemanded }: Around): void {
    if (isObject(schema.properties)) {
      const entries = Object.entries(schema.properties);
      seen.properties = Object.fromEntries(
        entries.map(([name, property]) => [name, left.includes(name) ? {} : this.schema(property)]),
      );
    }
    if (Array.isArray(schema.required))
      seen.required = schema.required.filter((name) => !undemanded.includes(name as string));
    const patterns = isObject(schema.patternProperties) ? Object.values(schema.patternProperties) : [];
    const additional = schema.additionalProperties ?? true;
    if (additional !== true)
      seen.additionalProperties = { anyOf: [...patterns, additional].map((one) => this.schema(one)) };
    const others = schema.unevaluatedProperties;
    const isAlone = !["$ref", "allOf", "anyOf", "oneOf", "patternProperties"].some((key) => key in schema);
    if (others !== undefined && isAlone) seen.unevaluatedProperties = this.schema(others);
    const further = schema.unevaluatedItems;
    if (further !== undefined && isAlone && !("contains" in schema)) seen.unevaluatedItems = this.schema(further);
    if (schema.items !== undefined) seen.items = this.schema(schema.items);
    if (Array.isArray(schema.prefixItems)) seen.prefixItems = schema.prefixItems.map((item) => this.schema(item));
  }

  /** Of what a closed object requires and does not allow, nothing is demanded. */
  #allowRequired(seen: JsonObject): void {
    const properties = isObject(seen.properties) ? seen.properties : {};
    const required = ((seen.required ?? []) as string[]).filter((name) => !Object.hasOwn(properties, name));
    seen.properties = { ...Object.fromEntries(required.map((name) => [name, {}])), ...properties };
    seen.required = ((seen.required ?? []) as string[]).filter((name) => !required.includes(name));
  }

  /** A schema and those that it is composed of. */
  #parts(schema: JsonObject, keys: readonly string[], depth = 0): JsonObject[] {
    const parts = [this.#target(schema), ...keys.flatMap((key) => schema[key] ?? [])].filter(isObject);
    return [schema, ...(depth > 9 ? [] : parts.flatMap((part) => this.#parts(part, keys, depth + 1)))];
  }

  /** The properties that are marked as readOnly, and nowhere as writeOnly, in a schema or what it is composed of. */
  #readOnly(schema: JsonObject, keys: readonly string[]): string[] {
    const all = this.#parts(schema, keys).flatMap(({ properties }) =>
      Object.entries(isObject(properties) ? properties : {}),
    );
    const marked = (mark: string) => all.filter(([, property]) => this.#isMarked(property, mark)).map(([name]) => name);
    const writeOnly = marked("writeOnly");
    return marked("readOnly").filter((name) => !writeOnly.includes(name));
  }

  #isMarked(property: Json | undefined, mark: string): boolean {
    const parts = isObject(property) ? this.#parts(property, ["allOf"]) : [];
    return parts.some((part) => part[mark] === true || this.#isMarked(onlyForm(part), mark));
  }

  #target({ $ref }: JsonObject): Json | undefined {
    if (typeof $ref !== "string") return undefined;
    const key = decodeURIComponent($ref.slice("#/components/schemas/".length));
    return this.#components[key.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
}

function isClosed({
  additionalProperties,
  patternProperties = {},
  unevaluatedProperties,
  ...others
}: JsonObject): boolean {
  const isAlone = !["$ref", ...FORMS].some((key) => key in others);
  const said = additionalProperties ?? (isAlone ? unevaluatedProperties : undefined);
  return said === false && Object.keys(patternProperties as JsonObject).length === 0;
}

/** What a schema chooses from that chooses between null and that. */
function onlyForm({ anyOf = [], oneOf = [] }: JsonObject): Json | undefined {
  const forms = [anyOf, oneOf].flat().filter((form) => !isObject(form) || form.type !== "null");
  return forms.length === 1 ? forms[0] : undefined;
}
