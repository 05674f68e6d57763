import { describe, expect, it } from "vitest";
import { operationEncoders } from "../../src/emit/module/encoders.js";
import type { Json, JsonObject } from "../../src/json/index.js";
import { apiOf } from "../plan/support.js";
import { answering, parsed } from "../support/pipeline.js";

const SCHEMAS: JsonObject = {
  Text: { type: "string" },
  Texts: { type: "array", items: { type: "string" } },
  Open: { type: "object" },
  Closed: { type: "object", properties: { name: { type: "string" } } },
  Inner: { type: "object", properties: { inner: { $ref: "#/components/schemas/Inner" } } },
  Circle: { anyOf: [{ type: "string" }, { $ref: "#/components/schemas/Circle" }] },
};

const named = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The encoders that the wrapper of a `post` with these parts passes to the runtime. */
function encodersOf(path: string, operation: JsonObject): string[] {
  const api = apiOf({ [path]: { post: { ...answering(true), ...operation } } }, { schemas: SCHEMAS });
  return operationEncoders(api.operations[0]!, api).map(({ encoder }) => encoder);
}

describe("a payload keeps members that the SDK's HTTP library would leave out", () => {
  it.each<[schema: Json, isOpen: boolean]>([
    [named("Closed"), false],
    [named("Inner"), false],
    [named("Open"), true],
    [{}, true],
    [true, true],
    [{ type: "string" }, false],
    [{ type: ["object", "null"] }, true],
    [{ type: "array", items: named("Closed") }, false],
    // What arrays hold is not copied.
    [{ type: "array", items: named("Open") }, false],
    [{ type: "object", properties: { prototype: { type: "string" } } }, true],
    [{ type: "object", properties: { constructor: { type: "string" } } }, true],
    [parsed('{ "type": "object", "properties": { "__proto__": { "type": "string" } } }'), true],
    [{ type: "object", properties: { a: { type: "string" } }, additionalProperties: { type: "string" } }, true],
    [{ type: "object", properties: { a: { type: "string" } }, additionalProperties: true }, true],
    [{ type: "object", properties: { a: { type: "string" } }, additionalProperties: false }, false],
    [{ type: "object", properties: { a: { type: "string" } }, patternProperties: { c: { type: "string" } } }, true],
    [{ allOf: [named("Closed")] }, false],
    [{ oneOf: [named("Closed"), named("Open")] }, true],
  ])("%j: %s", (schema, isOpen) => {
    const requestBody = { content: { "application/json": { schema } } };
    expect(encodersOf("/a", { requestBody })).toEqual(isOpen ? ["openPayload"] : []);
  });
});

describe("a parameter whose values are certain has a small encoder", () => {
  it.each<[schema: Json, inPath: "path" | "pathWith", inQuery: "query" | "queryWith"]>([
    [named("Text"), "path", "query"],
    [{ type: ["integer", "null"] }, "path", "query"],
    [{ enum: ["a", 1, null] }, "path", "query"],
    [{ enum: ["a", ["b"]] }, "pathWith", "queryWith"],
    [{ anyOf: [named("Text"), { type: "boolean" }] }, "path", "query"],
    [{ anyOf: [named("Text"), named("Texts")] }, "pathWith", "query"],
    [{ oneOf: [named("Text"), named("Open")] }, "pathWith", "queryWith"],
    [{ allOf: [{ description: "A text" }, named("Text")] }, "path", "query"],
    [named("Texts"), "pathWith", "query"],
    [named("Open"), "pathWith", "queryWith"],
    [named("Circle"), "pathWith", "queryWith"],
    [{}, "pathWith", "queryWith"],
  ])("%j: %s, %s", (schema, inPath, inQuery) => {
    expect(encodersOf("/a/{p}", { parameters: [{ name: "p", in: "path", required: true, schema }] })).toEqual([inPath]);
    expect(encodersOf("/a", { parameters: [{ name: "p", in: "query", schema }] })).toEqual([inQuery]);
  });

  it.each(["constructor", "prototype", "__proto__", "toString"])("not under the name %s", (name) => {
    const schema = named("Text");
    const parameters = [{ name, in: "path", required: true, schema }];
    expect(encodersOf(`/a/{${name}}`, { parameters })).toEqual(["pathWith"]);
    expect(encodersOf("/a", { parameters: [{ name, in: "query", schema }] })).toEqual(["queryWith"]);
  });
});
