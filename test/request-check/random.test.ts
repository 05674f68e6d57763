import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/json/index.js";
import { checker, namedSchemas, referee } from "./support.js";

const NAMES = ["a", "b", "c"];
const KEYS = ["One", "Two"];

/** Values that are small, so that many fit. */
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    fc.constantFrom<Json>(null, true, false, 0, 1, 2, 1.5, "", "a", "bb", "😀"),
    fc.dictionary(fc.constantFrom(...NAMES, "d"), tie("value") as fc.Arbitrary<Json>, {
      maxKeys: 3,
      noNullPrototype: true,
    }),
    fc.array(tie("value") as fc.Arbitrary<Json>, { maxLength: 3 }),
  ),
}));

const size = fc.integer({ min: 0, max: 2 });
const type = fc.constantFrom("null", "boolean", "integer", "number", "string", "array", "object");

/** Only what stands below a property or item may refer to a name, so that no reference is in a circle with itself. */
const { schema } = fc.letrec<{ schema: Json; below: Json }>((tie) => {
  const inner = tie("schema") as fc.Arbitrary<Json>;
  const below = tie("below") as fc.Arbitrary<Json>;
  const list = fc.array(inner, { minLength: 1, maxLength: 2 });
  const part: fc.Arbitrary<JsonObject>[] = [
    fc.record({ type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })) }),
    fc.record({
      enum: fc.uniqueArray(value, { minLength: 1, maxLength: 4, selector: (item) => JSON.stringify(item) }),
    }),
    fc.record({ const: value }),
    fc.record({ minimum: size, maximum: size }, { requiredKeys: [] }),
    fc.record({ exclusiveMinimum: size, exclusiveMaximum: fc.constant(2) }, { requiredKeys: [] }),
    fc.record(
      { minLength: size, maxLength: size, minItems: size, maxItems: size, minProperties: size, maxProperties: size },
      { requiredKeys: [] },
    ),
    fc.record(
      {
        properties: fc.dictionary(fc.constantFrom(...NAMES), below, { maxKeys: 3, noNullPrototype: true }),
        required: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
        additionalProperties: below,
      },
      { requiredKeys: [] },
    ),
    fc.record({ items: below, prefixItems: fc.array(below, { minLength: 1, maxLength: 2 }) }, { requiredKeys: [] }),
    fc.record({ allOf: list }),
    fc.record({ anyOf: list }),
    fc.record({ oneOf: list }),
  ];
  const object = fc.array(fc.oneof(...part), { minLength: 1, maxLength: 3 }).map(merged);
  const leaf = fc.oneof(
    fc.boolean() as fc.Arbitrary<Json>,
    type.map((name): Json => ({ type: name })),
  );
  const readOnly = type.map((name): Json => ({ type: name, readOnly: true }));
  return {
    schema: fc.oneof(
      { depthSize: "small", maxDepth: 4 },
      { weight: 1, arbitrary: leaf },
      { weight: 3, arbitrary: object },
    ),
    below: fc.oneof(
      { depthSize: "small", maxDepth: 4 },
      leaf,
      readOnly,
      fc.constantFrom(...KEYS).map(reference),
      inner,
    ),
  };
});

function reference(key: string): Json {
  return { $ref: `#/components/schemas/${key}` };
}

/** The keywords of all, with values of the types only: what becomes of others is in the table of check.test.ts. */
function merged(parts: JsonObject[]): JsonObject {
  const one: JsonObject = Object.assign({}, ...parts);
  if (one.type !== undefined) {
    delete one.const;
    delete one.enum;
  }
  return one;
}

describe("a check of random keywords", () => {
  it("passes the values that JSON Schema passes", () => {
    const seen = { valid: 0, invalid: 0 };
    const property = fc.property(
      schema,
      fc.tuple(schema, schema),
      fc.array(value, { minLength: 10, maxLength: 20 }),
      (root, [one, two], values) => {
        const named = namedSchemas({ One: one as JsonObject, Two: two as JsonObject });
        const tested = { anyOf: [{ $ref: "#/components/schemas/One" }, root], allOf: [root] };
        const check = checker(tested, named);
        const isValid = referee(tested, named);
        for (const item of values) {
          const fault = check(item);
          seen[fault === undefined ? "valid" : "invalid"]++;
          expect({ value: item, isValid: fault === undefined }).toEqual({ value: item, isValid: isValid(item) });
        }
      },
    );
    fc.assert(property, { numRuns: 200, seed: 44 });
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(500);
  });
});
