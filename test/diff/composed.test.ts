import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/json/index.js";
import { changesOf, lineOf, reference } from "./support.js";

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
      "risky response-union-member-added @ data 200",
    ]);
  });
});
