import { describe, expect, it } from "vitest";
import { sampleArguments } from "../../src/cli/report/sample-arguments.js";
import type { Json, JsonObject } from "../../src/json/index.js";
import { apiOf, planned } from "../plan/support.js";
import { answering } from "../support/pipeline.js";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const text: JsonObject = { type: "string" };
const bytes: JsonObject = { type: "string", format: "binary" };
const object: JsonObject = { type: "object", properties: { a: text } };

const schemas: JsonObject = {
  Ids: { type: "array", items: { type: "integer" } },
  Loop: { oneOf: [ref("Loop"), { allOf: [ref("Loop")] }] },
  Both: { allOf: [{ description: "d" }, object] },
  "a/b": { type: "boolean" },
};

/** The sample of the one operation. */
function sampleOf(operation: JsonObject): string {
  const { api } = planned(apiOf({ "/a/{id}": { post: { ...answering(true), ...operation } } }, { schemas }));
  return sampleArguments(api.operations[0]!, api);
}

describe("the arguments of a sample", () => {
  it.each<[schema: Json, wanted: string]>([
    [text, '"…"'],
    [{}, '"…"'],
    [{ type: "integer" }, "1"],
    [{ type: ["null", "number"] }, "1"],
    [ref("a~1b"), "true"],
    [{ type: "array", items: text }, '["…"]'],
    [{ type: "array" }, '["…"]'],
    [ref("Ids"), "[1]"],
    [{ type: "array", prefixItems: [text, text] }, "[…]"],
    [object, "{ … }"],
    [ref("Both"), "{ … }"],
    [ref("Loop"), '"…"'],
    [{ anyOf: [{ type: "null" }, { type: "array", items: object }] }, "[{ … }]"],
    [{ enum: ["a", "b"] }, '"…"'],
    [{ enum: [2, 3] }, "2"],
    [{ type: "array", items: { const: "a" } }, '["a"]'],
  ])("for %j are %s", (schema, wanted) => {
    const parameters = [{ name: "q", in: "query", required: true, schema }];
    expect(sampleOf({ parameters })).toBe(`{ pathParams: { id: "…" }, queryParams: { q: ${wanted} } }`);
  });

  it("have quotes only if a name needs them", () => {
    const parameters = ["a", "b-c", "__proto__", "1"].map((name) => ({
      name,
      in: "query",
      required: true,
      schema: text,
    }));
    expect(sampleOf({ parameters })).toBe(
      '{ pathParams: { id: "…" }, queryParams: { a: "…", "b-c": "…", ["__proto__"]: "…", "1": "…" } }',
    );
  });

  it.each<[mediaType: string, schema: Json, wanted: string]>([
    ["application/json", object, "{ … }"],
    ["application/json", ref("Ids"), "[1]"],
    ["application/json", { type: "number" }, "1"],
    ["application/x-www-form-urlencoded", object, "{ … }"],
    ["multipart/form-data", { type: "object", properties: { f: bytes } }, "{ … }"],
    ["multipart/form-data", { type: "array", items: bytes }, '[new Blob(["…"])]'],
    ["application/pdf", bytes, 'new Blob(["…"])'],
    ["text/csv", object, '"…"'],
  ])("for a payload of %s with %j are %s", (mediaType, schema, wanted) => {
    const requestBody = { required: true, content: { [mediaType]: { schema } } };
    expect(sampleOf({ requestBody })).toBe(`{ pathParams: { id: "…" }, payload: ${wanted} }`);
  });

  it("are empty if none are required", () => {
    const api = apiOf({ "/a": { post: { parameters: [{ name: "q", in: "query" }], ...answering(true) } } });
    expect(sampleArguments(api.operations[0]!, api)).toBe("");
  });
});
