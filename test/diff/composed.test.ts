import { describe, expect, test } from "vitest";
import type { Change } from "../../src/check/diff/index.js";
import type { JsonObject } from "../../src/json/index.js";
import { changesOf, lineOf, payloadChangesOf, reference } from "./support.js";

const linesOf = async (before: JsonObject, after: JsonObject) => (await changesOf(before, after)).map(lineOf);

describe("an equivalent schema has no changes", () => {
  const schemas = { A: { type: "object", properties: { kind: { type: "string" } } }, B: { type: "object" } };
  const choice = (discriminator: JsonObject) => ({ oneOf: [reference("A"), reference("B")], discriminator });
  const mapping = { A: "#/components/schemas/A", B: "#/components/schemas/B" };

  test.each<[what: string, before: JsonObject, after: JsonObject]>([
    ["a number that is an integer", { type: "integer" }, { allOf: [{ type: "number" }, { type: "integer" }] }],
    ["an integer that is a number", { type: "integer" }, { allOf: [{ type: "integer" }, { type: "number" }] }],
    [
      "null in all parts",
      { type: ["string", "null"] },
      { allOf: [{ type: ["string", "null"] }, { type: ["null", "string"] }] },
    ],
    [
      "a limit in one part",
      { type: "string", maxLength: 5 },
      { allOf: [{ type: "string", maxLength: 5 }, { type: "string" }] },
    ],
    ["an object by its properties", { type: "object", properties: { a: {} } }, { properties: { a: {} } }],
    ["what a discriminator implies", choice({ propertyName: "kind" }), choice({ propertyName: "kind", mapping })],
  ])("%s", async (_, before, after) => {
    expect(await linesOf({ ...schemas, Root: before }, { ...schemas, Root: after })).toEqual([]);
    expect(await linesOf({ ...schemas, Root: after }, { ...schemas, Root: before })).toEqual([]);
  });
});

describe("a schema of several types", () => {
  test("is compared by their common types", async () => {
    const root = (type: string, maxLength: number) => ({ Root: { type: ["string", type], maxLength } });
    expect(await linesOf(root("boolean", 5), root("integer", 3))).toEqual([
      "breaking response-type-changed @ data 200",
      "safe response-max-length-tightened @ data 200",
    ]);
  });

  test("has a removed and an added branch for different types", async () => {
    const root = (other: JsonObject) => ({ Root: { oneOf: [{ type: "object", properties: { a: {} } }, other] } });
    const [list, text] = [root({ type: "array", items: { type: "string" } }), root({ type: "string", pattern: "a" })];
    expect(await linesOf(list, text)).toEqual([
      "risky response-union-member-removed @ data 200",
      "breaking response-type-widened @ data 200",
    ]);
  });
});

describe("what a schema may be besides", () => {
  const text = { type: "string" };
  const cat = { type: "object", properties: { name: text, lives: { type: "integer" } } };
  const kitten = { type: "object", properties: { name: text, lives: { type: "integer" }, age: text } };
  const dog = { type: "object", properties: { name: text, tail: text } };
  const fish = { type: "object", properties: { name: text, fins: text } };
  const widened = "breaking response-type-widened @ data 200";
  const added = "risky response-union-member-added @ data 200";

  test.each<[what: string, before: JsonObject, after: JsonObject, lines: string[]]>([
    ["another type, in a list", text, { type: ["string", "integer"] }, [widened]],
    ["another type, as a choice", text, { oneOf: [text, cat] }, [widened]],
    ["another type beside choices", { oneOf: [cat, dog] }, { oneOf: [cat, dog, text] }, [widened]],
    ["an object without a property of the one so far", cat, { oneOf: [cat, dog] }, [widened]],
    ["an object with all properties of the one so far", cat, { oneOf: [cat, kitten] }, [added]],
    ["a further object, where there were choices", { oneOf: [cat, dog] }, { oneOf: [cat, dog, fish] }, [added]],
  ])("%s", async (_, before, after, lines) => {
    expect(await linesOf({ Root: before }, { Root: after })).toEqual(lines);
  });
});

describe("undeclared properties", () => {
  const bare = { type: "object" };
  const named = (more: JsonObject = {}) => ({ type: "object", properties: { a: { type: "string" } }, ...more });
  const lost = "additional-properties-undeclared";
  const choice = (more: JsonObject) => ({
    ...named(),
    oneOf: [
      { required: ["a"], ...more },
      { properties: { b: { type: "string" } }, ...more },
    ],
  });

  test.each<[what: string, before: JsonObject, after: JsonObject, kind: string | undefined]>([
    ["a bare object gets properties", bare, named(), lost],
    ["any are no longer declared", named({ additionalProperties: true }), named(), lost],
    ["those of a pattern are no longer declared", named({ patternProperties: { "^x-": {} } }), named(), lost],
    ["choices that all have them are gone", choice({ additionalProperties: true }), named(), lost],
    ["choices without them are gone", choice({}), named(), undefined],
    [
      "choices have them, beside other words",
      { ...bare, oneOf: [named(), named({ required: ["a"] })], additionalProperties: true },
      named(),
      undefined,
    ],
    ["any become declared", named(), named({ additionalProperties: true }), undefined],
    ["some become declared", named(), named({ additionalProperties: { type: "string" } }), undefined],
    ["a map stays one", named({ additionalProperties: true }), { ...bare, additionalProperties: true }, undefined],
    ["arbitrary ones are forbidden", bare, named({ additionalProperties: false }), "additional-properties-removed"],
    ["others are forbidden", named(), named({ additionalProperties: false }), "additional-properties-forbidden"],
  ])("%s", async (_, before, after, kind) => {
    const kinds = async (changes: Promise<Change[]>) =>
      (await changes).flatMap((change) => (change.kind.includes("additional") ? [change.kind] : []));
    const [was, is] = [{ Root: before }, { Root: after }];
    expect(await kinds(changesOf(was, is))).toEqual(kind === undefined ? [] : [`response-${kind}`]);
    expect(await kinds(payloadChangesOf(was, is))).toEqual(kind === undefined ? [] : [`request-${kind}`]);
  });
});

test("properties of alternatives that are gone are compared with those of the object", async () => {
  const object = (properties: JsonObject, more: JsonObject = {}) => ({ Root: { type: "object", properties, ...more } });
  const [text, number] = [{ type: "string" }, { type: "integer" }];
  const oneOf: JsonObject[] = [
    { properties: { b: text, c: text }, required: ["b"] },
    { properties: { b: text, d: text }, required: ["b"] },
  ];
  const before = object({ a: text }, { oneOf });
  const after = object({ a: text, b: text, c: number }, { required: ["b"] });
  expect((await payloadChangesOf(before, after)).map(lineOf)).toEqual([
    "safe request-condition-removed @ payload",
    "risky request-property-removed @ payload.d",
    "breaking request-type-changed @ payload.c",
  ]);
});

describe("alternatives of a payload that are gone", () => {
  const text = { type: "string" };
  const label = { type: "object", properties: { name: text }, required: ["name"] };
  const list = (items: JsonObject) => ({ type: "object", properties: { labels: { type: "array", items } } });
  const kind = (value: string) => ({ type: "object", properties: { kind: { const: value }, a: text } });

  test.each<[what: string, before: JsonObject[], after: JsonObject, lines: string[]]>([
    [
      "are compared with what they were merged into",
      [list(text), list(label)],
      list({ oneOf: [text, label] }),
      ["safe request-union-member-added @ payload.labels[]"],
    ],
    [
      "are gone where another has only some of their properties",
      [list(text), { type: "object", properties: { ...list(text).properties, more: text } }],
      list(text),
      ["breaking request-union-member-removed @ payload"],
    ],
    [
      "are gone where another is told apart by its value",
      [kind("a"), kind("b")],
      kind("a"),
      ["breaking request-union-member-removed @ payload"],
    ],
  ])("%s", async (_, oneOf, after, lines) => {
    const changes = await payloadChangesOf({ Root: { oneOf } }, { Root: after });
    expect([...new Set(changes.map(lineOf))]).toEqual(lines);
  });
});
