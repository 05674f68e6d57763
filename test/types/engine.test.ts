import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { emitTypes } from "../../src/emit/types/index.js";
import { growthOf } from "../support/calls.js";
import { compile, STRICT, show, VERSIONS, type Version } from "./support/compile.js";
import { project, root } from "./support/project.js";
import { apiOf, compiled, declarations, type Named } from "./support/schemas.js";

/** Everything that the tests of this file emitted: compiled together at the end. */
const emitted: Record<string, string> = {};

async function typesOf(schemas: Named, openapi?: string) {
  const { api, codes } = await apiOf(schemas, openapi);
  const types = declarations(api);
  emitted[`src/t${Object.keys(emitted).length}.types.d.ts`] = types.text;
  return { ...types, codes: [...codes, ...types.codes] };
}

const string = { type: "string" };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

type Row = [given: string, schema: unknown, want: string];

/** A condition. */
const when = (outcome: object, otherwise?: object) =>
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
  Object.fromEntries([["if", {}], ["then", outcome], ...(otherwise ? [["else", otherwise]] : [])]);

describe("a schema's type", () => {
  const rows: Row[] = [
    ["true", true, "unknown"],
    ["false", false, "never"],
    ["empty", {}, "unknown"],
    ["string", string, "string"],
    ["integer", { type: "integer" }, "number"],
    ["null", { type: "null" }, "null"],
    ["an array of types", { type: ["string", "integer", "null"] }, "string | number | null"],
    [
      "an array of types with an object",
      { type: ["object", "string"], properties: { a: string } },
      "{ a?: string; } | string",
    ],
    ["an array of types with an array", { type: ["array", "null"], items: string }, "string[] | null"],
    ["an enum", { type: "string", enum: ["a", "b"] }, '"a" | "b"'],
    ["an enum of integers", { type: "integer", enum: [1, -2, 1] }, "1 | -2"],
    ["an enum of fractions", { enum: [0.5, 1e30] }, "0.5 | 1e+30"],
    ["an enum of mixed values", { enum: ["a", 1, true, null] }, '"a" | 1 | true | null'],
    [
      "an enum of strings without quotes",
      { type: "string", enum: ["auto", 480, 1.5, true] },
      '"auto" | "480" | "1.5" | "true"',
    ],
    ["an enum of integers in quotes", { type: "integer", enum: ["1", 2, "-3"] }, "1 | 2 | -3"],
    ["an enum of numbers in quotes", { type: ["number", "null"], enum: ["0.5", null] }, "0.5 | null"],
    ["an enum of booleans in quotes", { type: "boolean", enum: ["true", "false"] }, "boolean"],
    ["an enum of true and false among others", { enum: [false, "a", true, null] }, 'boolean | "a" | null'],
    ["an enum of true", { type: "boolean", enum: [true] }, "true"],
    ["a choice of true or a boolean", { anyOf: [{ const: true }, { type: "boolean" }] }, "true | boolean"],
    ["a const of a number in quotes", { type: "integer", const: "1" }, "1"],
    [
      "an enum of strings that JSON does not write so",
      { type: "integer", enum: ["1.5", "01", "1e2", "", " 1", "NaN", "true"] },
      '"1.5" | "01" | "1e2" | "" | " 1" | "NaN" | "true"',
    ],
    ["an enum of numbers in quotes, among strings", { type: "integer", enum: ["1", "a"] }, "1"],
    ["an enum of quoted values without a type", { enum: ["1", "true"] }, '"1" | "true"'],
    ["an enum of strings and numbers", { type: ["string", "number"], enum: ["auto", 480] }, '"auto" | 480'],
    ["null without quotes in an array of types", { type: ["string", null] }, "string | null"],
    ["null without quotes as a choice", { anyOf: [string, { type: null }] }, "string | null"],
    [
      "names that are listed",
      {
        type: "object",
        properties: { a: string },
        propertyNames: { enum: ["a", "b", "c-d"] },
        additionalProperties: { type: ["number", "null"] },
        required: ["b"],
      },
      '{ a?: string; b: number | null; "c-d"?: number | null; }',
    ],
    ["names that are listed, of anything", { type: "object", propertyNames: { const: "a" } }, "{ a?: unknown; }"],
    [
      "names that are listed, of a closed object",
      { type: "object", properties: { a: string }, propertyNames: { enum: ["b"] }, additionalProperties: false },
      "{ a?: string; }",
    ],
    [
      "names that are listed, of lists",
      { type: "object", propertyNames: { const: "a" }, additionalProperties: { type: "array", items: string } },
      "{ a?: string[]; }",
    ],
    [
      "names that are listed, of what may be null",
      { type: "object", propertyNames: { const: "a" }, additionalProperties: { anyOf: [string, { type: "null" }] } },
      "{ a?: string | null; }",
    ],
    [
      "names that are listed, of arrays of what would be long",
      {
        type: "object",
        propertyNames: { const: "a" },
        additionalProperties: { type: "array", items: { type: "object", properties: { q: string } } },
      },
      "{ [key: string]: { q?: string; }[]; }",
    ],
    [
      "named properties beside objects of any name",
      {
        properties: { a: string },
        required: ["a"],
        additionalProperties: { type: "object", properties: { q: string }, required: ["q"] },
      },
      "{ a: string; [key: string]: { q: string; } | string; }",
    ],
    [
      "named objects beside properties of any name",
      { properties: { a: { type: "object", properties: { q: string } } }, additionalProperties: string },
      "{ a?: { q?: string; }; [key: string]: unknown; }",
    ],
    [
      "an enum of integers that have more digits than a number holds, which is what comes from JSON",
      { enum: [2 ** 53, 2 ** 63] },
      "9007199254740992 | 9223372036854776000",
    ],
    [
      "names that are listed, of what would be long",
      {
        type: "object",
        propertyNames: { enum: ["a", "b"] },
        additionalProperties: { type: "object", properties: { q: string } },
      },
      "{ [key: string]: { q?: string; }; }",
    ],
    [
      "names that are not listed",
      { type: "object", propertyNames: { pattern: "^a" }, additionalProperties: string },
      "{ [key: string]: string; }",
    ],
    [
      "properties under a condition",
      {
        type: "object",
        properties: { kind: string },
        required: ["kind"],
        ...when(
          { properties: { number: string, kind: {} }, required: ["number"] },
          when({ properties: { number: { type: "integer" }, change: { type: "number" } } }),
        ),
      },
      "{ kind: string; number?: string | number; change?: number; }",
    ],
    [
      "properties under conditions in allOf",
      {
        type: "object",
        properties: { a: string },
        allOf: [when({ properties: { b: string } }), when({ properties: { c: string } })],
      },
      "{ a?: string; b?: string; c?: string; }",
    ],
    [
      "properties that are known where another is there",
      {
        type: "object",
        properties: { a: string },
        dependentSchemas: {
          a: { properties: { a: string, b: string } },
          c: { allOf: [{ properties: { d: string } }] },
        },
      },
      "{ a?: string; b?: unknown; d?: unknown; }",
    ],
    [
      "properties under a condition, of which one brings another",
      {
        type: "object",
        properties: { a: string },
        ...when({ properties: { b: string }, dependentSchemas: { b: { properties: { c: string } } } }),
      },
      "{ a?: string; b?: string; c?: unknown; }",
    ],
    [
      "properties under a condition that are required in any case",
      { type: "object", required: ["b"], ...when({ properties: { b: string } }) },
      "{ b: string; }",
    ],
    [
      "properties under a condition of a closed object",
      {
        type: "object",
        properties: { a: string },
        additionalProperties: false,
        ...when({ properties: { b: string } }),
      },
      "{ a?: string; }",
    ],
    ["an object that has no properties", { type: "object", additionalProperties: false }, "{ [key: string]: never; }"],
    [
      "an object that has no properties, and requires none",
      { type: "object", properties: {}, required: [], allOf: [], additionalProperties: false },
      "{ [key: string]: never; }",
    ],
    ["an enum with null, type with null", { type: ["string", "null"], enum: ["a", null] }, '"a" | null'],
    ["an enum without null, type with null", { type: ["string", "null"], enum: ["a"] }, '"a" | null'],
    ["a const that is not null, type with null", { type: ["string", "null"], const: "a" }, '"a" | null'],
    ["an enum of an object", { enum: [{ a: 1 }] }, "{ a: 1; }"],
    ["an enum with quotes and line breaks", { enum: ['"\n\\', "*/", "`${1}`"] }, '"\\"\\n\\\\" | "*/" | "`${1}`"'],
    ["const", { const: "a" }, '"a"'],
    ["const null", { const: null }, "null"],
    ["const false", { const: false }, "false"],
    ["const zero", { const: 0 }, "0"],
    ["array", { type: "array", items: string }, "string[]"],
    ["array without items", { type: "array" }, "unknown[]"],
    ["array of a union", { type: "array", items: { type: ["string", "null"] } }, "(string | null)[]"],
    ["array of arrays", { type: "array", items: { type: "array", items: string } }, "string[][]"],
    [
      "tuple, of which a value may have the first elements only",
      { type: "array", prefixItems: [string, { type: "number" }], items: false },
      "[string?, number?]",
    ],
    [
      "tuple of a length",
      { type: "array", prefixItems: [string, { type: "number" }], minItems: 2, maxItems: 2 },
      "[string, number]",
    ],
    [
      "tuple that goes on",
      { type: "array", prefixItems: [string, { type: "number" }], minItems: 1, items: { type: "boolean" } },
      "[string, number?, ...boolean[]]",
    ],
    [
      "tuple that goes on with anything",
      { prefixItems: [{ type: ["string", "null"] }] },
      "[(string | null)?, ...unknown[]]",
    ],
    ["tuple that may not go on", { prefixItems: [string, false] }, "[string?]"],
    ["tuple with nothing unevaluated", { prefixItems: [string], minItems: 1, unevaluatedItems: false }, "[string]"],
    ["array of what is not evaluated", { type: "array", unevaluatedItems: string }, "string[]"],
    ["array whose items all are", { type: "array", items: string, unevaluatedItems: false }, "string[]"],
    [
      "array of what `contains` may evaluate",
      { type: "array", contains: string, unevaluatedItems: false },
      "unknown[]",
    ],
    ["array of nothing", { type: "array", items: false }, "[]"],
    [
      "array of tuples",
      { type: "array", items: { type: "array", prefixItems: [string, string], minItems: 2, items: false } },
      "[string, string][]",
    ],
    ["items without type", { items: string }, "string[]"],
    ["object", { type: "object" }, "{ [key: string]: unknown; }"],
    [
      "properties",
      { type: "object", properties: { a: string, b: true }, required: ["a"] },
      "{ a: string; b?: unknown; }",
    ],
    ["properties without type", { properties: { a: string } }, "{ a?: string; }"],
    ["a property that may not be", { properties: { a: false } }, "{ a?: never; }"],
    [
      "required names that are not properties",
      { type: "object", properties: { a: string }, required: ["a", "b"] },
      "{ a: string; b: unknown; }",
    ],
    ["required names and nothing else", { type: "object", required: ["a"] }, "{ a: unknown; [key: string]: unknown; }"],
    [
      "required names that every choice has",
      {
        type: "object",
        properties: { a: string, b: string, c: string },
        anyOf: [{ title: "b", required: ["a", "b"] }, { required: ["c", "a"] }],
      },
      "{ a: string; b?: string; c?: string; }",
    ],
    [
      "required names that every choice has, whatever else is said in words",
      {
        type: "object",
        properties: { a: string, b: string },
        anyOf: [
          { required: ["a"], "x-way": 1, example: { a: "" } },
          { required: ["a", "b"], deprecated: true },
        ],
      },
      "{ a: string; b?: string; }",
    ],
    [
      "required names that every choice has, one of them no property",
      { type: "object", properties: { b: string }, oneOf: [{ required: ["a", "b"] }, { required: ["a"] }] },
      "{ b?: string; a: unknown; }",
    ],
    [
      "required names of a map",
      { type: "object", required: ["a"], additionalProperties: string },
      "{ a: string; [key: string]: string; }",
    ],
    [
      "required names that may not be",
      { type: "object", properties: { a: string }, required: ["b"], additionalProperties: false },
      "{ a?: string; }",
    ],
    [
      "a required property with a default",
      { properties: { a: { type: "string", default: "x" } }, required: ["a"] },
      "{ a: string; }",
    ],
    ["a property with a default", { properties: { a: { type: "string", default: "x" } } }, "{ a?: string; }"],
    ["closed", { type: "object", properties: { a: string }, additionalProperties: false }, "{ a?: string; }"],
    ["a map", { type: "object", additionalProperties: string }, "{ [key: string]: string; }"],
    ["a map without a type", { additionalProperties: string }, "{ [key: string]: string; }"],
    [
      "a map without a type, or text",
      { oneOf: [{ additionalProperties: string }, string] },
      "{ [key: string]: string; } | string",
    ],
    ["a map of what is not evaluated", { type: "object", unevaluatedProperties: string }, "{ [key: string]: string; }"],
    [
      "what is not evaluated beside properties",
      { properties: { a: { type: "number" } }, required: ["a"], unevaluatedProperties: string },
      "{ a: number; [key: string]: string | number; }",
    ],
    ["nothing that is not evaluated", { type: "object", unevaluatedProperties: false }, "{ [key: string]: never; }"],
    [
      "what is not evaluated beside other schemas",
      { properties: { a: string }, allOf: [{ properties: { b: string } }], unevaluatedProperties: string },
      "{ a?: string; } & { b?: string; }",
    ],
    ["a map of anything", { type: "object", additionalProperties: true }, "{ [key: string]: unknown; }"],
    ["a map by pattern", { type: "object", patternProperties: { "^x-": string } }, "{ [key: string]: string; }"],
    [
      "required names that a pattern may say, or none",
      { type: "object", patternProperties: { "^x-": string }, required: ["id"] },
      "{ id: unknown; [key: string]: unknown; }",
    ],
    [
      "required names that a pattern must say",
      {
        properties: { a: string },
        patternProperties: { "^x-": string, "^n-": { type: "number" } },
        required: ["x-id"],
        additionalProperties: false,
      },
      '{ a?: string; "x-id": string | number; [key: string]: string | number | undefined; }',
    ],
    [
      "required names that a pattern says, or what others may be",
      { patternProperties: { "^x-": string }, required: ["id"], additionalProperties: { type: "number" } },
      "{ id: string | number; [key: string]: string | number; }",
    ],
    [
      "additional properties beside named ones",
      { properties: { a: { type: "number" } }, required: ["a"], additionalProperties: string },
      "{ a: number; [key: string]: string | number; }",
    ],
    [
      "additional strings and numbers beside some that are listed",
      {
        properties: { a: { enum: ["b", "c", "d", "e", -1, 2] } },
        required: ["a"],
        additionalProperties: { type: ["string", "number"] },
      },
      '{ a: "b" | "c" | "d" | "e" | -1 | 2; [key: string]: string | number; }',
    ],
    [
      "additional properties beside an optional one",
      { properties: { a: { type: "number" } }, additionalProperties: string },
      "{ a?: number; [key: string]: string | number | undefined; }",
    ],
    [
      "any additional properties beside named ones",
      { properties: { a: { type: "number" } }, additionalProperties: true },
      "{ a?: number; [key: string]: unknown; }",
    ],
    [
      "allOf",
      { allOf: [{ properties: { a: string } }, { properties: { b: string } }] },
      "{ a?: string; } & { b?: string; }",
    ],
    [
      "allOf beside invalid properties",
      { type: "object", properties: {}, additionalProperties: {}, allOf: [{ properties: { a: string } }] },
      "{ a?: string; }",
    ],
    [
      "a choice beside items of anything",
      { items: {}, oneOf: [{ type: "array", items: string }, string] },
      "string[] | string",
    ],
    [
      "a choice beside items of its arrays",
      { type: "array", items: string, oneOf: [{ properties: { a: string } }, { type: "array" }] },
      "{ a?: string; } | string[]",
    ],
    [
      "a choice beside names by pattern",
      { type: "object", patternProperties: { "x-a": {} }, oneOf: [{ properties: { a: string } }, string] },
      "{ [key: string]: unknown; } & ({ a?: string; } | string)",
    ],
    [
      "additionalProperties beside a part that declares anything",
      { type: "object", additionalProperties: string, allOf: [{ properties: { a: {} } }] },
      "{ [key: string]: unknown; } & { a?: unknown; }",
    ],
    [
      "additionalProperties of arrays beside a part that declares a string",
      { type: "object", additionalProperties: { type: "array" }, allOf: [{ properties: { a: string } }] },
      "{ [key: string]: unknown[] | string; } & { a?: string; }",
    ],
    ["allOf of one", { allOf: [{ properties: { a: string } }] }, "{ a?: string; }"],
    [
      "allOf beside properties",
      { properties: { a: string }, allOf: [{ properties: { b: string } }] },
      "{ a?: string; } & { b?: string; }",
    ],
    ["allOf with true", { allOf: [true, string] }, "string"],
    ["allOf with false", { allOf: [false, string] }, "never"],
    ["allOf with a bare object", { allOf: [{ type: "object" }, { properties: { b: string } }] }, "{ b?: string; }"],
    [
      "allOf with a bare object or null",
      { allOf: [{ type: ["object", "null"] }, { properties: { b: string } }] },
      "{ b?: string; }",
    ],
    [
      "allOf of nothing but what may be null",
      { allOf: [{ type: ["object", "null"] }, { type: ["object", "null"] }] },
      "{ [key: string]: unknown; } | null",
    ],
    [
      "allOf of nothing but bare objects",
      { allOf: [{ type: "object" }, { type: "object" }] },
      "Record<string, unknown>",
    ],
    ["oneOf", { oneOf: [string, { type: "number" }] }, "string | number"],
    ["oneOf of one", { oneOf: [string] }, "string"],
    ["oneOf with anything", { oneOf: [string, {}] }, "unknown"],
    ["oneOf with nothing", { oneOf: [string, false] }, "string"],
    ["oneOf with null", { oneOf: [string, { type: "null" }] }, "string | null"],
    [
      "oneOf of objects with common properties",
      {
        properties: { id: string },
        required: ["id"],
        oneOf: [{ properties: { a: string } }, { properties: { b: string } }],
      },
      "{ id: string; } & ({ a?: string; } | { b?: string; })",
    ],
    [
      "anyOf beside properties",
      { type: "object", properties: { a: string }, anyOf: [{ required: ["a"] }, { properties: { b: string } }] },
      "{ a?: string; } & ({ a: string; } | { b?: string; })",
    ],
    [
      "a choice of demands that say that they are of objects",
      {
        properties: { a: string },
        anyOf: [
          { type: "object", required: ["a"] },
          { type: "object", properties: { b: string } },
        ],
      },
      "{ a?: string; } & ({ a: string; } | { b?: string; })",
    ],
    [
      "a choice of a demand and of properties, without a type around it",
      { anyOf: [{ required: ["a"] }, { properties: { b: string } }] },
      "{ a: unknown; } | { b?: string; }",
    ],
    [
      "a choice of nothing and of properties",
      { type: "object", properties: { a: string }, oneOf: [{}, { properties: { b: string }, required: ["b"] }] },
      "{ a?: string; } & ({} | { b: string; })",
    ],
    [
      "a choice of nothing and of properties, of an object of which nothing else is known",
      { type: "object", oneOf: [{}, { properties: { b: string } }] },
      "{ [key: string]: unknown; } | { b?: string; }",
    ],
    ["a choice of nothing and of properties, of anything", { oneOf: [{}, { properties: { b: string } }] }, "unknown"],
    [
      "a choice of a demand, of properties, and of what no object is",
      { properties: { a: string }, anyOf: [{ required: ["a"] }, { properties: { b: string } }, { type: "string" }] },
      "{ a?: string; } & ({ a: string; } | { b?: string; })",
    ],
    [
      "a choice of an object and of what no object is, beside keywords of objects",
      { additionalProperties: true, anyOf: [{ type: "string" }, { type: "object" }, { type: "array", items: {} }] },
      "string | { [key: string]: unknown; } | unknown[]",
    ],
    [
      "a demand in a choice, by the types that the names have",
      {
        properties: {
          a: { type: ["string", "null"], description: "…" },
          b: { type: "array", items: { properties: { c: string } } },
          d: { properties: { e: string } },
          f: { enum: ["x", 1] },
          g: { anyOf: [string, { type: "number" }] },
        },
        anyOf: [{ required: ["a", "b", "d", "f", "g", "h"] }, { properties: { h: string } }],
      },
      '{ a?: string | null; b?: { c?: string; }[]; d?: { e?: string; }; f?: "x" | 1; g?: string | number; } & ' +
        '({ a: string | null; b: {}[]; d: {}; f: "x" | 1; g: unknown; h: unknown; } | { h?: string; })',
    ],
    [
      "anyOf and oneOf together",
      { anyOf: [string, { type: "number" }], oneOf: [{ const: "a" }, { const: 1 }] },
      '(string | number) & ("a" | 1)',
    ],
    ["nullable object", { type: ["object", "null"], properties: { a: string } }, "XObject | null"],
    ["nullable map", { type: ["object", "null"], additionalProperties: string }, "{ [key: string]: string; } | null"],
    [
      "nullable allOf",
      { type: ["object", "null"], allOf: [{ properties: { a: string } }, { properties: { b: string } }] },
      "({ a?: string; } & { b?: string; }) | null",
    ],
    [
      "deep",
      { properties: { a: { properties: { b: { items: { properties: { c: string } } } } } } },
      "{ a?: { b?: { c?: string; }[]; }; }",
    ],
  ];
  it.each(rows)("%s", async (_given, schema, want) => {
    expect((await typesOf({ X: schema })).byName.X).toBe(want);
  });
});

describe("a schema of OpenAPI 3.0", () => {
  const rows: Row[] = [
    ["nullable", { type: "string", nullable: true }, "string | null"],
    ["nullable enum", { type: "string", nullable: true, enum: ["a"] }, '"a" | null'],
    ["nullable enum that has null", { type: "string", nullable: true, enum: ["a", null] }, '"a" | null'],
    ["nullable $ref", { nullable: true, allOf: [ref("A")] }, "A | null"],
    [
      "nullable allOf",
      { type: "object", nullable: true, allOf: [ref("A"), { properties: { b: string } }] },
      "(A & { b?: string; }) | null",
    ],
    ["nullable without a type", { nullable: true, properties: { a: string } }, "XObject | null"],
    ["nullable items", { type: "array", items: { type: "string", nullable: true } }, "(string | null)[]"],
    ['a reference beside type: "null"', { type: "null", ...ref("A") }, "A | null"],
    ['allOf beside type: "null"', { type: "null", allOf: [ref("A")] }, "A | null"],
    ["allOf with a bare nullable object", { allOf: [ref("A"), { type: "object", nullable: true }] }, "A"],
    ["an enum of what is in an array", { type: "array", items: string, enum: ["a", "b"] }, '("a" | "b")[]'],
    [
      "an enum of what is in a nullable array",
      { type: "array", items: string, nullable: true, enum: ["a", null] },
      '"a"[] | null',
    ],
    ["an enum of arrays", { type: "array", items: string, enum: [["a"]] }, '["a"]'],
  ];
  it.each(rows)("%s", async (_given, schema, want) => {
    expect((await typesOf({ X: schema, A: { properties: { a: string } } }, "3.0.3")).byName.X).toBe(want);
  });
});

describe("named schemas", () => {
  describe("that are an object or null", () => {
    const X = { type: "object", nullable: true, properties: { a: string } };

    it("use a named object, which is not exported", async () => {
      const { byName, text } = await typesOf({ X }, "3.0.3");
      expect(byName).toMatchObject({ X: "XObject | null", XObject: "{ a?: string; }" });
      expect(text).toMatch(/^interface XObject /m);
      expect(text).toMatch(/^export \{\};$/m);
    });

    it("are unchanged if another has that name", async () => {
      const { byName } = await typesOf({ X: { ...X, properties: { a: ref("XObject") } }, XObject: string }, "3.0.3");
      expect(byName).toMatchObject({ X: "{ a?: XObject; } | null", XObject: "string" });
    });
  });

  const rows: [given: string, schemas: Named, want: Record<string, string>][] = [
    ["$ref", { X: { properties: { a: ref("A") } }, A: string }, { X: "{ a?: A; }", A: "string" }],
    [
      "$ref with siblings",
      { X: { ...ref("A"), properties: { b: string } }, A: { properties: { a: string } } },
      { X: "{ b?: string; } & A" },
    ],
    [
      "$ref with null",
      { X: { properties: { a: { anyOf: [ref("A"), { type: "null" }] } } }, A: string },
      { X: "{ a?: A | null; }" },
    ],
    ["$ref to anything", { X: { properties: { a: ref("A") } }, A: {} }, { X: "{ a?: A; }", A: "unknown" }],
    [
      "recursive",
      { X: { properties: { x: ref("X"), all: { type: "array", items: ref("X") } } } },
      { X: "{ x?: X; all?: X[]; }" },
    ],
    ["recursive array", { X: { type: "array", items: ref("X") } }, { X: "X[]" }],
    ["recursive map", { X: { type: "object", additionalProperties: ref("X") } }, { X: "{ [key: string]: X; }" }],
    [
      "recursive JSON",
      {
        X: { anyOf: [string, { type: "array", items: ref("X") }, { type: "object", additionalProperties: ref("X") }] },
      },
      { X: "string | X[] | { [key: string]: X; }" },
    ],
    [
      "mutually recursive",
      { X: { properties: { y: ref("Y") } }, Y: { type: "array", items: ref("X") } },
      { X: "{ y?: Y; }", Y: "X[]" },
    ],
    ["an alias of itself", { X: ref("X") }, { X: "unknown" }],
    ["allOf with itself", { X: { allOf: [ref("X"), { properties: { a: string } }] } }, { X: "{ a?: string; }" }],
    ["oneOf with itself", { X: { oneOf: [string, ref("X")] } }, { X: "string" }],
    ["oneOf of nothing but itself", { X: { oneOf: [ref("X")] } }, { X: "unknown" }],
    [
      "allOf with required of the parent's",
      { X: { allOf: [ref("A")], required: ["a"] }, A: { properties: { a: string, b: string } } },
      { X: 'WithRequired<A, "a">' },
    ],
    [
      "allOf with required of the parent's, in a member",
      { X: { allOf: [ref("A"), { required: ["a"], properties: { c: string } }] }, A: { properties: { a: string } } },
      { X: 'WithRequired<A, "a"> & { c?: string; }' },
    ],
    [
      "allOf with required of the parent's, and nothing else in a member",
      { X: { allOf: [ref("A"), { required: ["a"] }] }, A: { properties: { a: string } } },
      { X: 'WithRequired<A, "a">' },
    ],
    [
      "what others are, in a parent of one who declares more",
      {
        X: { allOf: [ref("A"), { properties: { b: string } }] },
        A: { allOf: [ref("B")], properties: { a: string } },
        B: { type: "object", additionalProperties: { type: "number" } },
      },
      {
        X: "{ a?: string; [key: string]: number | string | undefined; } & { b?: string; }",
        B: "{ [key: string]: number; }",
      },
    ],
    [
      "what others are, beside forms that declare strings, and what is none of its type",
      {
        X: {
          type: "object",
          additionalProperties: string,
          anyOf: [
            ref("A"),
            { properties: { b: { type: "string", enum: ["x"] }, c: { type: "integer", enum: ["y", 1] } } },
          ],
        },
        A: { properties: { a: string } },
      },
      { X: '{ [key: string]: string | number; } & (A | { b?: "x"; c?: 1; })' },
    ],
    [
      "what others are, beside forms that declare an object or anything",
      {
        X: { type: "object", additionalProperties: string, anyOf: [ref("A"), { properties: { b: string } }] },
        A: { properties: { a: { properties: { q: string } } } },
      },
      {
        X: "{ [key: string]: unknown; } & (A | { b?: string; })",
      },
    ],
    [
      "what others are, beside a part that declares the same, and strings",
      {
        X: {
          properties: { a: { ...ref("A"), description: "…" }, b: { type: "array", items: ref("A") }, c: string },
          required: ["a"],
          allOf: [
            { type: "object", additionalProperties: { anyOf: [ref("A"), { type: "array", items: ref("A") }] } },
            { properties: { d: { allOf: [ref("A")], description: "…" }, e: { type: ["string", "null"] } } },
          ],
        },
        A: { properties: { q: string } },
      },
      {
        X: "{ a: A; b?: A[]; c?: string; } & { [key: string]: A | A[] | string | null; } & { d?: A; e?: string | null; }",
      },
    ],
    [
      "what others are, beside a part that declares another object",
      {
        X: { properties: { a: ref("A"), b: ref("B") }, allOf: [{ type: "object", additionalProperties: ref("A") }] },
        A: { properties: { q: string } },
        B: { properties: { r: string } },
      },
      { X: "{ a?: A; b?: B; [key: string]: unknown; }" },
    ],
    [
      "what others are, beside parts and forms that declare some",
      {
        X: {
          properties: { a: string },
          additionalProperties: { type: "number" },
          allOf: [{ patternProperties: { "^x": string } }],
          oneOf: [ref("B"), { properties: { a: {} }, additionalProperties: string }],
        },
        B: { properties: { b: string } },
      },
      {
        X: "{ a?: string; [key: string]: unknown; } & { [key: string]: unknown; } & (B | { a?: unknown; [key: string]: unknown; })",
      },
    ],
    [
      "what others are, where nobody declares more",
      {
        X: { allOf: [ref("A"), { required: ["a", "c"] }] },
        A: { properties: { a: string }, required: ["a"], additionalProperties: { type: "number" } },
      },
      { X: 'WithRequired<A, "a"> & { c: unknown; }' },
    ],
    [
      "allOf with required of the own properties of a parent that chooses",
      {
        X: { allOf: [ref("A"), { required: ["a", "c"] }] },
        A: { properties: { a: string }, oneOf: [ref("B"), string], allOf: [ref("C")] },
        B: { properties: { b: string } },
        C: { properties: { c: string } },
      },
      { X: 'WithRequired<A, "a" | "c">' },
    ],
    [
      "allOf with required of the parent's, by reference to nothing else",
      {
        X: { allOf: [ref("A"), ref("R")] },
        A: { properties: { a: string }, anyOf: [ref("R"), ref("S")] },
        R: { required: ["a", "b"] },
        S: { type: "object", required: ["b"], description: "…" },
      },
      { X: 'WithRequired<A, "a"> & { b: unknown; }', A: "{ a?: string; b: unknown; }" },
    ],
    [
      "required beside properties, by reference",
      { X: { ...ref("R"), properties: { a: string } }, R: { required: ["a", "b"] } },
      { X: "{ a: string; b: unknown; } & R" },
    ],
    [
      "allOf with required of a parent's that leads back to it",
      {
        X: { allOf: [ref("B"), { required: ["kid", "kids"] }] },
        B: { properties: { id: string, kid: ref("C"), kids: { items: ref("C") } } },
        C: { allOf: [ref("X"), { required: ["id"] }] },
      },
      { X: 'WithRequired<B, "kid" | "kids">', C: 'WithRequired<X, "id">' },
    ],
    [
      "required of what the members of a choice have",
      {
        X: { allOf: [ref("Y"), { properties: { a: string } }], required: ["q", "r"] },
        Y: { required: ["q"], oneOf: [ref("A"), ref("B")] },
        A: { properties: { q: string, r: string } },
        B: { properties: { q: { type: "number" } }, required: ["q"] },
      },
      { X: "Y & { a?: string; } & { r: {} | null; }", Y: "(A | B) & { q: {} | null; }" },
    ],
    [
      "required of what the members of a choice have, in an allOf",
      {
        X: { allOf: [{ anyOf: [ref("A"), ref("B")] }, { required: ["q"] }] },
        A: { properties: { q: string } },
        B: { properties: { q: { type: "number" } } },
      },
      { X: "(A | B) & { q: {} | null; }" },
    ],
    [
      "required of what all members of a choice demand",
      {
        X: { required: ["q"], oneOf: [ref("A"), { allOf: [ref("A")] }] },
        A: { properties: { q: string }, required: ["q"] },
      },
      { X: "A" },
    ],
    [
      "required of what tells the members of a choice apart",
      {
        X: { required: ["k"], oneOf: [ref("C"), ref("D")], discriminator: { propertyName: "k" } },
        C: { properties: { k: string } },
        D: { properties: { k: string } },
      },
      { X: '(C & { k: "C"; }) | (D & { k: "D"; })' },
    ],
    [
      "names that another schema lists",
      {
        X: { type: "object", propertyNames: ref("Key"), additionalProperties: ref("A") },
        Key: { type: "string", enum: ["a", "b"] },
        A: { properties: { q: string } },
      },
      { X: "{ a?: A; b?: A; }" },
    ],
    [
      "names that another schema lists behind as many references as may follow on each other",
      {
        X: { type: "object", propertyNames: ref("Key99"), additionalProperties: string },
        ...Object.fromEntries(Array.from({ length: 99 }, (_, index) => [`Key${index + 1}`, ref(`Key${index}`)])),
        Key0: { type: "string", enum: ["a", "b"] },
      },
      { X: "{ a?: string; b?: string; }" },
    ],
    [
      "required beside a choice with null",
      {
        X: { required: ["q"], oneOf: [{ type: "null" }, ref("A"), ref("B")] },
        A: { properties: { q: string } },
        B: { properties: { q: { type: "number" } }, required: ["q"] },
      },
      { X: "((A | B) & { q: {} | null; }) | null" },
    ],
    [
      "required beside a choice with null, of what is required in it",
      { X: { required: ["q"], oneOf: [ref("A"), { type: "null" }] }, A: { properties: { q: string } } },
      { X: 'WithRequired<A, "q"> | null' },
    ],
    [
      "required beside a choice with null, in an allOf",
      {
        X: { allOf: [{ anyOf: [ref("A"), ref("B"), { type: "null" }] }, { required: ["q"] }] },
        A: { properties: { q: string } },
        B: { type: ["object", "null"], properties: { q: { type: "number" } } },
      },
      { X: "(A | B | null) & ({ q: {} | null; } | null)" },
    ],
    [
      "required of a parent's that may be null",
      {
        X: { allOf: [ref("A"), { required: ["q", "r"] }], properties: { y: ref("Y") } },
        Y: { allOf: [ref("A"), { required: ["q", "r"] }] },
        A: { type: ["object", "null"], properties: { q: string, r: string }, required: ["r"] },
      },
      {
        X: "{ y?: Y; } & A & { q: {} | null; }",
        Y: "A & ({ q: {} | null; } | null)",
      },
    ],
    [
      "required beside a parent that may be null, of what nobody declares",
      {
        X: { allOf: [ref("A")], required: ["z"], properties: { y: ref("Y"), b: ref("B") } },
        Y: { allOf: [ref("A"), { required: ["z"] }] },
        B: { allOf: [ref("A"), ref("Z")], required: ["q"] },
        A: { type: ["object", "null"], properties: { r: string } },
        Z: { properties: { z: string } },
      },
      {
        X: "{ y?: Y; b?: B; z: unknown; } & A",
        Y: "A & ({ z: unknown; } | null)",
        B: "A & Z & { q: unknown; }",
      },
    ],
    [
      "required of an object beside a choice with null",
      {
        X: {
          type: "object",
          properties: { z: string },
          required: ["q"],
          oneOf: [ref("A"), ref("B"), { type: "null" }],
        },
        A: { properties: { q: string } },
        B: { properties: { q: { type: "number" } } },
      },
      { X: "{ z?: string; } & (A | B | null) & { q: {} | null; }" },
    ],
    [
      "required beside a choice of what may be no object",
      { X: { required: ["q"], oneOf: [ref("A"), string] }, A: { properties: { q: string } } },
      { X: "A | string" },
    ],
    [
      "a condition for a property that the parent declares",
      {
        X: { allOf: [ref("A"), when({ properties: { s: { const: "x" }, b: string } })] },
        A: { properties: { s: string } },
      },
      { X: "A & { b?: string; }" },
    ],
    [
      "one beside the reference",
      { X: { ...ref("A"), ...when({ properties: { s: { const: "x" } } }) }, A: { properties: { s: string } } },
      { X: "A" },
    ],
    [
      "a demand of objects, which is met elsewhere",
      {
        X: { allOf: [ref("A"), { type: "object", properties: {}, required: ["a"] }] },
        A: { properties: { a: string, b: string } },
      },
      { X: 'WithRequired<A, "a">' },
    ],
    [
      "a choice of demands of objects, which are met elsewhere",
      {
        X: { allOf: [ref("A"), { anyOf: [{ type: "object", required: ["a"] }, { required: ["b"] }] }] },
        A: { properties: { a: string, b: string } },
      },
      { X: "A" },
    ],
    [
      "an array as a part, which required does not concern",
      { X: { allOf: [{ type: "array", items: string, required: ["a"] }] } },
      { X: "string[]" },
    ],
    [
      "allOf with required of nobody's",
      { X: { allOf: [ref("A")], required: ["z"] }, A: { properties: { a: string } } },
      { X: "A & { z: unknown; }" },
    ],
    [
      "a choice of a demand for the parent's, and of properties",
      {
        X: { allOf: [ref("A")], anyOf: [{ required: ["a"] }, { properties: { b: string }, required: ["b"] }] },
        A: { properties: { a: string } },
      },
      { X: "A & ({ a: string; } | { b: string; })" },
    ],
    [
      "the same in a member of allOf",
      {
        X: { allOf: [ref("A"), { oneOf: [{ required: ["a"] }, {}, ref("B")] }] },
        A: { properties: { a: ref("B") } },
        B: { properties: { b: string } },
      },
      { X: "A & ({ a: B; } | {} | B)" },
    ],
    [
      "a child of a parent that lists it",
      {
        X: { oneOf: [ref("A"), ref("B")], properties: { kind: string }, discriminator: { propertyName: "kind" } },
        A: { allOf: [ref("X"), { properties: { a: string } }] },
        B: { properties: { b: string } },
      },
      { A: "{ kind?: string; } & { a?: string; }" },
    ],
    [
      "globals' names",
      {
        X: { properties: { a: ref("Error"), b: ref("Array"), c: ref("Promise") } },
        Error: string,
        Array: string,
        Promise: string,
      },
      { X: "{ a?: ErrorSchema; b?: ArraySchema; c?: PromiseSchema; }", ErrorSchema: "string" },
    ],
    [
      "names of the file's own",
      {
        X: { properties: { a: ref("components"), b: ref("WithRequired"), c: ref("XResult") } },
        components: string,
        WithRequired: string,
        XResult: string,
      },
      {
        X: "{ a?: Components; b?: WithRequiredSchema; c?: XResult; }",
        XOperationResult: expect.any(String) as unknown as string,
      },
    ],
    [
      "names that are not identifiers",
      {
        X: { properties: { a: ref("my-type"), b: ref("2nd"), c: ref("a.b~1c") } },
        "my-type": string,
        "2nd": string,
        "a.b/c": string,
      },
      { X: "{ a?: MyType; b?: _2nd; c?: ABC; }" },
    ],
    [
      "names that are alike",
      { X: { properties: { a: ref("my_type"), b: ref("my-type") } }, my_type: string, "my-type": { type: "number" } },
      { X: "{ a?: MyTypeSchema; b?: MyTypeSchema; }" },
    ],
  ];
  it.each(rows.slice(0, -1))("%s", async (_given, schemas, want) => {
    expect((await typesOf(schemas)).byName).toMatchObject(want);
  });

  it("similar names remain distinct", async () => {
    const { byName } = await typesOf(rows.at(-1)![1]);
    const names = byName.X!.match(/MyType\w*/g)!;
    expect(new Set(names).size).toBe(2);
    expect(names.map((name) => byName[name])).toEqual(["string", "number"]);
  });

  it("circular aliases are broken once, and reported", async () => {
    const parts = { A: { properties: { a: string } }, B: { properties: { b: string } } };
    const Y = { anyOf: [{ allOf: [ref("B"), ref("X")] }, string] };
    const { byName, codes } = await typesOf({ X: { allOf: [ref("A"), ref("Y")] }, Y, ...parts });
    expect([byName.X, byName.Y]).toEqual(["A & Y", "B | string"]);
    expect(codes).toEqual(["B44-402"]);
  });

  const list = (...items: unknown[]) => ({ type: "array", prefixItems: items, minItems: 0, items: false });
  const tuples: [given: string, schema: object, want: string][] = [
    ["an optional one", list({ items: ref("X") }), "string | [Exclude<X[], never>?]"],
    [
      "further ones",
      { prefixItems: [{ const: 1 }], items: { items: ref("X") } },
      "string | [1?, ...Exclude<X[], never>[]]",
    ],
    ["one in a tuple", list(list(ref("X"))), "string | [Exclude<[X?], never>?]"],
    ["one beside an object", list(ref("O"), { items: ref("X") }), "string | [O?, Exclude<X[], never>?]"],
    ["one in an array of tuples", { items: list({ items: ref("X") }) }, "string | [Exclude<X[], never>?][]"],
    ["one with the alias itself", list({ items: ref("X") }, ref("X")), "string | [X[]?, X?]"],
    ["one that must be there", { ...list({ items: ref("X") }), minItems: 1 }, "string | [X[]]"],
    ["objects", list({ properties: { x: ref("X") } }), "string | [{ x?: X; }?]"],
    ["another alias", list(ref("L")), "string | [L?]"],
  ];
  it.each(tuples)("elements of a tuple reference it: %s", async (_given, schema, want) => {
    const O = { properties: { o: string } };
    const { byName, codes } = await typesOf({ X: { anyOf: [string, schema] }, L: { items: ref("X") }, O });
    expect([byName.X, codes]).toEqual([want, []]);
  });

  /** A choice of so many objects with a property each. */
  const choice = (name: string, count: number) => ({
    oneOf: Array.from({ length: count }, (_, index) => ({ properties: { [`${name}${index}`]: string } })),
  });
  const binary = Array.from({ length: 17 }, (_, index) => choice(`p${index}`, 2));
  const or = (name: string) => `({ ${name}0?: string; } | { ${name}1?: string; })`;
  const kept = Array.from({ length: 13 }, (_, index) => or(`p${index}`)).join(" & ");
  const values = (from: number) => ({ enum: Array.from({ length: 400 }, (_, index) => index + from) });
  const large = { U: choice("u", 320), V: choice("v", 400), O: { properties: { o: string } } };
  const combinations: [given: string, schemas: Named, want: unknown, code?: string][] = [
    ["of many short ones", { X: { allOf: binary } }, `${kept} & { [key: string]: unknown; }`, "B44-403"],
    [
      "of few long ones",
      { X: { allOf: [ref("V"), ref("O"), ref("U")] }, ...large },
      "O & U & { [key: string]: unknown; }",
      "B44-403",
    ],
    [
      "of long ones that may be null",
      {
        X: { allOf: [ref("M"), ref("N")] },
        M: { oneOf: [ref("U"), { type: "null" }] },
        N: { oneOf: [ref("V"), { type: "null" }] },
        ...large,
      },
      "M & ({ [key: string]: unknown; } | null)",
      "B44-403",
    ],
    [
      "of a combination of many, and of others",
      { X: { allOf: [ref("C"), ref("O"), ref("U")] }, C: { allOf: binary.slice(1) }, ...large },
      "C & O & { [key: string]: unknown; }",
      "B44-403",
    ],
    [
      "of long ones, in an array of a property",
      { X: { properties: { x: { items: { allOf: [ref("U"), ref("V")] } } } }, ...large },
      "{ x?: (U & { [key: string]: unknown; })[]; }",
      "B44-403",
    ],
    [
      "of long ones behind other names",
      { X: { allOf: [ref("M"), ref("V")] }, M: ref("L"), L: { allOf: [ref("O"), ref("U")] }, ...large },
      "M & { [key: string]: unknown; }",
      "B44-403",
    ],
    [
      "of a long one that has strings too",
      { X: { allOf: [ref("U"), { oneOf: [ref("V"), string] }] }, ...large },
      "U",
      "B44-403",
    ],
    [
      "of many objects or null",
      { X: { allOf: binary.map(({ oneOf }) => ({ oneOf: [oneOf[0], { type: "null" }] })) } },
      expect.anything(),
    ],
    ["of many values", { X: { allOf: [values(0), values(1)] } }, expect.anything()],
    ["of the same", { X: { allOf: Array.from({ length: 30 }, () => choice("p", 2)) } }, or("p").slice(1, -1)],
  ];
  it.each(combinations)("choices together: %s", async (_given, schemas, want, code) => {
    const { byName, codes } = await typesOf(schemas);
    expect([byName.X, codes]).toEqual([want, code ? [code] : []]);
  });

  it("choices together, in an operation: it is named", async () => {
    const schema = { allOf: [ref("U"), ref("V")] };
    const content = { "application/json": { schema } };
    const post = { operationId: "x", requestBody: { content }, responses: { 200: { description: "", content } } };
    const info = { title: "T", version: "1" };
    const { api } = await compiled({
      openapi: "3.1.0",
      info,
      paths: { "/x": { post } },
      components: { schemas: large },
    });
    const { byName, text, codes } = declarations(api);
    emitted["src/combined.types.d.ts"] = text;
    expect([byName.XArgs, codes]).toEqual([`{ payload?: U & { [key: string]: unknown; }; }`, ["B44-403"]]);
  });

  it("unions of each other become one, without losing members", async () => {
    const named: Named = {
      X: { properties: { first: ref("Y"), other: ref("Z") } },
      Y: { anyOf: [ref("A"), ref("V"), string] },
      Z: { oneOf: [ref("Y"), ref("B"), ref("A")] },
      V: ref("Z"),
      A: { properties: { a: string } },
      B: { properties: { b: string } },
    };
    const { byName, codes } = await typesOf(named);
    expect([byName.V, byName.Y, byName.Z]).toEqual(["Y", "A | string | B", "Y"]);
    expect(codes).toEqual([]);
  });

  it("names are searched for in nested unions once, however many paths lead there", async () => {
    const growth = await growthOf(4, async (levels) => {
      const named: Named = { [`L${levels}`]: { properties: { q: string }, required: ["q"] } };
      for (let level = 0; level < levels; level++) {
        const next = ref(`L${level + 1}`);
        named[`L${level}`] = { oneOf: ["a", "b", "c", "d"].map((title) => ({ title, allOf: [next] })) };
      }
      const { byName } = await typesOf({ X: { allOf: [ref("L0")], required: ["q"] }, ...named });
      expect(byName.X).toBe("L0");
    });
    expect(growth).toBeLessThan(3);
  });

  it("a schema that is only a reference to itself is unknown, and reported", async () => {
    const { byName, codes } = await typesOf({ X: ref("X") });
    expect([byName.X, codes]).toEqual(["unknown", ["B44-402"]]);
  });

  it.each<[schemas: Named, message: string]>([
    [{ X: ref("X") }, "The schema X refers only to itself; it is typed unknown."],
    [
      {
        X: { allOf: [ref("Y"), { properties: { x: string } }] },
        Y: { allOf: [ref("X"), { properties: { y: string } }] },
      },
      "A reference in the schema X leads back to that schema; the reference is ignored.",
    ],
  ])("what is lost of a schema that leads back to itself: %j", async (schemas, message) => {
    const { diagnostics } = emitTypes((await apiOf(schemas)).api);
    expect(diagnostics.map((item) => item.message)).toEqual([message]);
  });
});

describe("discriminators", () => {
  const A = { type: "object", properties: { kind: string, a: string }, required: ["kind"] };
  const B = { type: "object", properties: { kind: string, b: string }, required: ["kind"] };
  const nested = { A, B, N: { oneOf: [ref("B")] } };
  const of = (discriminator: object, schemas: Named = { A, B }) => ({
    X: { oneOf: Object.keys(schemas).map(ref), discriminator },
    ...schemas,
  });
  const rows: [given: string, schemas: Named, want: string][] = [
    ["by the schemas' names", of({ propertyName: "kind" }), '(A & { kind: "A"; }) | (B & { kind: "B"; })'],
    [
      "by a mapping",
      of({ propertyName: "kind", mapping: { a: "#/components/schemas/A", b: "B" } }),
      '(A & { kind: "a"; }) | (B & { kind: "b"; })',
    ],
    [
      "with a member that may be null",
      of({ propertyName: "kind" }, { A, B: { ...B, type: ["object", "null"] } }),
      '(A & { kind: "A"; }) | (B & { kind: "B"; }) | null',
    ],
    [
      "by a mapping of some",
      of({ propertyName: "kind", mapping: { a: "#/components/schemas/A" } }),
      '(A & { kind: "a"; }) | (B & { kind: "B"; })',
    ],
    [
      "by a mapping of which one leads nowhere, so that it is not known whom that means",
      of({ propertyName: "kind", mapping: { a: "#/components/schemas/Aa", b: "B" } }),
      'A | (B & { kind: "b"; })',
    ],
    [
      "by a mapping with several values",
      of({ propertyName: "kind", mapping: { a: "A", a2: "A", b: "B" } }),
      '(A & { kind: "a" | "a2"; }) | (B & { kind: "b"; })',
    ],
    [
      "with members that say their value",
      of(
        { propertyName: "kind" },
        { A: { properties: { kind: { const: "one" } } }, B: { properties: { kind: { enum: ["two"] } } } },
      ),
      "A | B",
    ],
    [
      "with members that share an enum",
      of(
        { propertyName: "kind", mapping: { a: "A", b: "B" } },
        {
          A: { properties: { kind: ref("Kind") } },
          B: { properties: { kind: ref("Kind") } },
          Kind: { enum: ["a", "b"] },
        },
      ),
      '(A & { kind: "a"; }) | (B & { kind: "b"; })',
    ],
    [
      "with members that list values beside those of the mapping",
      of(
        { propertyName: "kind", mapping: { a: "A" } },
        {
          A: { properties: { kind: { enum: ["a", "a2", "B", "all"] } } },
          B: { properties: { kind: { enum: ["B", "b2", "a", "all", null] } } },
        },
      ),
      '(A & { kind: "a" | "a2"; }) | (B & { kind: "B" | "b2"; })',
    ],
    [
      "with members that list values of their own beside a base that takes any text",
      of(
        { propertyName: "kind" },
        {
          A: { allOf: [{ properties: { kind: string } }, { properties: { kind: { enum: ["a", "a2"] } } }] },
          B: { properties: { kind: string }, allOf: [{ properties: { kind: { const: "b" } } }] },
        },
      ),
      "A | B",
    ],
    [
      "with such members, by a mapping of some of the values",
      of(
        { propertyName: "kind", mapping: { a: "A", b: "B" } },
        {
          A: { allOf: [{ properties: { kind: string } }, { properties: { kind: { enum: ["a", "a2"] } } }] },
          B: { allOf: [{ properties: { kind: string } }, { properties: { kind: { const: "b" } } }] },
        },
      ),
      '(A & { kind: "a" | "a2"; }) | (B & { kind: "b"; })',
    ],
    [
      "with a default (OpenAPI 3.2)",
      of({ propertyName: "kind", mapping: { b: "B" }, defaultMapping: "A" }),
      'A | (B & { kind: "b"; })',
    ],
    [
      "on a property that is a number",
      of(
        { propertyName: "kind", mapping: { "1": "A", "2": "B" } },
        {
          A: { properties: { kind: { type: "integer" } } },
          B: { properties: { kind: { type: ["integer", "null"] } } },
        },
      ),
      "(A & { kind: 1; }) | (B & { kind: 2; })",
    ],
    [
      "on a property with a name that all objects have, in a part",
      of(
        { propertyName: "constructor", mapping: { "1": "A", "2": "B" } },
        {
          A: { properties: { a: string }, allOf: [{ properties: { constructor: { type: "integer" } } }] },
          B: { properties: { constructor: { type: "integer" } } },
        },
      ),
      "(A & { constructor: 1; }) | (B & { constructor: 2; })",
    ],
    [
      "on a property that is a number, by names",
      of(
        { propertyName: "kind" },
        { A: { properties: { kind: { type: "integer" } } }, B: { properties: { kind: { type: "boolean" } } } },
      ),
      "A | B",
    ],
    [
      "with values in a choice or a part of the property",
      of(
        { propertyName: "kind" },
        {
          A: { properties: { kind: { allOf: [{ enum: ["a", "b"] }], description: "…" } } },
          B: { properties: { kind: { anyOf: [{ enum: ["a"] }, { type: "null" }] } } },
          C: { properties: { kind: { oneOf: [{ const: "c" }, { const: "d" }] } } },
        },
      ),
      "A | B | C",
    ],
    [
      "with members that are choices themselves",
      of(
        { propertyName: "kind" },
        {
          A: { oneOf: [{ properties: { kind: { const: "a1" } } }, { properties: { kind: { const: "a2" } } }] },
          B: { properties: { kind: { const: "b" } } },
        },
      ),
      "A | B",
    ],
    [
      "with a member that is not an object",
      of({ propertyName: "kind" }, { A, B: { type: "array", items: string } }),
      '(A & { kind: "A"; }) | B',
    ],
    [
      "with a member that has no properties",
      of({ propertyName: "kind" }, { A, B: { type: "object", additionalProperties: false } }),
      '(A & { kind: "A"; }) | B',
    ],
    [
      "by a mapping to schemas that extend a member",
      {
        ...of({ propertyName: "kind", mapping: { a1: "A1", a2: "A2", b: "B" } }),
        A1: { allOf: [ref("A")] },
        A2: { allOf: [ref("A1"), { properties: { c: string } }] },
      },
      '(A & { kind: "a1" | "a2"; }) | (B & { kind: "b"; })',
    ],
    [
      "by a mapping to a schema that extends a member, and is one",
      of(
        { propertyName: "kind", mapping: { a: "A", a1: "A1", b: "B" } },
        { A, A1: { allOf: [ref("A")], properties: { c: string } }, B },
      ),
      '(A & { kind: "a"; }) | (A1 & { kind: "a1"; }) | (B & { kind: "b"; })',
    ],
    [
      "by a mapping to a schema that is not a member",
      {
        ...of(
          { propertyName: "kind", mapping: { b: "B", c: "C" } },
          { A, B: { ...B, properties: { ...B.properties, c: ref("C") } } },
        ),
        C: { properties: { kind: string } },
      },
      'A | (B & { kind: "b"; })',
    ],
    [
      "by a mapping to a schema that nothing else refers to",
      { ...of({ propertyName: "kind", mapping: { b: "B", c: "C" } }), C: { properties: { kind: string } } },
      '(A & { kind: "A"; }) | (B & { kind: "b"; })',
    ],
    [
      "by a mapping to a choice of a member",
      {
        ...of({ propertyName: "kind", mapping: { a1: "A1", b: "B" } }, { A: { oneOf: [ref("A1")] }, B }),
        A1: { properties: { kind: string } },
      },
      '(A1 & { kind: "a1"; }) | (B & { kind: "b"; })',
    ],
    [
      "with a member that is a choice, by names",
      { ...of({ propertyName: "kind" }, { M: { anyOf: [ref("A"), ref("N")] }, C: A }), ...nested },
      '(A & { kind: "A"; }) | (B & { kind: "B"; }) | (C & { kind: "C"; })',
    ],
    [
      "with a member that is a choice, of which one says its value",
      {
        ...of({ propertyName: "kind" }, { M: { oneOf: [ref("A"), ref("N")] }, C: A }),
        ...nested,
        B: { properties: { kind: { const: "b" } } },
      },
      '(A & { kind: "A"; }) | B | (C & { kind: "C"; })',
    ],
    [
      "by a mapping to a choice, and to what another one chooses from",
      {
        ...of(
          { propertyName: "kind", mapping: { m: "M", b: "B", c: "C" } },
          { M: { oneOf: [ref("A"), ref("D")] }, N: nested.N, C: A },
        ),
        A,
        B,
        D: B,
      },
      '(M & { kind: "m"; }) | (B & { kind: "b"; }) | (C & { kind: "c"; })',
    ],
    [
      "with a member that is a choice with a discriminator of its own",
      {
        ...of(
          { propertyName: "kind" },
          { M: { oneOf: [ref("A"), ref("B")], discriminator: { propertyName: "kind", mapping: { a: "A" } } }, C: A },
        ),
        A,
        B,
      },
      'M | (C & { kind: "C"; })',
    ],
    [
      "with members that choose from each other",
      {
        ...of({ propertyName: "kind" }, { M: { oneOf: [ref("N"), ref("A")] }, N: { oneOf: [ref("M"), ref("B")] } }),
        A,
        B,
      },
      '(A & { kind: "A"; }) | (B & { kind: "B"; })',
    ],
    [
      "by a mapping to a schema of which a member is another name",
      { ...of({ propertyName: "kind", mapping: { a: "A1", b: "B" } }, { A: ref("A1"), B }), A1: A },
      '(A & { kind: "a"; }) | (B & { kind: "b"; })',
    ],
    [
      "by a mapping to another name of a member",
      { ...of({ propertyName: "kind", mapping: { a: "A1", b: "B" } }), A1: ref("A") },
      '(A & { kind: "a"; }) | (B & { kind: "b"; })',
    ],
    [
      "by a mapping to two names of one schema",
      { ...of({ propertyName: "kind", mapping: { a: "A", b: "B" } }, { A: ref("C"), B: ref("C") }), C: A },
      '(A & { kind: "a"; }) | (B & { kind: "b"; })',
    ],
    ...["meta.type", "/meta/type"].map((propertyName): [string, Named, string] => [
      `on a path, ${propertyName}`,
      of({ propertyName }, { A: { properties: { meta: {} } }, B: { allOf: [{ properties: { meta: {} } }] } }),
      "A | B",
    ]),
    [
      "on a property that is named like a path",
      of(
        { propertyName: "meta.type" },
        { A: { properties: { meta: {}, "meta.type": {} } }, B: { properties: { meta: {} } } },
      ),
      '(A & { "meta.type": "A"; }) | (B & { "meta.type": "B"; })',
    ],
    [
      "on a property that is not a name",
      of({ propertyName: "@type", mapping: { A: "A", B: "B" } }),
      '(A & { "@type": "A"; }) | (B & { "@type": "B"; })',
    ],
    ["on a property that no member has, without a mapping", of({ propertyName: "status", mapping: {} }), "A | B"],
    [
      "on a property that one member has, in a part",
      of({ propertyName: "status" }, { A, B: { allOf: [{ properties: { status: {} } }] } }),
      '(A & { status: "A"; }) | (B & { status: "B"; })',
    ],
    [
      "on a property that stands beside the choice",
      { X: { ...of({ propertyName: "status" }).X, properties: { status: {} } }, A, B },
      '{ status?: unknown; } & ((A & { status: "A"; }) | (B & { status: "B"; }))',
    ],
  ];
  it.each(rows)("%s", async (_given, schemas, want) => {
    const named = { ...schemas };
    const union = named.X as { oneOf: { $ref: string }[] };
    union.oneOf = union.oneOf.filter(({ $ref }) => !$ref.endsWith("Kind"));
    expect((await typesOf(named)).byName.X).toBe(want);
  });

  const byKind = { discriminator: { propertyName: "kind" } };
  const circular: [given: string, schemas: Named, want: string][] = [
    [
      "an object without a name in which the choice stands",
      { X: { anyOf: [{ properties: { x: { oneOf: [ref("X"), ref("A")], ...byKind } } }, ref("B")] }, A, B },
      '{ x?: X | (A & { kind: "A"; }); } | B',
    ],
    [
      "an array without a name, of the choice only",
      { X: { anyOf: [{ items: { oneOf: [ref("X")], ...byKind } }, string] } },
      "X[] | string",
    ],
    [
      "another choice, which chooses from it by a discriminator",
      { X: { anyOf: [ref("Y"), string] }, Y: { anyOf: [{ oneOf: [ref("X")], ...byKind }] } },
      "string",
    ],
    [
      "objects without a name, in a choice within a choice",
      {
        X: { oneOf: [ref("M"), ref("A")], ...byKind },
        M: { oneOf: [ref("N"), ref("B")] },
        N: { oneOf: [{ ...A }] },
        A,
        B,
      },
      'N | (B & { kind: "B"; }) | (A & { kind: "A"; })',
    ],
    [
      "objects without a name that have such a choice, which are not written out",
      {
        X: { oneOf: [{ properties: { x: { oneOf: [ref("Y"), ref("A")], ...byKind } } }] },
        Y: { oneOf: [{ properties: { x: { oneOf: [ref("B"), ref("A")], ...byKind } } }] },
        A,
        B,
      },
      '{ x?: Y | (A & { kind: "A"; }); }',
    ],
  ];
  it.each(circular)("that have a choice of %s", async (_given, schemas, want) => {
    expect((await typesOf(schemas)).byName.X).toBe(want);
  });
});

describe("names of properties", () => {
  it("are quoted if necessary, and are only names", async () => {
    const names = [
      "a",
      "a-b",
      "1",
      "01",
      "__proto__",
      "constructor",
      "toString",
      "a b",
      '"',
      "*/",
      "\n",
      "class",
      "é",
      "$ref",
      "",
    ];
    const spec = JSON.parse(
      `{ "type": "object", "properties": { ${names.map((name) => `${JSON.stringify(name)}: { "type": "string" }`).join()} }, "required": ["a-b"] }`,
    );
    const { text } = await typesOf({ X: spec });
    const source = ts.createSourceFile("t.d.ts", text, ts.ScriptTarget.Latest, true);
    const found = source.statements.filter(ts.isInterfaceDeclaration).find((item) => item.name.text === "X");
    const members = found?.members.filter(ts.isPropertySignature) ?? [];
    const property = (name: ts.PropertyName) =>
      ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : name.getText();
    expect(members.map(({ name }) => property(name)).sort()).toEqual([...names].sort());
    expect(members.filter(({ questionToken }) => !questionToken).map(({ name }) => name.getText())).toEqual(['"a-b"']);
  });
});

describe("optional properties with names of inherited members", () => {
  const boolean = { type: "boolean" };
  const rows: Row[] = [
    ["one", { type: "object", properties: { toString: boolean } }, '{ toString?: boolean | {}["toString"]; }'],
    [
      "one that may be of several types",
      { type: "object", properties: { valueOf: { type: ["string", "null"] } } },
      '{ valueOf?: string | null | {}["valueOf"]; }',
    ],
    ["one of any", { type: "object", properties: { constructor: {} } }, "{ constructor?: unknown; }"],
    [
      "one that is required",
      { type: "object", properties: { toString: boolean }, required: ["toString"] },
      "{ toString: boolean; }",
    ],
    [
      "one of an object with others",
      { type: "object", properties: { toString: boolean }, additionalProperties: boolean },
      '{ toString?: boolean | {}["toString"]; [key: string]: boolean | {}["toString"] | undefined; }',
    ],
  ];
  it.each(rows)("%s", async (_given, schema, want) => {
    expect((await typesOf({ X: schema })).byName.X).toBe(want);
  });

  it("accept an object without them", async () => {
    const names = [
      "constructor",
      "toString",
      "toLocaleString",
      "valueOf",
      "hasOwnProperty",
      "isPrototypeOf",
      "propertyIsEnumerable",
    ];
    const { text } = await typesOf({
      X: JSON.parse(
        `{ "type": "object", "required": ["a"], "properties": { "a": {}, ${names.map((name) => `"${name}": { "type": "integer" }`).join()} } }`,
      ),
    });
    const use = `import type { X } from "./inherited.types.js";
      declare const own: { a: string };
      export const fits: X[] = [own, { a: 1 }, { a: 1, constructor: 1, toString: 2 }];
      // @ts-expect-error
      export const unfit: X = { a: 1, toString: true };\n`;
    emitted["src/inherited.types.d.ts"] = text;
    emitted["src/inherited.ts"] = use;
  });
});

describe("required beside allOf, for properties with names of inherited members", () => {
  const A = (name: string) =>
    JSON.parse(`{ "type": "object", "properties": { ${JSON.stringify(name)}: { "type": "string" } } }`);
  const rows: [own: string, required: string, component: string, inline: string][] = [
    ["__proto__", "__proto__", 'WithRequired<A, "__proto__">', "{ __proto__: string; }"],
    ["constructor", "constructor", 'WithRequired<A, "constructor">', "{ constructor: string; }"],
    ["__proto__", "type", "A & { type: unknown; }", "{ __proto__?: string; } & { type: unknown; }"],
    ["a", "__proto__", "A & { __proto__: unknown; }", "{ a?: string; } & { __proto__: unknown; }"],
    ["a", "toString", "A & { toString: unknown; }", "{ a?: string; } & { toString: unknown; }"],
  ];
  it.each(rows)("%s, where %s is required", async (own, required, component, inline) => {
    const { byName } = await typesOf({
      X: {
        type: "object",
        properties: {
          inline: { allOf: [A(own)], required: [required] },
          component: { $ref: "#/components/schemas/Y" },
        },
      },
      Y: { allOf: [ref("A")], required: [required] },
      A: A(own),
    });
    expect([byName.Y, byName.X]).toEqual([component, `{ inline?: ${inline}; component?: Y; }`]);
  });
});

describe("comments", () => {
  it("have the spec's text and end where they should", async () => {
    const description = "First */ export const injected = 1; /*\nsecond\n\n@ts-nocheck";
    const { text, byName } = await typesOf({
      X: {
        description,
        properties: {
          a: { type: "string", description, format: "*/ x", default: "*/", example: "a\nb" },
          b: { type: "string", title: "T", deprecated: true, example: "e" },
          c: { type: "string", default: "", example: "" },
        },
      },
    });
    expect(byName.injected).toBeUndefined();
    expect(text).toContain(
      " * First *\\/ export const injected = 1; /\\*\n * second\n *\n * \\@ ts-nocheck\n */\nexport interface X {",
    );
    expect(text).toContain("  /**\n   * First *\\/ export const injected = 1; /\\*\n   * second\n");
    expect(text).toContain("  /**\n   * T\n   * @deprecated\n   * @example e\n   */\n  b?: string;");
    expect(text).toContain('  /** @default "" */\n  c?: string;');
  });

  const values: [what: string, schema: object, want: string[]][] = [
    ["a title beside a blank description", { title: "T", description: " " }, ["T"]],
    ["arrays and objects", { default: [], example: { a: ["b", 1] } }, ["@default []", '@example {"a":["b",1]}']],
    ["nothing of what is long", { default: new Array(50).fill("a"), example: { a: "b".repeat(80) } }, []],
    ["nothing of what says nothing", { default: null, example: {} }, []],
    ["the first of several examples", { examples: [false, true] }, ["@example false"]],
  ];
  it.each(values)("of types and properties have %s", async (_, schema, want) => {
    const { text } = await typesOf({ X: { ...schema, properties: { a: { ...schema, type: "string" } } } });
    const commentOf = (place: string) => {
      const [, comment = ""] = new RegExp(`(?:/\\*\\*([^/]*)\\*/\\n *)?${place}`).exec(text) ?? [];
      return comment.split("\n").flatMap((line) => line.replace(/^ *\*/, "").trim() || []);
    };
    expect([commentOf("export interface X"), commentOf("a[?]: string")]).toEqual([want, want]);
  });

  it("do not repeat a name", async () => {
    const { text } = await typesOf({
      UserVoice: {
        title: "User voice",
        properties: {
          voice_id: { type: "string", title: "Voice Id" },
          city: { type: "string", description: "City.", example: "Ulm" },
          deprecated: { type: "string", deprecated: true },
          formatDate: { type: "string", format: "date" },
          users: { type: "string", title: "User" },
        },
      },
    });
    expect(text).toContain(`
export interface UserVoice {
  voice_id?: string;
  /** @example Ulm */
  city?: string;
  /** @deprecated */
  deprecated?: string;
  /** Format: date */
  formatDate?: string;
  /** User */
  users?: string;
`);
    expect(text).not.toContain("User voice");
  });

  it("leave an impossible property unchanged", async () => {
    const never = { not: {}, description: "D" };
    const { text } = await typesOf({ X: { properties: { a: never, b: false } } });
    expect(text).toContain("interface X {\n  a?: never;\n  b?: never;\n}");
  });

  it.each<[given: object, want: string[]]>([
    [{ items: { type: "string", description: "I", format: "uuid", default: "d" } }, ["I", "Format: uuid"]],
    [{ items: { type: "string", description: "I" }, description: "D" }, ["D"]],
    [{ additionalProperties: { type: "integer", description: "M", title: "T" } }, ["M"]],
    [{ properties: { b: string }, additionalProperties: { type: "string", description: "M" } }, []],
    [{ items: ref("A") }, []],
    [{ items: { items: { description: "I" } } }, []],
  ])("of what %j holds stand at the list or map", async (schema, want) => {
    const { text } = await typesOf({ X: { properties: { a: schema } }, A: { ...string, description: "A" } });
    const [, comment = ""] = /interface X \{\n(.*?) a\?: /s.exec(text) ?? [];
    expect(comment.split("\n").flatMap((line) => line.replace(/^[ /*]*|[ /*]*$/g, "") || [])).toEqual(want);
  });

  it.each([
    ["string", "string", undefined],
    [["string", "null"], "string", undefined],
    ["string", "number", "Format: number"],
  ])("of a type %j and a format %j have the format unless it is the type", async (type, format, want) => {
    const { text } = await typesOf({ X: { properties: { a: { type, format } } } });
    expect(/Format: \S+/.exec(text)?.[0]).toBe(want);
  });

  it("of parameters have their own description, then that of their schemas", async () => {
    const schema = { type: "string", description: "D", format: "f", default: "d", example: "e" };
    const parameters = [
      { name: "a", in: "query", schema },
      { name: "b", in: "query", schema, description: "own", deprecated: true, example: "ours" },
      { name: "c_d", in: "query", schema: { type: "string", title: "C D" } },
    ];
    const paths = { "/x": { get: { parameters, responses: {} } } };
    const { api } = await compiled({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths });
    const { text } = declarations(api);
    const comment = (lines: string[]) => `/**\n${lines.map((line) => `     * ${line}\n`).join("")}     */\n`;
    expect(text).toContain(`${comment(["D", "Format: f", "@default d", "@example e"])}    a?: string;`);
    expect(text).toContain(
      `${comment(["own", "Format: f", "@deprecated", "@default d", "@example ours"])}    b?: string;\n    c_d?: string;`,
    );
  });
});

describe("directions", () => {
  const User = {
    required: ["id", "name", "password"],
    properties: { id: { type: "string", readOnly: true }, name: string, password: { type: "string", writeOnly: true } },
  };
  const Marked = { properties: { id: { type: "string", readOnly: true }, pw: { type: "string", writeOnly: true } } };
  const Demanding = { properties: { id: string, pw: string }, required: ["id", "pw"] };
  const rows: [given: string, schemas: Named, response: string, request: string | undefined][] = [
    ["neither", { X: { properties: { a: string } } }, "{ a?: string; }", undefined],
    ["both kinds", { X: User }, "{ id: string; name: string; }", "{ name: string; password: string; }"],
    ["by reference", { X: { properties: { user: ref("User") } }, User }, "{ user?: User; }", "{ user?: UserRequest; }"],
    ["in an array", { X: { type: "array", items: ref("User") }, User }, "User[]", "UserRequest[]"],
    [
      "in allOf",
      { X: { allOf: [ref("User"), { properties: { a: string } }] }, User },
      "User & { a?: string; }",
      "UserRequest & { a?: string; }",
    ],
    [
      "in allOf, with nothing left",
      {
        X: { allOf: [ref("Stored"), { properties: { a: string } }] },
        Stored: { type: "object", required: ["id"], properties: { id: { type: "string", readOnly: true } } },
      },
      "Stored & { a?: string; }",
      "{ a?: string; }",
    ],
    [
      "beside allOf, with nothing left",
      {
        X: { allOf: [ref("A")], type: "object", properties: { id: { type: "string", readOnly: true } } },
        A: { properties: { a: string } },
      },
      "{ id?: string; } & A",
      "A",
    ],
    [
      "with nothing left at all",
      { X: { properties: { id: { type: "string", readOnly: true } } } },
      "{ id?: string; }",
      "Record<string, unknown>",
    ],
    [
      "at the schema that is referred to",
      { X: { properties: { id: ref("Id") } }, Id: { type: "string", readOnly: true } },
      "{ id?: Id; }",
      "Record<string, unknown>",
    ],
    [
      "both at once",
      { X: { properties: { a: { type: "string", readOnly: true, writeOnly: true } } } },
      "{ a?: string; }",
      "{ a?: string; }",
    ],
    [
      "required beside allOf, in one direction",
      { X: { allOf: [ref("User"), { required: ["id", "name"] }] }, User: { ...User, required: [] } },
      'WithRequired<User, "id" | "name">',
      'WithRequired<UserRequest, "name">',
    ],
    [
      "as names of properties",
      { X: { properties: { readOnly: string, writeOnly: { type: "boolean" } } } },
      "{ readOnly?: string; writeOnly?: boolean; }",
      undefined,
    ],
    [
      "of a discriminator",
      {
        X: { oneOf: [ref("A"), ref("B")], discriminator: { propertyName: "t" } },
        A: { properties: { t: { type: "string", readOnly: true }, a: string }, required: ["t"] },
        B: { allOf: [{ properties: { t: ref("T") } }, { properties: { b: string } }] },
        T: { type: "string", readOnly: true },
      },
      '(A & { t: "A"; }) | (B & { t: "B"; })',
      "ARequest | BRequest",
    ],
    [
      "of a name that is demanded of a choice, of which one member has it in both",
      {
        X: { oneOf: [ref("A"), ref("B")], required: ["id"] },
        A: { properties: { id: { type: "string", readOnly: true }, a: string } },
        B: { properties: { id: string } },
      },
      "(A | B) & { id: {} | null; }",
      "ARequest | B",
    ],
    [
      "of a name that a choice demands",
      {
        X: {
          properties: { id: { type: "string", readOnly: true }, a: string },
          anyOf: [{ required: ["id", "a"] }, { properties: { b: string }, required: ["b"] }],
        },
      },
      "{ id?: string; a?: string; } & ({ id: string; a: string; } | { b: string; })",
      "{ a?: string; } & ({ a: string; } | { b: string; })",
    ],
    [
      "at a part of the property",
      { X: { properties: { id: { allOf: [ref("Id")] }, a: string } }, Id: { type: "string", readOnly: true } },
      "{ id?: Id; a?: string; }",
      "{ a?: string; }",
    ],
    [
      "beside a reference that is referred to",
      { X: { properties: { id: ref("Id"), a: string } }, Id: { ...ref("Text"), readOnly: true }, Text: string },
      "{ id?: Id; a?: string; }",
      "{ a?: string; }",
    ],
    [
      "at a part beside the schema that demands the properties",
      { X: { allOf: [ref("A"), { properties: { id: { readOnly: true }, pw: { writeOnly: true } } }] }, A: Demanding },
      "{ id: string; } & { id?: unknown; }",
      "{ pw: string; } & { pw?: unknown; }",
    ],
    [
      "in another named part than the one that demands the property",
      { X: { allOf: [ref("A"), ref("B")] }, A: Marked, B: { required: ["id"], properties: { b: string } } },
      "A & B",
      "ARequest & { b?: string; }",
    ],
    [
      "in another named part, where both declare them",
      { X: { allOf: [ref("A"), ref("B")] }, A: Marked, B: Demanding },
      "A & { id: string; }",
      "ARequest & { pw: string; }",
    ],
    [
      "in a part before the one that declares the property again",
      { X: { allOf: [ref("A"), { properties: { pw: string }, required: ["pw"] }] }, A: Marked },
      "A",
      'WithRequired<ARequest, "pw"> & { pw: string; }',
    ],
    [
      "beside a choice whose members demand the properties",
      { X: { properties: Marked.properties, oneOf: [ref("A"), { properties: { b: string } }] }, A: Demanding },
      "{ id?: string; } & ({ id: string; } | { b?: string; })",
      "{ pw?: string; } & ({ pw: string; } | { b?: string; })",
    ],
    [
      "both at once, in different parts",
      {
        X: {
          allOf: [
            { properties: { a: { readOnly: true } } },
            { properties: { a: { type: "string", writeOnly: true } } },
          ],
        },
      },
      "{ a?: unknown; }",
      "{ a?: string; }",
    ],
    [
      "recursive",
      { X: { properties: { id: { type: "string", readOnly: true }, x: ref("X") } } },
      "{ id?: string; x?: X; }",
      "{ x?: XRequest; }",
    ],
  ];
  it.each(rows)("%s", async (_given, schemas, response, request) => {
    const { byName } = await typesOf(schemas);
    expect(byName.X).toBe(response);
    expect(byName.XRequest).toBe(request);
    const payload = request === undefined ? "X" : "XRequest";
    expect(byName.XArgs ?? byName.XOperationArgs).toBe(`{ payload?: ${payload}; }`);
  });

  it("have one type with the plain name for a schema that only one direction uses", async () => {
    const json = (schema: unknown) => ({ content: { "application/json": { schema } } });
    const { api } = await compiled({
      openapi: "3.1.0",
      paths: {
        "/x": {
          post: {
            operationId: "make",
            requestBody: json(ref("NewUser")),
            responses: { 200: { description: "", ...json(ref("User")) } },
          },
        },
      },
      components: {
        schemas: { NewUser: { properties: { user: ref("User"), of: ref("Sender") } }, Sender: User, User },
      },
    });
    const { byName, text } = declarations(api);
    emitted["src/directions.types.d.ts"] = text;
    expect(byName).toMatchObject({
      MakeArgs: "{ payload?: NewUser; }",
      NewUser: "{ user?: UserRequest; of?: Sender; }",
      Sender: "{ name: string; password: string; }",
      User: "{ id: string; name: string; }",
      UserRequest: "{ name: string; password: string; }",
    });
    expect(byName).not.toHaveProperty("NewUserRequest");
    expect(byName).not.toHaveProperty("SenderRequest");
    expect(text.match(/The form used in requests/g)).toHaveLength(1);
  });

  it("have both types of a schema in requests and a stream", async () => {
    const taking = (name: string, answered: object) => ({
      post: {
        operationId: name,
        requestBody: { content: { "application/json": { schema: ref(name) } } },
        responses: { 200: { description: "", content: answered } },
      },
    });
    const event = { properties: { data: { contentMediaType: "application/json", contentSchema: ref("InEvents") } } };
    const { api } = await compiled({
      openapi: "3.2.0",
      paths: {
        "/lines": taking("InLines", { "application/jsonl": { itemSchema: ref("InLines") } }),
        "/events": taking("InEvents", { "text/event-stream": { itemSchema: event } }),
      },
      components: { schemas: { InLines: User, InEvents: User } },
    });
    const { byName } = declarations(api);
    for (const name of ["InLines", "InEvents"]) {
      expect(byName[name]).toBe("{ id: string; name: string; }");
      expect(byName[`${name}Request`]).toBe("{ name: string; password: string; }");
    }
  });
});

describe("results", () => {
  const json = (schema: unknown) => ({ description: "", content: { "application/json": { schema } } });
  const a = json({ const: "a" });
  const b = json({ const: "b" });
  const other = (excluded: string) => `{ success: false; status_code: ${excluded}; data: unknown; }`;
  const rows: [given: string, responses: object, want: string[]][] = [
    ["nothing", {}, ["{ success: true; status_code: SuccessStatus; data: unknown; }", other("FailureStatus")]],
    ["200", { 200: a }, ['{ success: true; status_code: 200; data: "a"; }', other("FailureStatus")]],
    [
      "200 and 201",
      { 200: a, 201: b },
      [
        '{ success: true; status_code: 200; data: "a"; }',
        '{ success: true; status_code: 201; data: "b"; }',
        other("FailureStatus"),
      ],
    ],
    [
      "404 alone",
      { 404: a },
      [
        '{ success: false; status_code: 404; data: "a"; }',
        "{ success: true; status_code: SuccessStatus; data: unknown; }",
        other("Exclude<FailureStatus, 404>"),
      ],
    ],
    [
      "default alone",
      { default: a },
      [
        '{ success: true; status_code: SuccessStatus; data: "a"; }',
        '{ success: false; status_code: FailureStatus; data: "a"; }',
      ],
    ],
    [
      "200 and default",
      { 200: a, default: b },
      ['{ success: true; status_code: 200; data: "a"; }', '{ success: false; status_code: FailureStatus; data: "b"; }'],
    ],
    [
      "2XX and 200",
      { "2XX": a, 200: b },
      [
        '{ success: true; status_code: 200; data: "b"; }',
        '{ success: true; status_code: Exclude<Status2XX, 200>; data: "a"; }',
        other("FailureStatus"),
      ],
    ],
    [
      "404 and 4XX",
      { 200: a, 404: a, "4XX": b },
      [
        '{ success: true; status_code: 200; data: "a"; }',
        '{ success: false; status_code: 404; data: "a"; }',
        '{ success: false; status_code: Exclude<Status4XX, 404>; data: "b"; }',
        other("Exclude<FailureStatus, Status4XX>"),
      ],
    ],
    [
      "all ranges",
      { "2XX": a, "3XX": a, "4XX": b, "5XX": b },
      [
        '{ success: true; status_code: Status2XX; data: "a"; }',
        '{ success: false; status_code: Status3XX; data: "a"; }',
        '{ success: false; status_code: Status4XX; data: "b"; }',
        '{ success: false; status_code: Status5XX; data: "b"; }',
      ],
    ],
    [
      "304",
      { 200: a, 304: { description: "" } },
      ['{ success: true; status_code: 200; data: "a"; }', other("304"), other("Exclude<FailureStatus, 304>")],
    ],
    [
      "no content",
      { 204: { description: "" } },
      ["{ success: true; status_code: 204; data: unknown; }", other("FailureStatus")],
    ],
    [
      "text",
      { 200: { description: "", content: { "text/plain": { schema: string } } } },
      ["{ success: true; status_code: 200; data: string; }", other("FailureStatus")],
    ],
    [
      "JSON under several names",
      {
        200: {
          description: "",
          content: {
            "application/json": { schema: { const: "a" } },
            "application/hal+json": { schema: { const: "b" } },
          },
        },
      },
      ['{ success: true; status_code: 200; data: "a" | "b"; }', other("FailureStatus")],
    ],
    [
      "JSON and something else",
      {
        200: {
          description: "",
          content: { "application/json; charset=utf-8": { schema: { const: "a" } }, "text/csv": {} },
        },
      },
      ['{ success: true; status_code: 200; data: "a"; }', other("FailureStatus")],
    ],
    [
      "JSON of which nothing is said",
      { 200: { description: "", content: { "application/json": {} } } },
      ["{ success: true; status_code: 200; data: unknown; }", other("FailureStatus")],
    ],
  ];
  it("have these types", async () => {
    const files: Record<string, string> = {};
    for (const [index, [, responses, want]] of rows.entries()) {
      const spec = {
        openapi: "3.1.0",
        info: { title: "T", version: "1" },
        paths: { "/x": { get: { operationId: "x", responses } } },
      };
      const { text } = declarations((await compiled(spec)).api);
      emitted[`src/t${Object.keys(emitted).length}.types.d.ts`] = text;
      files[`src/r${index}.types.d.ts`] = text;
      files[`src/r${index}.ts`] = sameType("XResult", `./r${index}.types.js`, want.join(" | "));
    }
    const faults = await faultsOf(files, "typescript-7");
    const departing = rows.filter((_row, index) => faults.some(({ file }) => file === `src/r${index}.ts`));
    expect(departing.map(([given]) => given)).toEqual([]);
    expect(faults.map(show)).toEqual([]);
  });
});

/** A module that compiles where a type is, form by form, the one that is wanted. */
function sameType(name: string, module: string, want: string): string {
  const used = [...new Set(want.match(/\b(SuccessStatus|FailureStatus|Status[2-5]XX)\b/g) ?? [])];
  return `import type { ${name} } from "${module}";
${used.length > 0 ? `import type { ${used.join(", ")} } from "./b44.runtime.js";` : ""}
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export const same: Same<${name}, ${want}> = true;
`;
}

function faultsOf(files: Record<string, string>, version: Version) {
  const runtime = readFileSync(join(root, "src/runtime/app/b44.runtime.ts"), "utf8");
  const folder = project({ "src/b44.runtime.ts": runtime, ...files });
  return compile(folder, version, { compilerOptions: STRICT }, "tsconfig.json");
}

it.each(VERSIONS)("all of these declarations compile with %s", async (version) => {
  expect((await faultsOf(emitted, version)).map(show)).toEqual([]);
});
