import { describe, expect, it } from "vitest";
import type { Schema } from "../../src/ir/index.js";
import type { Json } from "../../src/json/index.js";
import { parsed } from "../support/pipeline.js";
import { type Components, checker, namedSchemas, referee } from "./support.js";

const ref = (key: string): { $ref: string } => ({ $ref: `#/components/schemas/${key}` });

const components: Components = {
  Text: { type: "string" },
  "A/b c": { type: "integer" },
  Base: {
    type: "object",
    properties: { id: { type: "string", readOnly: true }, name: { type: "string" } },
    required: ["id", "name"],
  },
  Child: { allOf: [ref("Base"), { properties: { age: { type: "integer" } } }], required: ["id", "age"] },
  Tree: {
    type: "object",
    properties: { children: { type: "array", items: ref("Tree") } },
    additionalProperties: false,
  },
  Pet: { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind" } },
  Cat: { allOf: [ref("Pet"), { properties: { kind: { const: "cat" } }, required: ["kind"] }] },
  Dog: { allOf: [ref("Pet"), { properties: { kind: { const: "dog" } }, required: ["kind"] }] },
  Closed: { properties: { a: { type: "string" } }, additionalProperties: false },
  "Text to integers": { properties: { t: ref("Text") }, additionalProperties: { type: "integer" } },
  Never: false,
  Stamp: { type: "string", readOnly: true },
  Written: { ...ref("Text"), readOnly: true },
  User: { properties: { id: { type: "string" }, password: { type: "string" } }, required: ["id", "password"] },
  Marked: { properties: { id: { readOnly: true }, password: { writeOnly: true } } },
};
const named = namedSchemas(components);

/** A value in a value, so many times, with true in the innermost. */
function deep<Value extends Json>(times: number, around: (inner: Value | true) => Value): Value | true {
  return times === 0 ? true : around(deep(times - 1, around));
}

describe("a check agrees with JSON Schema", () => {
  it.each<[schema: Schema, valid: Json[], invalid: Json[]]>([
    [true, [1, null, {}], []],
    [{}, [1, null, {}], []],
    [false, [], [1, null]],
    [{ type: "string" }, ["", "a"], [1, null, [], {}]],
    [{ type: "integer" }, [1, 1.0, -5], [1.5, "1"]],
    [{ type: "number" }, [1, 1.5], ["1", null]],
    [{ type: ["string", "null"] }, ["a", null], [1]],
    [{ type: ["integer", "string"] }, [1, "a"], [1.5]],
    [{ enum: ["a", 1, null, { b: [1] }] }, ["a", 1, null, { b: [1] }], ["1", { b: [2] }, {}]],
    [{ type: "string", enum: ["a", "b"] }, ["a"], ["c", 1]],
    [{ type: ["string", "null"], enum: ["a"] }, ["a"], ["c", null]],
    [{ const: 0 }, [0], [false, null, ""]],
    [{ const: null }, [null], [0]],
    [{ minimum: 1, maximum: 3 }, [1, 3, "0"], [0.5, 3.5]],
    [{ exclusiveMinimum: 1, exclusiveMaximum: 3 }, [2], [1, 3]],
    [{ minLength: 2, maxLength: 3 }, ["ab", "😀😀😀", 1], ["a", "abcd"]],
    [{ minItems: 1, maxItems: 2 }, [[1], {}, "x"], [[], [1, 2, 3]]],
    [{ minProperties: 1, maxProperties: 2 }, [{ a: 1 }, []], [{}, { a: 1, b: 2, c: 3 }]],
    [{ items: { type: "string" } }, [["a"], [], 1], [["a", 1]]],
    [{ items: false }, [[]], [[1]]],
    [
      { prefixItems: [{ type: "string" }, true], items: { type: "integer" } },
      [["a", null, 1], ["a"]],
      [[1], ["a", 1, "b"]],
    ],
    [{ prefixItems: [{ type: "string" }], items: false }, [["a"]], [["a", "b"]]],
    [
      { properties: { a: { type: "string" } }, required: ["a", "b"] },
      [{ a: "x", b: null }, 1],
      [{ a: "x" }, { b: 1 }, { a: 1, b: 1 }],
    ],
    [{ properties: { a: {} }, additionalProperties: false }, [{ a: 1 }, {}], [{ b: 1 }]],
    [{ properties: { a: {} }, additionalProperties: { type: "string" } }, [{ a: 1, b: "x" }], [{ b: 1 }]],
    [{ type: "object", unevaluatedProperties: { type: "string" } }, [{ a: "x" }, {}], [{ a: 1 }]],
    [{ properties: { a: {} }, unevaluatedProperties: false }, [{ a: 1 }], [{ b: 1 }]],
    [{ prefixItems: [{ type: "string" }], unevaluatedItems: false }, [["a"], []], [["a", 1]]],
    [{ type: "array", unevaluatedItems: { type: "string" } }, [["a"], []], [[1]]],
    [{ type: "array", contains: { type: "string" }, unevaluatedItems: false }, [["a"], [1]], []],
    [{ properties: { a: false } }, [{}, { b: 1 }], [{ a: 1 }]],
    [{ allOf: [{ type: "integer" }, { minimum: 5 }] }, [5], [4, "a"]],
    [{ anyOf: [{ type: "string" }, { minimum: 5 }] }, ["a", 5, null], [4]],
    [{ anyOf: [{ type: "string" }, false] }, ["a"], [4]],
    [{ anyOf: [{ minimum: 1 }], oneOf: [{ maximum: 5 }] }, [3], [0, 6]],
    [{ oneOf: [{ type: "string" }, { type: "integer" }] }, ["a", 1], [true]],
    [ref("Text"), ["a"], [1]],
    [{ ...ref("Text"), maxLength: 1 }, ["a"], ["ab", 1]],
    [ref("A~1b%20c"), [1], ["a"]],
    [ref("Never"), [], [1]],
    [{ items: ref("Tree") }, [[{ children: [{ children: [] }] }]], [[{ children: [{ child: [] }] }], [1]]],
  ])("%j", (schema, valid, invalid) => {
    const check = checker(schema, named);
    const isValid = referee(schema, named);
    expect(valid.map(check)).toEqual(valid.map(() => undefined));
    expect(invalid.map(check)).toEqual(invalid.map(() => expect.any(String)));
    expect([valid, invalid].map((values) => values.map((value) => isValid(value)))).toEqual([
      valid.map(() => true),
      invalid.map(() => false),
    ]);
  });
});

describe("a check is correct where other validators are not", () => {
  it.each<[what: string, schema: Schema, valid: Json[], invalid: Json[]]>([
    ["references in a circle", ref("Pet"), [{ kind: "cat" }, { kind: "dog" }], [{ kind: "cow" }, {}]],
    [
      "a property of the name __proto__",
      parsed('{"properties":{"__proto__":{"type":"string"}},"additionalProperties":false}'),
      [parsed('{"__proto__":"a"}')],
      [parsed('{"__proto__":1}')],
    ],
    [
      "what is nested deeper than checks are",
      deep(60, (inner) => ({ type: "object", properties: { a: inner, b: ref("Text") }, required: ["a"] })),
      [deep(60, (inner) => ({ a: inner, b: "" }))],
      [deep(59, (inner) => ({ a: inner })), deep(60, (inner) => ({ a: inner, b: 1 }))],
    ],
  ])("%s", (_, schema, valid, invalid) => {
    const check = checker(schema, named);
    expect(valid.map(check)).toEqual(valid.map(() => undefined));
    expect(invalid.map(check)).toEqual(invalid.map(() => expect.any(String)));
  });
});

describe("a check is laxer than JSON Schema", () => {
  it.each<[what: string, schema: Schema, valid: Json[], invalid: Json[]]>([
    ["patterns", { type: "string", pattern: "^a$" }, ["b"], [1]],
    ["formats", { type: "string", format: "date" }, ["b"], [1]],
    ["not", { not: { type: "string" } }, ["b"], []],
    ["if", parsed('{"if":{"type":"string"},"then":{"maxLength":1}}'), ["bb"], []],
    ["multipleOf and uniqueItems", { multipleOf: 2, uniqueItems: true }, [3, [1, 1]], []],
    ["oneOf of which several fit", { oneOf: [{ minimum: 1 }, { maximum: 5 }] }, [3], []],
    [
      "what other schemas may evaluate",
      { properties: { a: {} }, allOf: [ref("Base")], unevaluatedProperties: false },
      [{ name: "n", b: 1 }],
      [],
    ],
    [
      "closed parts of one object, which are closed together",
      { allOf: [ref("Closed"), { properties: { b: { type: "string" } }, required: ["b"] }] },
      [{ b: "b" }, { a: "a", b: "b" }],
      [{ a: "a" }, { b: 1 }, { b: "b", c: 1 }],
    ],
    [
      "a closed object of several parts",
      { additionalProperties: false, allOf: [ref("Base"), { properties: { b: {} } }] },
      [{ name: "n", b: 1 }],
      [{ name: "n", c: 1 }],
    ],
    [
      "parts that say what other properties are, which mean those that no part declares",
      {
        allOf: [
          { properties: { a: {} }, additionalProperties: { type: "integer" } },
          { properties: { b: { type: "string" } }, unevaluatedProperties: { type: "integer" } },
          ref("Text to integers"),
        ],
        properties: { c: { type: "string" } },
      },
      [{ a: "a", b: "b", c: "c", t: "t", d: 1 }],
      [{ b: 1 }, { d: "d" }, { t: 1 }],
    ],
    [
      "closed forms of an object with more",
      {
        properties: { b: {} },
        oneOf: [ref("Closed"), { properties: { c: {} }, required: ["c"], additionalProperties: false }],
      },
      [
        { a: "a", b: 1 },
        { b: 1, c: 1 },
      ],
      [{ a: "a", c: 1 }, { d: 1 }],
    ],
    [
      "a closed object that requires what it does not allow",
      { properties: { a: {} }, required: ["a", "b"], additionalProperties: false },
      [{ a: 1 }, { a: 1, b: 1 }],
      [{ b: 1 }, { a: 1, c: 1 }],
    ],
    [
      "properties by pattern",
      { patternProperties: { "^x": { type: "string" }, "^y": { type: "null" } }, additionalProperties: false },
      [
        { x: "x", y: null },
        { y: "y", z: "z" },
      ],
      [{ x: 1 }],
    ],
    ["properties by pattern in an open object", { patternProperties: { "^x": { type: "string" } } }, [{ x: 1 }], []],
    ["null beside a reference", { type: ["object", "null"], allOf: [ref("Base")] }, [null, { name: "n" }], [{}, "a"]],
    ["an invalid type", { type: "file" }, ["a", 1], []],
    ["an invalid type beside another", { type: ["string", "int"] }, ["a", 1], []],
    ["a type that holds no value of the list: as its text", { type: "string", enum: [1, 2] }, ["1"], [1, "3"]],
    ["a type that holds no value of the list: without quotes", { type: "integer", enum: ["1", 2] }, [1, 2], ["1", 3]],
    ["a type that holds no value of the list: a boolean", { type: "boolean", const: "true" }, [true], ["true", false]],
    ["a type that holds no value of the list at all", { type: "integer", enum: ["a"] }, ["a"], ["b", 1]],
    ["an empty array of values", { type: "string", enum: [] }, ["a"], [1]],
    [
      "a type beside forms of another",
      { type: "string", oneOf: [ref("Base"), ref("Tree")] },
      [{ name: "n" }],
      ["a", 1],
    ],
    ["a type beside forms of others too", { type: "string", anyOf: [ref("Text"), ref("A~1b%20c")] }, ["a", 1], [{}]],
    ["a type beside a reference to another", { ...ref("Text"), type: "object" }, ["a"], [{}, 1]],
    ["a type beside parts of another", { type: ["object", "null"], allOf: [ref("Text")] }, ["a", null], [{}]],
    ["a type as a part beside another", { allOf: [{ type: "object" }, ref("Text")] }, ["a"], [{}]],
    [
      "a type beside forms of another to which references lead",
      { type: "string", oneOf: [{ oneOf: [ref("Child")] }, { allOf: [{ type: "string", allOf: [ref("Base")] }] }] },
      [{ id: 1, name: "n" }],
      ["a"],
    ],
    ["a type beside forms that say none", { type: "object", oneOf: [{ required: ["a"] }, {}] }, [{}], ["a", []]],
    [
      "a type that says more beside forms of another",
      { type: "object", properties: { a: {} }, oneOf: [ref("Text"), ref("Base")] },
      [{ name: "n" }],
      ["a"],
    ],
    [
      "a default instead of a required property",
      { properties: { a: { default: 1 } }, required: ["a"] },
      [{ a: 2 }],
      [{}],
    ],
  ])("for %s", (_, schema, valid, invalid) => {
    const check = checker(schema, named);
    expect(valid.map(check)).toEqual(valid.map(() => undefined));
    expect(invalid.map(check)).toEqual(invalid.map(() => expect.any(String)));
  });
});

describe("readOnly properties", () => {
  const id = { type: "string", readOnly: true };
  const name = { type: "string" };
  const inOtherParts: Schema[] = [
    { allOf: [ref("User"), ref("Marked")] },
    { allOf: [ref("User"), { properties: { id } }] },
    { ...ref("User"), properties: { id } },
    { properties: { id }, allOf: [{ anyOf: [ref("User")] }] },
    { allOf: [ref("Marked"), { properties: { id: { type: "string" }, password: {} }, required: ["id", "password"] }] },
  ];

  it.each<[what: string, schema: Schema, valid: Json[], invalid: Json[]]>([
    ["need not be there", { properties: { id, name }, required: ["id", "name"] }, [{ name: "n" }], [{ id: "i" }]],
    ["may be there, of any type", { properties: { id } }, [{ id: "i" }, { id: 1 }], []],
    [
      "may be there in a closed object",
      { properties: { id }, additionalProperties: false },
      [{ id: "i" }],
      [{ other: 1 }],
    ],
    [
      "that are writeOnly too are wanted",
      { properties: { id: { ...id, writeOnly: true } }, required: ["id"] },
      [{ id: "i" }],
      [{}],
    ],
    ["by reference", { properties: { at: ref("Stamp") }, required: ["at"] }, [{}, { at: "x" }], []],
    ["by what a reference stands beside", { properties: { at: ref("Written") }, required: ["at"] }, [{}], []],
    ["by a part", { properties: { at: { allOf: [ref("Stamp")] } }, required: ["at"] }, [{}, { at: 1 }], []],
    [
      "by the one choice beside null",
      { properties: { at: { anyOf: [{ allOf: [ref("Stamp")] }, { type: "null" }] } }, required: ["at"] },
      [{}],
      [],
    ],
    [
      "by one of several choices are wanted",
      { properties: { at: { anyOf: [ref("Stamp"), { type: "integer" }] } }, required: ["at"] },
      [{ at: 1 }],
      [{}],
    ],
    ...inOtherParts.map((schema): [string, Schema, Json[], Json[]] => [
      `of another part than the one that wants them: ${JSON.stringify(schema)}`,
      schema,
      [{ password: "p" }, { id: 1, password: "p" }],
      [{ id: "i" }, {}],
    ]),
    [
      "that are writeOnly in another part are wanted",
      { allOf: [{ properties: { id } }, { properties: { id: { writeOnly: true } }, required: ["id"] }] },
      [{ id: "i" }],
      [{}],
    ],
    ["of a named schema", ref("Base"), [{ name: "n" }], [{}]],
    ["that are required beside allOf", { allOf: [ref("Base")], required: ["id"] }, [{ name: "n" }], [{}]],
    [
      "that are required in another part",
      { allOf: [{ properties: { id } }, { required: ["id", "name"] }] },
      [{ name: "n" }],
      [{}],
    ],
    [
      "that are required in a choice",
      { properties: { id }, anyOf: [{ required: ["id", "a"] }, { required: ["b"] }] },
      [{ a: 1 }, { b: 1 }],
      [{ id: "i" }],
    ],
    [
      "that are required beside a choice whose members have them",
      { required: ["id", "a"], oneOf: [{ allOf: [ref("Base")] }, { properties: { id, b: { type: "integer" } } }] },
      [
        { name: "n", a: 1 },
        { a: 1, b: 1 },
      ],
      [{ name: "n" }, { b: 1 }],
    ],
    [
      "that are required in another part than the choice",
      { allOf: [{ anyOf: [ref("Base")] }, { required: ["id", "a"] }] },
      [{ name: "n", a: 1 }],
      [{ name: "n" }],
    ],
    ["of a child", ref("Child"), [{ name: "n", age: 1 }], [{ name: "n" }, { age: 1 }]],
    [
      "do not reach into other objects",
      { properties: { id, a: { required: ["id"] } } },
      [{ a: { id: 1 } }],
      [{ a: {} }],
    ],
  ])("%s", (_, schema, valid, invalid) => {
    const check = checker(schema, named);
    const isValid = referee(schema, named);
    expect(valid.map(check)).toEqual(valid.map(() => undefined));
    expect(invalid.map(check)).toEqual(invalid.map(() => expect.any(String)));
    expect([...valid, ...invalid].map((value) => isValid(value))).toEqual([
      ...valid.map(() => true),
      ...invalid.map(() => false),
    ]);
  });
});
