import fc from "fast-check";
import { expect, test } from "vitest";
import { diffApis } from "../../src/check/diff/index.js";
import type { Api, Schema } from "../../src/ir/index.js";
import { isObject, type Json, type JsonObject } from "../../src/json/index.js";
import { apiOf } from "./support.js";

const KEYS = ["A", "B", "C"];

/** Schemas of all keywords, right ones and odd ones, that refer to each other and themselves. */
const schema: fc.Arbitrary<Json> = fc.letrec<{ schema: Json }>((tie) => {
  const name = fc.constantFrom("a", "b", "__proto__", "constructor");
  const list = fc.array(tie("schema"), { maxLength: 3 });
  const scalar = fc.oneof(fc.constantFrom("x", "y", null, 1, 2.5, true), fc.string({ maxLength: 2 }));
  const type = fc.constantFrom("string", "integer", "number", "object", "array", "null", "odd");
  const keywords = {
    type: fc.oneof(type, fc.uniqueArray(type, { maxLength: 3 })),
    enum: fc.array(scalar, { maxLength: 3 }),
    const: scalar,
    format: fc.constantFrom("date", "int32", "int64", "binary"),
    pattern: fc.constantFrom("^a", "["),
    maximum: fc.oneof(fc.integer(), fc.constant("x")),
    exclusiveMinimum: fc.oneof(fc.integer(), fc.boolean()),
    minLength: fc.nat(3),
    multipleOf: fc.constantFrom(0, 2, 3),
    uniqueItems: fc.boolean(),
    properties: fc.dictionary(name, tie("schema"), { maxKeys: 3 }),
    required: fc.uniqueArray(name, { maxLength: 2 }),
    additionalProperties: tie("schema"),
    items: tie("schema"),
    prefixItems: list,
    allOf: list,
    oneOf: list,
    anyOf: list,
    not: tie("schema"),
    discriminator: fc.constantFrom({ propertyName: "a" }, { propertyName: "b", mapping: { x: "A" } }, {}),
    readOnly: fc.boolean(),
    writeOnly: fc.boolean(),
    default: scalar,
    $ref: fc.constantFrom(...KEYS, "Missing").map((key) => `#/components/schemas/${key}`),
  };
  const object = fc.record(keywords, { requiredKeys: [] });
  const some = fc.tuple(object, fc.subarray(Object.keys(keywords), { maxLength: 3 })).map(([from, kept]) => {
    return Object.fromEntries(Object.entries(from).filter(([key]) => kept.includes(key))) as JsonObject;
  });
  return {
    schema: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.boolean(),
      keywords.$ref.map(($ref) => ({ $ref })),
      some,
    ),
  };
}).schema as fc.Arbitrary<Json>;

const schemas = fc.tuple(schema, schema, schema);

const root = { content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } } };
const post = { operationId: "a", requestBody: root, responses: { 200: { description: "A", ...root } } };
const info = { title: "A", version: "1" };
const document = { openapi: "3.1.0", info, paths: { "/a": { post } }, components: { schemas: { A: true } } };
const base = await apiOf(document);

/** An API that sends and answers the first of the schemas. */
function apiWith(values: readonly Json[]): Api {
  const named = KEYS.map((key, index) => ({
    key,
    name: key,
    requestName: `${key}Request`,
    schema: values[index] as Schema,
    source: { file: "spec.json", pointer: `/components/schemas/${key}` },
  }));
  return { ...base, schemas: named };
}

/** The same schemas, described in other words. */
function described(values: readonly Json[], description: string): Json[] {
  return values.map((value) => (isObject(value) ? { ...value, description } : value));
}

test("any two versions are compared without failure, independently of annotations", () => {
  fc.assert(
    fc.property(schemas, schemas, (before, after) => {
      const once = diffApis(apiWith(before), apiWith(after));
      const again = diffApis(apiWith(described(before, "One")), apiWith(described(after, "Two")));
      expect(again).toEqual(once);
      expect(() => diffApis(apiWith(after), apiWith(before))).not.toThrow();
    }),
    { numRuns: 150, seed: 1 },
  );
});

test("an equivalent version has no changes, nor one with its schemas in another order", () => {
  fc.assert(
    fc.property(schemas, (values) => {
      const api = apiWith(values);
      const other = apiWith(described(values, "Other"));
      expect(diffApis(api, { ...other, schemas: [...other.schemas].reverse() })).toEqual([]);
    }),
    { numRuns: 300, seed: 2 },
  );
});
