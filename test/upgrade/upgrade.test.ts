import { describe, expect, it } from "vitest";
import { type Json, type JsonObject, objectMember, resolvePointer } from "../../src/json/index.js";
import type { SpecFamily, UpgradedSpec } from "../../src/spec/model.js";
import { Origins } from "../../src/spec/origins.js";
import { upgrade } from "../../src/spec/upgrade/index.js";

function run(root: JsonObject, family: SpecFamily, origins = new Origins()): UpgradedSpec {
  return upgrade({ root, family, origins, leftOut: new Set(), unread: [], diagnostics: [], notUnderstood: [] });
}

const versions: Record<SpecFamily, JsonObject> = {
  "2.0": { swagger: "2.0" },
  "3.0": { openapi: "3.0.3" },
  "3.1": { openapi: "3.1.0" },
  "3.2": { openapi: "3.2.0" },
};

/** What becomes of a schema among the components. */
function schemaOf(family: SpecFamily, schema: Json, others: JsonObject = {}): Json | undefined {
  const schemas = { S: schema, ...others };
  const parts: JsonObject = family === "2.0" ? { definitions: schemas } : { components: { schemas } };
  return resolvePointer(run({ ...versions[family], ...parts }, family).root, "/components/schemas/S");
}

/** What becomes of `post /a` in a Swagger 2.0 document. */
function operationOf(operation: JsonObject, rest: JsonObject = {}, pathItem: JsonObject = {}): Json | undefined {
  const root = { ...versions["2.0"], ...rest, paths: { "/a": { ...pathItem, post: operation } } };
  return resolvePointer(run(root, "2.0").root, "/paths/~1a/post");
}

const NULL = { type: "null" };
const PET = { $ref: "#/components/schemas/Pet" };

/** What becomes of a content map. */
function keysOf(content: JsonObject): Json | undefined {
  const root = { ...versions["3.0"], components: { requestBodies: { B: { content } } } };
  return resolvePointer(run(root, "3.0").root, "/components/requestBodies/B/content");
}

describe("a content key with several media types", () => {
  const [one, other] = [{ schema: { type: "string" } }, { schema: { type: "integer" } }];

  it.each<[key: string, wanted: string[]]>([
    ["application/json,application/xml", ["application/json", "application/xml"]],
    ["application/json;text/json", ["application/json", "text/json"]],
    ["application/json application/xml", ["application/json", "application/xml"]],
    ["application/json; charset=utf-8 , text/*", ["application/json; charset=utf-8", "text/*"]],
    ["application/json,", ["application/json"]],
    ['multipart/mixed; boundary="a, b/c"', ['multipart/mixed; boundary="a, b/c"']],
    ["application/json; a=b/c; d=e", ["application/json; a=b/c; d=e"]],
    ["application/json; utf-8", ["application/json; utf-8"]],
    ["application/json or text/xml", ["application/json or text/xml"]],
    ["json, xml", ["json, xml"]],
    ["x-a/b,c/d", ["x-a/b,c/d"]],
  ])("%s", (key, wanted) => {
    expect(keysOf({ [key]: one })).toEqual(Object.fromEntries(wanted.map((name) => [name, one])));
  });

  it("does not replace keys of their own, and keeps the order", () => {
    const content = keysOf({ "c/d, a/b, e/f": one, "a/b": other }) as JsonObject;
    expect(Object.entries(content)).toEqual([
      ["c/d", one],
      ["e/f", one],
      ["a/b", other],
    ]);
  });

  it("is split in consumes and produces too", () => {
    const operation = operationOf(
      {
        produces: ["a/b, c/d", "a/b"],
        parameters: [{ in: "body", name: "b", schema: {} }],
        responses: { 200: { schema: {} } },
      },
      { consumes: "e/f;g/h" },
    );
    expect(Object.keys(objectMember(resolvePointer(operation!, "/responses/200") as JsonObject, "content")!)).toEqual([
      "a/b",
      "c/d",
    ]);
    expect(Object.keys(resolvePointer(operation!, "/requestBody/content") as JsonObject)).toEqual(["e/f", "g/h"]);
  });
});

describe("a content key that is not a media type", () => {
  const [one, other] = [{ schema: { type: "string" } }, { schema: { type: "integer" } }];
  const example = { examples: { response: { value: 3600 } } };

  it.each<[key: string, wanted: string]>([
    ["JSON", "application/json"],
    ["xml", "application/xml"],
    ["form-data", "multipart/form-data"],
    ["plain/text", "text/plain"],
    ["*", "*/*"],
    ["applcation/json", "application/json"],
    ["applicationjson;version=2018-01-01", "application/json;version=2018-01-01"],
    ["application/json, charset=utf-8", "application/json;charset=utf-8"],
    ["gzip", "gzip"],
    ["", ""],
    ["chemical/x-pdb", "chemical/x-pdb"],
    ["application/jsonl", "application/jsonl"],
    ["application/json;charset=utf-8, a", "application/json;charset=utf-8, a"],
  ])("%j is read as %j", (key, wanted) => {
    expect(keysOf({ [key]: one })).toEqual({ [wanted]: one });
  });

  it.each<[what: string, content: JsonObject, wanted: JsonObject]>([
    [
      "is left out where what is meant has a key of its own",
      { JSON: one, "application/json": other },
      { "application/json": other },
    ],
    [
      "is omitted if it does not describe its content",
      { "application/json": one, expires_in: example, scope: {} },
      { "application/json": one },
    ],
    ["is content without a schema if it is the only one", { data: example, meta: {} }, { "*/*": example }],
    ["is read by its name if it has no schema", { PDF: {} }, { "application/pdf": {} }],
    ["is kept if it belongs to an extension", { "x-json": one, "text/csv": one }, { "x-json": one, "text/csv": one }],
  ])("%s", (_, content, wanted) => {
    expect(keysOf(content)).toEqual(wanted);
  });

  it("is read in consumes and produces too", () => {
    const operation = operationOf(
      {
        produces: ["JSON", "nothing"],
        parameters: [{ in: "body", name: "b", schema: {} }],
        responses: { 200: { schema: {} } },
      },
      { consumes: ["xml"] },
    );
    expect(resolvePointer(operation!, "/responses/200/content")).toEqual({ "application/json": { schema: {} } });
    expect(resolvePointer(operation!, "/requestBody/content")).toEqual({ "application/xml": { schema: {} } });
  });
});

describe("schema object", () => {
  const bothOldFamilies: [string, Json, Json][] = [
    ["nullable with type", { type: "string", nullable: true }, { type: ["string", "null"] }],
    ["x-nullable", { type: "string", "x-nullable": true }, { type: ["string", "null"] }],
    ["nullable: false", { type: "string", nullable: false }, { type: "string" }],
    ["nullable of another kind", { type: "string", nullable: "maybe" }, { type: "string" }],
    ["nullable by a string", { type: "string", nullable: "yes" }, { type: ["string", "null"] }],
    ["x-nullable by a string", { type: "string", "x-nullable": "True" }, { type: ["string", "null"] }],
    [
      "false by a string",
      { type: "object", additionalProperties: "no" },
      { type: "object", additionalProperties: false },
    ],
    ["true by a string", { type: "string", readOnly: "true" }, { type: "string", readOnly: true }],
    [
      "a reference that is nullable by a string",
      { $ref: "#/x", nullable: "on" },
      { anyOf: [{ $ref: "#/x" }, { type: "null" }] },
    ],
    [
      "properties called as flags",
      { properties: { nullable: { type: "string" } } },
      { properties: { nullable: { type: "string" } } },
    ],
    ["x-nullable: false", { type: "string", "x-nullable": false }, { type: "string" }],
    [
      "nullable with a type list",
      { type: ["string", "integer"], nullable: true },
      { type: ["string", "integer", "null"] },
    ],
    ["nullable with null there already", { type: ["string", "null"], nullable: true }, { type: ["string", "null"] }],
    [
      "nullable with enum",
      { type: "string", enum: ["a", "b"], nullable: true },
      { type: ["string", "null"], enum: ["a", "b", null] },
    ],
    [
      "nullable with null in enum",
      { type: "string", enum: [null, "a"], nullable: true },
      { type: ["string", "null"], enum: [null, "a"] },
    ],
    ["nullable enum without type", { enum: ["a"], nullable: true }, { enum: ["a", null] }],
    ["nullable without anything", { description: "d", nullable: true }, { description: "d" }],
    [
      "nullable with properties only",
      { nullable: true, properties: { a: { nullable: true, items: {} } } },
      { type: ["object", "null"], properties: { a: { items: {}, type: ["array", "null"] } } },
    ],
    [
      "nullable beside allOf",
      { allOf: [{ type: "object" }], nullable: true, description: "d", title: "t", readOnly: true, default: null },
      { description: "d", title: "t", readOnly: true, default: null, anyOf: [{ allOf: [{ type: "object" }] }, NULL] },
    ],
    [
      "nullable beside oneOf and type",
      { type: "object", oneOf: [{}, {}], nullable: true, deprecated: true, writeOnly: true, "x-a": 1 },
      { deprecated: true, writeOnly: true, "x-a": 1, anyOf: [{ type: "object", oneOf: [{}, {}] }, NULL] },
    ],
    [
      "nullable beside a choice with null",
      { anyOf: [{ type: "string" }, NULL], nullable: true },
      { anyOf: [{ type: "string" }, NULL] },
    ],
    [
      "a choice that says only nullable",
      { oneOf: [{ type: "string" }, { nullable: true, description: "d" }] },
      { oneOf: [{ type: "string" }, NULL] },
    ],
    [
      "a part that says only nullable",
      { allOf: [{ nullable: true, description: "d" }, { type: "object" }], title: "t" },
      { title: "t", description: "d", anyOf: [{ allOf: [{ type: "object" }] }, NULL] },
    ],
    ["a part that is null", { allOf: [{ type: "object" }, NULL] }, { anyOf: [{ allOf: [{ type: "object" }] }, NULL] }],
    ["nothing but parts that are null", { allOf: [NULL, NULL] }, { allOf: [NULL, NULL] }],
    [
      "a part that says only nullable, of what is not",
      { allOf: [{ nullable: true }, { type: "object" }], nullable: false },
      { allOf: [{}, { type: "object" }] },
    ],
    [
      "a part that says nullable of itself",
      { allOf: [{ type: "string", nullable: true }, { maxLength: 1 }] },
      { allOf: [{ type: ["string", "null"] }, { maxLength: 1 }] },
    ],
    [
      "a nullable object as a choice beside references",
      { anyOf: [{ $ref: "#/components/schemas/A" }, { type: "object", nullable: true, description: "d" }] },
      { anyOf: [{ $ref: "#/components/schemas/A" }, NULL] },
    ],
    [
      "a nullable object as a choice beside a type",
      { anyOf: [{ type: "string" }, { type: "object", nullable: true }] },
      { anyOf: [{ type: "string" }, { type: ["object", "null"] }] },
    ],
    [
      "a nullable object with properties as a choice",
      { anyOf: [{ $ref: "#/components/schemas/A" }, { type: "object", nullable: true, properties: { a: {} } }] },
      { anyOf: [{ $ref: "#/components/schemas/A" }, { type: ["object", "null"], properties: { a: {} } }] },
    ],
    ["nullable as the only part", { allOf: [{ nullable: true }] }, { allOf: [{}] }],
    ["nullable as the only choice", { oneOf: [{ nullable: true }] }, { oneOf: [{}] }],
    ["nullable const", { const: 1, nullable: true }, { enum: [1, null] }],
    ["nullable const null", { const: null, nullable: true }, { const: null }],
    [
      "null in type and not in enum",
      { type: ["string", "null"], enum: ["a"] },
      { type: ["string", "null"], enum: ["a", null] },
    ],
    [
      "null in type and not const",
      { type: [null, "string"], const: "a" },
      { type: [null, "string"], enum: ["a", null] },
    ],
    [
      "null in enum and not in type",
      { type: "string", enum: ["a", null] },
      { type: ["string", "null"], enum: ["a", null] },
    ],
    [
      "null in enum of what is not nullable",
      { type: "string", enum: ["a", null], nullable: false },
      { type: "string", enum: ["a", null] },
    ],
    ["null in enum without type", { enum: ["a", null] }, { enum: ["a", null] }],
    [
      "null in enum on an array",
      { type: "array", items: { type: "string" }, enum: ["a", null] },
      { type: "array", items: { type: "string", enum: ["a", null] } },
    ],
    ["null as the type, and not in enum", { type: ["null"], enum: ["a"] }, { type: "null", enum: ["a"] }],
    [
      'type: "null" beside allOf',
      { type: "null", allOf: [{ type: "object" }], description: "d" },
      { description: "d", anyOf: [{ allOf: [{ type: "object" }] }, NULL] },
    ],
    [
      'type: "null" beside a choice with null',
      { type: ["null"], nullable: true, oneOf: [{ type: "string" }, NULL] },
      { oneOf: [{ type: "string" }, NULL] },
    ],
    ['type: "null" beside an empty allOf', { type: "null", allOf: [] }, { type: "null", allOf: [] }],
    [
      "enum on an array",
      { type: "array", items: { type: "string" }, enum: ["a"], description: "d" },
      { type: "array", items: { type: "string", enum: ["a"] }, description: "d" },
    ],
    ["enum on an array without items", { type: ["array"], enum: ["a"] }, { type: "array", items: { enum: ["a"] } }],
    [
      "enum on a nullable array",
      { type: "array", nullable: true, items: { type: "string" }, enum: ["a", null] },
      { type: ["array", "null"], items: { type: "string", enum: ["a"] } },
    ],
    [
      "enum on an array of what is nullable",
      { type: "array", items: { type: "string", nullable: true }, enum: ["a", null] },
      { type: "array", items: { type: ["string", "null"], enum: ["a", null] } },
    ],
    [
      "enum on an array whose items have their own",
      { type: "array", items: { enum: ["a"] }, enum: ["a", "b"] },
      { type: "array", items: { enum: ["a"] } },
    ],
    [
      "enum on an array of arrays",
      { type: "array", items: { type: "array", items: {} }, enum: ["a"] },
      { type: "array", items: { type: "array", items: { enum: ["a"] } } },
    ],
    ...(<JsonObject[]>[
      { type: "array", items: {}, enum: [["a"], "b"] },
      { type: ["array", "string"], items: {}, enum: ["a"] },
      { type: ["array", "null"], items: {}, enum: [null] },
      { items: {}, enum: ["a"] },
      { type: "array", enum: [] },
    ]).map((schema): [string, Json, Json] => ["enum that the type allows", schema, schema]),
    ["exclusiveMinimum: true", { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    ["exclusiveMaximum: true", { maximum: 1, exclusiveMaximum: true }, { exclusiveMaximum: 1 }],
    ["exclusiveMinimum: false", { minimum: 1, exclusiveMinimum: false }, { minimum: 1 }],
    ["exclusiveMinimum without minimum", { exclusiveMinimum: true }, {}],
    ["numeric exclusiveMinimum", { exclusiveMinimum: 3 }, { exclusiveMinimum: 3 }],
    [
      "a choice of what may be absent",
      {
        required: ["a", "b", "c"],
        properties: {
          a: { anyOf: [{ type: "string" }, { type: "undefined" }] },
          b: { oneOf: [{ type: "void", description: "…" }, { type: "string" }] },
          c: { anyOf: [{ type: "string" }, { type: "undefined", minimum: 0 }] },
        },
      },
      {
        required: ["c"],
        properties: {
          a: { anyOf: [{ type: "string" }, false] },
          b: { oneOf: [false, { type: "string" }] },
          c: { anyOf: [{ type: "string" }, { type: "undefined", minimum: 0 }] },
        },
      },
    ],
    ["a choice of nothing else", { anyOf: [{ type: "undefined" }] }, { anyOf: [{ type: "undefined" }] }],
    ["type: file", { type: "file" }, { type: "string", format: "binary" }],
    ...(<[JsonObject, JsonObject][]>[
      [{ type: "Object" }, { type: "object" }],
      [{ type: "int" }, { type: "integer" }],
      [{ type: "int64" }, { type: "integer", format: "int64" }],
      [
        { type: "Date", format: "rfc1123" },
        { type: "string", format: "rfc1123" },
      ],
      [{ type: "string|null" }, { type: ["string", "null"] }],
      [{ type: "int | float|null" }, { type: ["integer", "number", "null"] }],
      [
        { type: "?array", items: {} },
        { type: ["array", "null"], items: {} },
      ],
      [{ type: "mixed" }, {}],
      [{ type: "multipart/form-data", properties: {} }, { properties: {} }],
      [{ type: "Pet[]", items: { type: "Pet" } }, { items: { type: "Pet" } }],
      [{ type: "string[]" }, { type: "array", items: { type: "string" } }],
      [{ type: "[Integer]" }, { type: "array", items: { type: "integer" } }],
      [{ type: "[]int64" }, { type: "array", items: { type: "integer", format: "int64" } }],
      [
        { type: "List<Array[float]>" },
        { type: "array", items: { type: "array", items: { type: "number", format: "float" } } },
      ],
      [{ type: ["string"] }, { type: "string" }],
      [{ type: ["Integer"] }, { type: "integer" }],
      [{ type: [1] }, { type: [1] }],
      [{ type: "array of Pet" }, { type: "array", items: { type: "Pet" } }],
      [{ type: "string|Pet" }, { type: "string|Pet" }],
      [{ type: "" }, { type: "" }],
    ]).map(([given, want]): [string, Json, Json] => [`type: ${JSON.stringify(given.type)}`, given, want]),
    ...(<[JsonObject, JsonObject][]>[
      [{ format: "date-time" }, { format: "date-time" }],
      [
        { format: "int32", nullable: true, example: 1 },
        { format: "int32", example: 1, type: ["integer", "null"] },
      ],
      [{ format: "boolean" }, { format: "boolean", type: "boolean" }],
      [{ items: { format: "binary" } }, { items: { format: "binary", type: "string" } }],
      [{ format: "decimal" }, { format: "decimal" }],
      [
        { format: "date", type: "integer" },
        { format: "date", type: "integer" },
      ],
      [
        { format: "string", properties: {} },
        { format: "string", properties: {} },
      ],
      [
        { format: "int64", enum: ["a"] },
        { format: "int64", enum: ["a"] },
      ],
    ]).map(([given, want]): [string, Json, Json] => [`a format and no type: ${JSON.stringify(given)}`, given, want]),
    ...(<[JsonObject, JsonObject][]>[
      [{ type: "string" }, { type: ["integer", "string"] }],
      [
        { type: "object", description: "d" },
        { type: ["integer", "string"], description: "d" },
      ],
      [{}, { type: ["integer", "string"] }],
      [{ type: "string", nullable: true }, { type: ["integer", "string", "null"] }],
      [{ type: ["string"] }, { type: ["integer", "string"] }],
      [{ type: "integer" }, { type: "integer" }],
      [{ oneOf: [{ type: "integer" }, { type: "string" }] }, { oneOf: [{ type: "integer" }, { type: "string" }] }],
    ]).map(([given, want]): [string, Json, Json] => [
      `int-or-string: ${JSON.stringify(given)}`,
      { ...given, format: "int-or-string" },
      { ...want, format: "int-or-string" },
    ]),
    ...(<[given: string, JsonObject, JsonObject][]>[
      [
        "of nothing but annotations",
        { allOf: [{ $ref: "#/x" }, { description: "d", deprecated: true, xml: { name: "n" }, "x-a": 1 }] },
        { allOf: [{ $ref: "#/x" }], description: "d", deprecated: true, xml: { name: "n" }, "x-a": 1 },
      ],
      [
        "of annotations that the schema has itself",
        {
          description: "own",
          readOnly: false,
          allOf: [{ $ref: "#/x" }, { description: "d", readOnly: true, default: 1 }],
        },
        { description: "own", readOnly: true, allOf: [{ $ref: "#/x" }], default: 1 },
      ],
      [
        "with the one description",
        {
          allOf: [
            { $ref: "#/x", description: "x" },
            { type: "object", description: "d", title: "t" },
          ],
        },
        {
          allOf: [
            { $ref: "#/x", description: "x" },
            { type: "object", description: "d", title: "t" },
          ],
          description: "d",
        },
      ],
      ...(<JsonObject[]>[
        {
          allOf: [
            { type: "object", description: "a" },
            { type: "object", description: "b" },
          ],
        },
        { title: "t", allOf: [{ $ref: "#/x" }, { type: "object", description: "b" }] },
        { allOf: [{ description: "a" }, { description: "b" }] },
        { allOf: [{ $ref: "#/x", description: "x" }] },
      ]).map((schema): [string, JsonObject, JsonObject] => [`that stay: ${JSON.stringify(schema)}`, schema, schema]),
    ]).map(([given, schema, want]): [string, Json, Json] => [`parts ${given}`, schema, want]),
    ...(<[given: string, JsonObject, JsonObject][]>[
      [
        "of arrays that say nothing",
        { items: { type: "string" }, oneOf: [{ type: "array", items: { description: "d" } }, { type: "string" }] },
        { oneOf: [{ type: "array", items: { type: "string" } }, { type: "string" }] },
      ],
      [
        "of arrays that say the same",
        {
          type: "array",
          items: { type: "string" },
          anyOf: [{ properties: {} }, { type: "array", items: { type: "string" } }],
        },
        { type: "array", anyOf: [{ properties: {} }, { type: "array", items: { type: "string" } }] },
      ],
      [
        "that may be null",
        { items: { type: "string" }, oneOf: [{ type: "array" }, { type: "string" }], nullable: true },
        { anyOf: [{ oneOf: [{ type: "array", items: { type: "string" } }, { type: "string" }] }, NULL] },
      ],
      ...(<JsonObject[]>[
        { items: { type: "string" }, oneOf: [{ type: "array", items: { enum: ["a"] } }, { type: "string" }] },
        { items: {}, oneOf: [{ type: "array" }, { type: "array", maxItems: 1 }] },
        { items: {}, oneOf: [{ type: "array" }, { $ref: "#/x" }] },
        { items: {}, oneOf: [{ type: "array" }, { type: "string" }], allOf: [{ type: "array" }] },
        { type: "object", items: {}, oneOf: [{ type: "array" }, { type: "string" }] },
      ]).map((schema): [string, JsonObject, JsonObject] => [`and others: ${JSON.stringify(schema)}`, schema, schema]),
    ]).map(([given, schema, want]): [string, Json, Json] => [`items beside a choice ${given}`, schema, want]),
    ...(<[given: string, JsonObject, JsonObject][]>[
      [
        "an array",
        { items: [{ type: "file" }, { type: "null" }], description: "d" },
        { anyOf: [{ type: "string", format: "binary" }, NULL], description: "d" },
      ],
      [
        "anyOf",
        { items: { anyOf: [{ $ref: "#/x" }, { nullable: true, title: "none" }], title: "t" } },
        { anyOf: [{ $ref: "#/x" }, NULL] },
      ],
      [
        "that may be null",
        { items: [{ $ref: "#/x" }, { properties: { a: {} } }], nullable: true },
        { anyOf: [{ anyOf: [{ $ref: "#/x" }, { properties: { a: {} } }] }, NULL] },
      ],
      [
        "of objects",
        { type: "object", items: { anyOf: [{ $ref: "#/x" }, { properties: { a: {} } }] } },
        { type: "object", anyOf: [{ $ref: "#/x" }, { properties: { a: {} } }] },
      ],
      ...(<JsonObject[]>[
        { type: "object", items: { anyOf: [{ $ref: "#/x" }, { type: "null" }, { type: "string" }] } },
        { type: "array", items: { anyOf: [{ $ref: "#/x" }, { $ref: "#/y" }] } },
        { items: { anyOf: [{ $ref: "#/x" }, { $ref: "#/y" }] }, maxItems: 2 },
        { items: { anyOf: [{ $ref: "#/x" }, { $ref: "#/y" }], type: "object" } },
        { items: { anyOf: [{ $ref: "#/x" }] } },
        { items: { anyOf: [{ $ref: "#/x" }, { $ref: "#/y" }] }, example: [{ a: 1 }] },
        { items: { anyOf: [{ $ref: "#/x" }, { $ref: "#/y" }] }, default: [] },
        { items: { anyOf: [{ type: "string" }, { type: "integer" }] } },
      ]).map((schema): [string, JsonObject, JsonObject] => [`and others: ${JSON.stringify(schema)}`, schema, schema]),
    ]).map(([given, schema, want]): [string, Json, Json] => [`items alone that are a choice: ${given}`, schema, want]),
    [
      "required: true on a property",
      {
        required: ["b"],
        properties: { a: { type: "string", required: true }, b: { required: false }, c: { required: "yes" } },
      },
      { required: ["b", "a"], properties: { a: { type: "string" }, b: {}, c: {} } },
    ],
    [
      "required: true on a property that is a reference",
      { properties: { a: { $ref: "#/x/Pet", required: true } } },
      { properties: { a: { $ref: "#/x/Pet" } }, required: ["a"] },
    ],
    ["required @odata.type", { required: ["@odata.type", "a"], type: "object" }, { required: ["a"], type: "object" }],
    ["required that is neither an array nor a property", { required: "a", type: "object" }, { type: "object" }],
    ["required that is one name", { required: "a", properties: { a: {} } }, { required: ["a"], properties: { a: {} } }],
    [
      "a schema in place of an array of schemas",
      { allOf: { type: "file" }, oneOf: { $ref: "#/x/Pet" }, anyOf: { a: { type: "file" } } },
      {
        allOf: [{ type: "string", format: "binary" }],
        oneOf: [{ $ref: "#/x/Pet" }],
        anyOf: { a: { type: "file" } },
      },
    ],
    [
      "lists by number",
      {
        required: { 0: "a", 2: "b" },
        type: { 1: "object", 3: "null" },
        anyOf: { 1: { type: "file" } },
      },
      { required: ["a", "b"], type: ["object", "null"], anyOf: [{ type: "string", format: "binary" }] },
    ],
    ["values by number", { enum: { 1: "a", 4: "b" } }, { enum: ["a", "b"] }],
    ["values by themselves", { enum: { a: "a", b: "b" } }, { enum: ["a", "b"] }],
    [
      "numbers with their meaning",
      { type: "integer", enum: { 0: "off", 1: "on" } },
      { type: "integer", enum: { 0: "off", 1: "on" } },
    ],
    ["values with their meaning", { enum: { a: "one", b: "two" } }, { enum: { a: "one", b: "two" } }],
    ["required with other things", { required: ["a", 1, null] }, { required: ["a"] }],
    [
      "tuple of strings and numbers",
      { items: [{ type: "file" }, { type: "integer" }] },
      { prefixItems: [{ type: "string", format: "binary" }, { type: "integer" }] },
    ],
    ["tuple of one", { items: [{ type: "file" }] }, { prefixItems: [{ type: "string", format: "binary" }] }],
    [
      "tuple",
      { type: "array", items: [{ type: "file" }, {}] },
      { type: "array", prefixItems: [{ type: "string", format: "binary" }, {}] },
    ],
    [
      "tuple and more",
      { items: [{}], additionalItems: { type: "file" } },
      { prefixItems: [{}], items: { type: "string", format: "binary" } },
    ],
    ["empty tuple", { type: "array", items: [] }, { type: "array" }],
    ["discriminator by name", { discriminator: "kind" }, { discriminator: { propertyName: "kind" } }],
    [
      "not understood",
      { type: 1, properties: [], allOf: {}, items: "x", enum: 3 },
      { type: 1, properties: [], allOf: {}, items: "x", enum: 3 },
    ],
    [
      "keywords as names",
      { properties: { nullable: { type: "file" }, $ref: {}, required: { type: "boolean" }, __proto: {} } },
      {
        properties: {
          nullable: { type: "string", format: "binary" },
          $ref: {},
          required: { type: "boolean" },
          __proto: {},
        },
      },
    ],
  ];
  for (const family of ["2.0", "3.0"] as const) {
    it.each(bothOldFamilies)(`${family}: %s`, (_, given, want) => {
      expect(schemaOf(family, given)).toEqual(want);
    });
  }

  it.each<[string, Json, Json]>([
    ["alone", { $ref: "#/definitions/Pet" }, PET],
    [
      "with description",
      { $ref: "#/definitions/Pet", description: "d", default: 1 },
      { ...PET, description: "d", default: 1 },
    ],
    [
      "with keywords that it replaces",
      { $ref: "#/definitions/Pet", type: "object", properties: { a: { nullable: true } } },
      PET,
    ],
    [
      "nullable",
      { $ref: "#/definitions/Pet", "x-nullable": true, readOnly: true },
      { readOnly: true, anyOf: [PET, NULL] },
    ],
    [
      'nullable by type: "null"',
      { $ref: "#/definitions/Pet", type: "null", description: "d" },
      { description: "d", anyOf: [PET, NULL] },
    ],
    ["nullable by an array of types", { $ref: "#/definitions/Pet", type: ["object", "null"] }, { anyOf: [PET, NULL] }],
    [
      "into a definition",
      { $ref: "#/definitions/Pet/properties/a" },
      { $ref: "#/components/schemas/Pet/properties/a" },
    ],
    ["that is not a string", { $ref: 1, type: "file" }, { $ref: 1, type: "string", format: "binary" }],
  ])("2.0: reference %s", (_, given, want) => {
    expect(schemaOf("2.0", given, { Pet: { properties: { a: {} } } })).toEqual(want);
  });

  const namedSo: JsonObject[] = [
    { properties: { additionalProperties: { type: "boolean" } } },
    { properties: { additionalProperties: PET, a: PET } },
    { properties: { additionalProperties: PET }, required: ["additionalProperties"] },
    { properties: { additionalProperties: PET }, additionalProperties: false },
    { properties: { additionalProperties: PET }, allOf: [PET] },
  ];
  it.each<[string, Json, Json]>([
    ["nullable", { type: "string", nullable: true }, { type: ["string", "null"] }],
    [
      "reference with siblings",
      { ...PET, type: "object", nullable: true },
      { anyOf: [{ ...PET, type: "object" }, NULL] },
    ],
    ['reference beside type: "null"', { type: "null", ...PET }, { anyOf: [PET, NULL] }],
    [
      "enum on an array of what is named",
      { type: "array", items: PET, enum: [1] },
      { type: "array", items: { ...PET, enum: [1] } },
    ],
    ["booleans", { properties: { a: true }, items: false }, { properties: { a: true }, items: false }],
    [
      "what allows nothing",
      {
        properties: { a: { not: {}, description: "d" } },
        additionalProperties: { not: true },
        items: { not: {}, type: "string" },
      },
      { properties: { a: false }, additionalProperties: false, items: { not: {}, type: "string" } },
    ],
    ["nothing at all", { not: {}, description: "d" }, false],
    [
      "a keyword that stands among the properties",
      { type: "object", properties: { additionalProperties: PET } },
      { type: "object", additionalProperties: PET },
    ],
    ...namedSo.map((schema): [string, Json, Json] => [
      `a property of that name: ${JSON.stringify(schema)}`,
      schema,
      schema,
    ]),
  ])("3.1: %s", (_, given, want) => {
    expect(schemaOf("3.1", given)).toEqual(want);
  });

  const nullable = { type: "string", nullable: true };
  const upgraded = { type: ["string", "null"] };
  it.each([
    "items",
    "prefixItems",
    "additionalProperties",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
  ])("schema below %s", (keyword) => {
    const isList = ["prefixItems", "allOf", "anyOf", "oneOf"].includes(keyword);
    expect(schemaOf("3.0", { [keyword]: isList ? [nullable] : nullable })).toEqual({
      [keyword]: isList ? [upgraded] : upgraded,
    });
  });
  it.each(["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"])(
    "schemas below %s",
    (keyword) => {
      expect(schemaOf("3.0", { [keyword]: { a: nullable } })).toEqual({ [keyword]: { a: upgraded } });
    },
  );
  it.each(["example", "examples", "default", "enum", "const", "x-a"])("no schema below %s", (keyword) => {
    const given = { [keyword]: [nullable, { properties: { a: nullable } }] };
    expect(schemaOf("3.0", given)).toEqual(given);
  });

  it.each([2_000, 50_000])("nests %i levels", (levels) => {
    let schema: JsonObject = { type: "string", nullable: true };
    for (let level = 0; level < levels; level++) schema = { type: "object", properties: { a: schema } };
    let result = schemaOf("3.0", schema) as JsonObject;
    for (let level = 0; level < levels; level++) result = objectMember(objectMember(result, "properties")!, "a")!;
    expect(result).toEqual({ type: ["string", "null"] });
  });

  it("may contain itself, as YAML aliases allow", () => {
    const schema: JsonObject = { type: "object", nullable: true };
    schema.properties = { self: schema };
    expect(schemaOf("3.0", schema)).toMatchObject({ type: ["object", "null"] });
  });
});

describe("discriminator object", () => {
  it("gets the values of the schemas that extend it", () => {
    const extending = (value: string): JsonObject => ({
      allOf: [{ $ref: "#/definitions/S" }],
      "x-discriminator-value": value,
    });
    const puppy = { allOf: [{ $ref: "#/definitions/Dog" }], "x-ms-discriminator-value": "puppy" };
    const schema = { discriminator: "kind", properties: { kind: { type: "string" } } };
    expect(
      schemaOf("2.0", schema, {
        Dog: extending("dog"),
        "C/at": extending("cat"),
        "Pet<A>": extending("pet"),
        Puppy: puppy,
      }),
    ).toMatchObject({
      discriminator: {
        propertyName: "kind",
        mapping: {
          dog: "#/components/schemas/Dog",
          cat: "#/components/schemas/C~1at",
          pet: "#/components/schemas/Pet%3CA%3E",
          puppy: "#/components/schemas/Puppy",
        },
      },
    });
  });
  it("keeps a mapping, with its references brought up to date", () => {
    const discriminator = { propertyName: "kind", mapping: { a: "#/definitions/Pet", b: "Pet" } };
    expect(schemaOf("2.0", { discriminator })).toEqual({
      discriminator: { propertyName: "kind", mapping: { a: "#/components/schemas/Pet", b: "Pet" } },
    });
  });
});

describe("parameter object", () => {
  it.each<[string, JsonObject, JsonObject]>([
    [
      "type keywords",
      {
        name: "a",
        in: "query",
        type: "integer",
        format: "int32",
        default: 1,
        minimum: 0,
        description: "d",
        "x-a": 1,
        required: true,
      },
      {
        name: "a",
        in: "query",
        description: "d",
        "x-a": 1,
        required: true,
        schema: { type: "integer", format: "int32", default: 1, minimum: 0 },
      },
    ],
    [
      "csv by default",
      { name: "a", in: "query", type: "array" },
      { name: "a", in: "query", style: "form", explode: false, schema: { type: "array" } },
    ],
    [
      "csv in a path",
      { name: "a", in: "path", type: "array", collectionFormat: "csv" },
      { name: "a", in: "path", style: "simple", explode: false, schema: { type: "array" } },
    ],
    [
      "csv in a header",
      { name: "a", in: "header", type: "array" },
      { name: "a", in: "header", style: "simple", explode: false, schema: { type: "array" } },
    ],
    [
      "ssv",
      { name: "a", in: "query", type: "array", collectionFormat: "ssv" },
      { name: "a", in: "query", style: "spaceDelimited", explode: false, schema: { type: "array" } },
    ],
    [
      "pipes",
      { name: "a", in: "query", type: "array", collectionFormat: "pipes" },
      { name: "a", in: "query", style: "pipeDelimited", explode: false, schema: { type: "array" } },
    ],
    [
      "tsv",
      { name: "a", in: "query", type: "array", collectionFormat: "tsv" },
      { name: "a", in: "query", style: "tabDelimited", explode: false, schema: { type: "array" } },
    ],
    [
      "multi",
      { name: "a", in: "query", type: "array", collectionFormat: "multi" },
      { name: "a", in: "query", style: "form", explode: true, schema: { type: "array" } },
    ],
    [
      "multi in other case, of an array by another name",
      { name: "a", in: "Query", type: "Array", collectionFormat: "Multi" },
      { name: "a", in: "query", style: "form", explode: true, schema: { type: "array" } },
    ],
    [
      "multi in a path",
      { name: "a", in: "path", type: "array", collectionFormat: "multi" },
      { name: "a", in: "path", style: "simple", explode: false, schema: { type: "array" } },
    ],
    [
      "collectionFormat of something other than an array",
      { name: "a", in: "query", type: "string", collectionFormat: "multi", allowEmptyValue: true },
      { name: "a", in: "query", allowEmptyValue: true, schema: { type: "string" } },
    ],
    [
      "x-nullable",
      { name: "a", in: "query", type: "string", "x-nullable": true },
      { name: "a", in: "query", schema: { type: ["string", "null"] } },
    ],
    [
      "nested lists",
      {
        name: "a",
        in: "query",
        type: "array",
        items: { type: "array", collectionFormat: "csv", items: { type: "string" } },
      },
      {
        name: "a",
        in: "query",
        style: "form",
        explode: false,
        schema: { type: "array", items: { type: "array", items: { type: "string" } } },
      },
    ],
    ["no type", { name: "a", in: "query" }, { name: "a", in: "query", schema: {} }],
    [
      "a schema all the same",
      { name: "a", in: "query", type: "string", schema: { type: "file" } },
      { name: "a", in: "query", schema: { type: "string", format: "binary" } },
    ],
    ["a reference", { $ref: "#/parameters/A" }, { $ref: "#/components/parameters/A" }],
  ])("2.0: %s", (_, given, want) => {
    const root = { parameters: { A: { name: "a", in: "query", type: "string" } } };
    expect(operationOf({ parameters: [given] }, root)).toEqual({ parameters: [want] });
  });

  it.each<[string, JsonObject, JsonObject]>([
    [
      "schema",
      { name: "a", in: "query", schema: { type: "string", nullable: true } },
      { name: "a", in: "query", schema: { type: ["string", "null"] } },
    ],
    [
      "content",
      { name: "a", in: "query", content: { "a/b": { schema: { type: "file" } } } },
      { name: "a", in: "query", content: { "a/b": { schema: { type: "string", format: "binary" } } } },
    ],
    [
      "type keywords as in 2.0",
      { name: "a", in: "query", type: "string" },
      { name: "a", in: "query", schema: { type: "string" } },
    ],
    [
      "an array in type keywords, written as in 3.0",
      { name: "a", in: "query", type: "array", items: { type: "string" } },
      { name: "a", in: "query", schema: { type: "array", items: { type: "string" } } },
    ],
    ["neither", { name: "a", in: "query" }, { name: "a", in: "query" }],
  ])("3.0: %s", (_, given, want) => {
    const root = {
      openapi: "3.0.0",
      components: { parameters: { A: given } },
      paths: { "/a": { get: { parameters: [given] } } },
    };
    const result = run(root, "3.0").root;
    expect(resolvePointer(result, "/components/parameters/A")).toEqual(want);
    expect(resolvePointer(result, "/paths/~1a/get/parameters/0")).toEqual(want);
  });

  it("omits what is not a parameter", () => {
    expect(operationOf({ parameters: [null, "a", { name: "a", in: "query", type: "string" }] })).toEqual({
      parameters: [{ name: "a", in: "query", schema: { type: "string" } }],
    });
    expect(operationOf({ parameters: {} })).toEqual({});
  });
  it.each<[string, JsonObject]>([
    ["one parameter", { name: "a", in: "query", type: "string" }],
    ["parameters by number", { 0: { name: "a", in: "query", type: "string" } }],
  ])("reads %s as the list", (_, parameters) => {
    expect(operationOf({ parameters })).toEqual({
      parameters: [{ name: "a", in: "query", schema: { type: "string" } }],
    });
  });
});

describe("an invalid collectionFormat", () => {
  it.each<[parameter: JsonObject, wanted: string[]]>([
    [{ name: "a", in: "query", type: "array", collectionFormat: "comma" }, ["B44-113"]],
    [{ name: "a", in: "formData", type: "array", collectionFormat: "comma" }, ["B44-113"]],
    [{ name: "a", in: "query", type: "array", collectionFormat: "pipes" }, []],
    [{ name: "a", in: "query", type: "string", collectionFormat: "comma" }, []],
  ])("%j", (parameter, wanted) => {
    const paths = { "/a": { post: { parameters: [parameter] } } };
    expect(run({ swagger: "2.0", paths }, "2.0").diagnostics.map(({ code }) => code)).toEqual(wanted);
  });
});

describe("request body object", () => {
  const body = {
    name: "b",
    in: "body",
    description: "d",
    required: true,
    "x-a": 1,
    schema: { $ref: "#/definitions/Pet" },
  };
  const json = { description: "d", required: true, "x-a": 1, content: { "application/json": { schema: PET } } };
  const file = { name: "f", in: "formData", type: "file", required: true, description: "d" };
  const text = { name: "t", in: "formData", type: "string" };
  const urlEncoded = "application/x-www-form-urlencoded";
  const form = (schema: JsonObject, more: JsonObject = {}): JsonObject => ({
    schema: { type: "object", ...schema },
    ...more,
  });

  it.each<[string, JsonObject, JsonObject, JsonObject]>([
    ["body", { parameters: [body] }, {}, json],
    ["body in other case", { parameters: [{ ...body, in: "Body" }] }, {}, json],
    [
      "consumes of the operation",
      { consumes: ["a/b", "c/d"], parameters: [body] },
      { consumes: ["e/f"] },
      { ...json, content: { "a/b": { schema: PET }, "c/d": { schema: PET } } },
    ],
    [
      "consumes of the document",
      { parameters: [body] },
      { consumes: ["e/f"] },
      { ...json, content: { "e/f": { schema: PET } } },
    ],
    ["empty consumes", { consumes: [], parameters: [body] }, { consumes: ["e/f"] }, json],
    ["consumes of another kind", { consumes: [null, 1, "x"], parameters: [body] }, { consumes: {} }, json],
    ["body by reference", { parameters: [{ $ref: "#/parameters/B" }] }, { parameters: { B: body } }, json],
    [
      "body without schema",
      { parameters: [{ in: "body", name: "b", type: "string" }] },
      {},
      { content: { "application/json": { schema: { type: "string" } } } },
    ],
    [
      "body that is a file",
      { consumes: ["image/png"], parameters: [{ in: "body", name: "b", schema: { type: "file" } }] },
      {},
      { content: { "image/png": { schema: { type: "string", format: "binary" } } } },
    ],
    [
      "form",
      { parameters: [text] },
      {},
      { content: { [urlEncoded]: form({ properties: { t: { type: "string" } } }) } },
    ],
    [
      "form whose field has a schema",
      { parameters: [{ name: "t", in: "formData", schema: { type: "string", "x-nullable": true } }] },
      {},
      { content: { [urlEncoded]: form({ properties: { t: { type: ["string", "null"] } } }) } },
    ],
    [
      "form with a file",
      { parameters: [file, { $ref: "#/parameters/T" }] },
      { parameters: { T: text } },
      {
        required: true,
        content: {
          "multipart/form-data": form({
            properties: { f: { type: "string", format: "binary", description: "d" }, t: { type: "string" } },
            required: ["f"],
          }),
        },
      },
    ],
    ...(<[string, JsonObject][]>[
      ["a file in other case", { type: "File" }],
      ["a file in a schema", { schema: { type: "file" } }],
      ["a file as OpenAPI 3 has it", { type: "string", format: "binary" }],
    ]).map(([what, typed]): [string, JsonObject, JsonObject, JsonObject] => [
      `form with ${what}`,
      { parameters: [{ name: "f", in: "formData", ...typed }] },
      { consumes: ["application/json"] },
      { content: { "multipart/form-data": form({ properties: { f: { type: "string", format: "binary" } } }) } },
    ]),
    [
      "form with bytes in a media type that is declared",
      { consumes: [urlEncoded], parameters: [{ name: "f", in: "formData", type: "string", format: "binary" }] },
      {},
      { content: { [urlEncoded]: form({ properties: { f: { type: "string", format: "binary" } } }) } },
    ],
    [
      "body that is a file without a schema",
      { parameters: [{ in: "body", name: "b", type: "file" }] },
      {},
      { content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } } },
    ],
    [
      "form that is consumed as multipart",
      { consumes: ["multipart/form-data"], parameters: [text] },
      {},
      { content: { "multipart/form-data": form({ properties: { t: { type: "string" } } }) } },
    ],
    [
      "form of a document that consumes JSON",
      { parameters: [text] },
      { consumes: ["application/json"] },
      { content: { [urlEncoded]: form({ properties: { t: { type: "string" } } }) } },
    ],
    [
      "arrays in a form",
      {
        parameters: [
          { name: "m", in: "formData", type: "array", items: {}, collectionFormat: "multi" },
          { name: "c", in: "formData", type: "array", items: {} },
          { name: "p", in: "formData", type: "array", items: {}, collectionFormat: "pipes" },
        ],
      },
      {},
      {
        content: {
          [urlEncoded]: form(
            {
              properties: {
                m: { type: "array", items: {} },
                c: { type: "array", items: {} },
                p: { type: "array", items: {} },
              },
            },
            {
              encoding: {
                m: { style: "form", explode: true },
                c: { style: "form", explode: false },
                p: { style: "pipeDelimited", explode: false },
              },
            },
          ),
        },
      },
    ],
    [
      "those of OpenAPI 3 by reference",
      { requestBody: { $ref: "#/x-bodies/B" } },
      {
        "x-bodies": { B: { content: { "a/b": { $ref: "#/x-types/T" } } } },
        "x-types": { T: { schema: { type: "string", "x-nullable": true } } },
      },
      { content: { "a/b": { schema: { type: ["string", "null"] } } } },
    ],
  ])("2.0: %s", (_, operation, rest, want) => {
    const result = operationOf(operation, { definitions: { Pet: {} }, ...rest }) as JsonObject;
    expect(result).toEqual({ requestBody: want });
  });

  it("uses the path item's if the operation has none", () => {
    const pathItem = {
      parameters: [body, { name: "q", in: "query", type: "string" }],
      get: {},
      put: { parameters: [text] },
    };
    const root = { swagger: "2.0", paths: { "/a": pathItem } };
    expect(run(root, "2.0").root.paths).toEqual({
      "/a": {
        parameters: [{ name: "q", in: "query", schema: { type: "string" } }],
        get: { requestBody: json },
        put: { requestBody: { content: { [urlEncoded]: form({ properties: { t: { type: "string" } } }) } } },
      },
    });
  });
  it("merges the path item's form fields with the operation's", () => {
    const shared = { parameters: [text, { name: "u", in: "formData", type: "string" }] };
    const own = { parameters: [{ name: "t", in: "formData", type: "integer" }] };
    expect(operationOf(own, {}, shared)).toEqual({
      requestBody: {
        content: { [urlEncoded]: form({ properties: { t: { type: "integer" }, u: { type: "string" } } }) },
      },
    });
  });
  it("reports arrays in arrays, which are sent as JSON", () => {
    const nested = (place: string, inner: JsonObject): JsonObject => ({
      name: `in ${place}`,
      in: place,
      type: "array",
      collectionFormat: "pipes",
      items: inner,
    });
    const list = { type: "array", items: { type: "string" } };
    const parameters = [
      ...["path", "query", "header", "formData"].map((place) => nested(place, list)),
      { ...nested("query", { type: "string" }), name: "flat" },
    ];
    const { diagnostics } = run({ swagger: "2.0", paths: { "/a": { post: { parameters } } } }, "2.0");
    expect(diagnostics.map(({ code, message }) => [code, message]).sort()).toEqual(
      ["formData", "header", "path", "query"].map((place) => [
        "B44-330",
        `The inner arrays of "in ${place}" are sent as JSON, not by their \`collectionFormat\`.`,
      ]),
    );
  });
  it("reports a body and a form at once, and uses the body", () => {
    const root = { swagger: "2.0", paths: { "/a": { post: { operationId: "x", parameters: [text, body] } } } };
    const { root: result, diagnostics } = run(root, "2.0");
    expect(result.paths).toEqual({ "/a": { post: { operationId: "x", requestBody: json } } });
    expect(diagnostics.map((item) => item.code)).toEqual(["B44-113"]);
  });
  it.each<[places: string[], wanted: string[]]>([
    [["body"], []],
    [
      ["body", "body"],
      ['Operation "o" has more than one body parameter; the first one is used, the others are ignored.'],
    ],
    [
      ["body", "formData"],
      ['Operation "o" has both a body parameter and form parameters; the form parameters are ignored.'],
    ],
  ])("2.0: tells of parameters for the body that are too many: %j", (places, wanted) => {
    const parameters = places.map((place, index) => ({ name: `p${index}`, in: place, schema: {} }));
    const root = { swagger: "2.0", paths: { "/a": { post: { operationId: "o", parameters } } } };
    expect(run(root, "2.0").diagnostics.map(({ message }) => message)).toEqual(wanted);
  });

  it("leaves no body parameter among the components", () => {
    const root = { swagger: "2.0", parameters: { B: body, T: text, C: { $ref: "#/parameters/B" } } };
    expect(run(root, "2.0").root).toEqual({ openapi: "3.1.0" });
  });
  it("3.0: upgrades the schema", () => {
    const given = { content: { "a/b": { schema: { type: "string", nullable: true } } } };
    const root = {
      openapi: "3.0.0",
      components: { requestBodies: { A: given } },
      paths: { "/a": { post: { requestBody: given } } },
    };
    const result = run(root, "3.0").root;
    const want = { content: { "a/b": { schema: { type: ["string", "null"] } } } };
    expect(resolvePointer(result, "/components/requestBodies/A")).toEqual(want);
    expect(resolvePointer(result, "/paths/~1a/post/requestBody")).toEqual(want);
  });
  it.each<[given: JsonObject, want: JsonObject]>([
    [
      { schema: { type: "string", nullable: true } },
      { content: { "application/json": { schema: { type: ["string", "null"] } } } },
    ],
    [
      { schema: {}, content: { "a/b": {} } },
      { schema: {}, content: { "a/b": {} } },
    ],
    [{ schema: "text" }, { schema: "text" }],
  ])("3.0: a schema of its own counts where there is no content: %j", (given, want) => {
    const root = { openapi: "3.0.0", paths: { "/a": { post: { requestBody: given } } } };
    expect(resolvePointer(run(root, "3.0").root, "/paths/~1a/post/requestBody")).toEqual(want);
  });
});

describe("response object", () => {
  const definitions = { Pet: {} };
  const schema = { $ref: "#/definitions/Pet" };
  it.each<[string, JsonObject, JsonObject, JsonObject, JsonObject]>([
    ["no schema", {}, {}, { description: "d", examples: { "a/b": 1 } }, { description: "d" }],
    [
      "JSON by default",
      {},
      {},
      { description: "d", schema },
      { description: "d", content: { "application/json": { schema: PET } } },
    ],
    [
      "produces of the operation",
      { produces: ["a/b", "c/d"] },
      { produces: ["e/f"] },
      { schema },
      { content: { "a/b": { schema: PET }, "c/d": { schema: PET } } },
    ],
    ["produces of the document", {}, { produces: ["e/f"] }, { schema }, { content: { "e/f": { schema: PET } } }],
    [
      "an example in JSON, which is not produced",
      { produces: ["text/plain"] },
      {},
      { schema, examples: { "application/json": 1, "a/b": 2 } },
      { content: { "text/plain": { schema: PET }, "application/json": { schema: PET, example: 1 } } },
    ],
    [
      "an example in JSON beside other JSON",
      { produces: ["a/b+json"] },
      {},
      { schema, examples: { "application/json": 1 } },
      { content: { "a/b+json": { schema: PET } } },
    ],
    [
      "a file with an example in JSON",
      { produces: ["text/plain"] },
      {},
      { schema: { type: "file" }, examples: { "application/json": 1 } },
      { content: { "text/plain": { schema: { type: "string", format: "binary" } } } },
    ],
    [
      "file",
      {},
      { produces: ["application/json"] },
      { schema: { type: "file" } },
      { content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } } },
    ],
    [
      "file with produces",
      { produces: ["image/png"] },
      {},
      { schema: { type: "file" } },
      { content: { "image/png": { schema: { type: "string", format: "binary" } } } },
    ],
    ...(
      [
        [["application/json"], ["application/octet-stream"]],
        [["application/json", "text/xml"], ["application/octet-stream"]],
        [
          ["application/json", "application/pdf", "image/png", "application/xml"],
          ["application/pdf", "image/png"],
        ],
        [
          ["text/xml", "application/xml"],
          ["text/xml", "application/xml"],
        ],
        [["application/x-ndjson"], ["application/x-ndjson"]],
      ] satisfies [string[], string[]][]
    ).map(([produces, wanted]): [string, JsonObject, JsonObject, JsonObject, JsonObject] => [
      `file of an operation that produces ${produces}`,
      { produces },
      { produces: ["image/gif"] },
      { schema: { type: "file" } },
      { content: Object.fromEntries(wanted.map((name) => [name, { schema: { type: "string", format: "binary" } }])) },
    ]),
    [
      "examples",
      {},
      {},
      { schema, examples: { "application/json": { a: 1 }, "a/b": 2 } },
      { content: { "application/json": { schema: PET, example: { a: 1 } } } },
    ],
    [
      "headers",
      {},
      {},
      {
        headers: {
          A: { type: "integer", description: "d" },
          B: { type: "array", items: { type: "string" } },
          C: { type: "array", collectionFormat: "pipes" },
        },
      },
      {
        headers: {
          A: { description: "d", schema: { type: "integer" } },
          B: { schema: { type: "array", items: { type: "string" } } },
          C: { style: "pipeDelimited", explode: false, schema: { type: "array" } },
        },
      },
    ],
    ["reference", {}, {}, { $ref: "#/responses/R" }, { $ref: "#/components/responses/R" }],
    [
      "reference to what this operation produces differently",
      { produces: ["a/b"] },
      {},
      { $ref: "#/responses/R" },
      { description: "r", content: { "a/b": { schema: PET } } },
    ],
    [
      "reference to one without content",
      { produces: ["a/b"] },
      {},
      { $ref: "#/responses/E" },
      { $ref: "#/components/responses/E" },
    ],
    [
      "x-nullable",
      {},
      {},
      { schema: { type: "string" }, "x-nullable": true },
      { content: { "application/json": { schema: { type: ["string", "null"] } } } },
    ],
    ["reference to nothing", {}, {}, { $ref: "#/responses/X" }, { $ref: "#/components/responses/X" }],
  ])("2.0: %s", (_, operation, rest, given, want) => {
    const responses = { R: { description: "r", schema }, E: { description: "e" } };
    const result = operationOf({ ...operation, responses: { 200: given } }, { definitions, responses, ...rest });
    expect(result).toEqual({ responses: { 200: want } });
  });

  it("3.0: upgrades content and headers", () => {
    const nullable = { schema: { type: "string", nullable: true } };
    const given = {
      content: { "multipart/x": { ...nullable, encoding: { a: { headers: { H: nullable } } }, example: nullable } },
      headers: { H: nullable },
      links: { L: { parameters: nullable } },
    };
    const want = { schema: { type: ["string", "null"] } };
    const root = { openapi: "3.0.0", paths: { "/a": { get: { responses: { 200: given, "x-a": given } } } } };
    expect(resolvePointer(run(root, "3.0").root, "/paths/~1a/get/responses")).toEqual({
      200: {
        content: { "multipart/x": { ...want, encoding: { a: { headers: { H: want } } }, example: nullable } },
        headers: { H: want },
        links: { L: { parameters: nullable } },
      },
      "x-a": given,
    });
  });
});

it("2.0: includes headers from elsewhere", () => {
  const responses = { 200: { headers: { H: { $ref: "#/x-components/H" } } } };
  expect(operationOf({ responses }, { "x-components": { H: { type: "string" } } })).toEqual({
    responses: { 200: { headers: { H: { schema: { type: "string" } } } } },
  });
});

describe("server object", () => {
  it.each<[string, JsonObject, Json | undefined]>([
    [
      "everything",
      { host: "h.example:8080", basePath: "/v1/", schemes: ["http", "https"] },
      [{ url: "https://h.example:8080/v1" }, { url: "http://h.example:8080/v1" }],
    ],
    ["host", { host: "h.example" }, [{ url: "https://h.example" }]],
    ["http only", { host: "h.example", basePath: "/", schemes: ["http"] }, [{ url: "http://h.example" }]],
    ["web sockets only", { host: "h.example", schemes: ["wss"] }, [{ url: "https://h.example" }]],
    ["host with scheme", { host: "http://h.example/", basePath: "v1" }, [{ url: "http://h.example/v1" }]],
    ["basePath", { basePath: "/v1", schemes: ["https"] }, [{ url: "/v1" }]],
    ["basePath that is a URL", { basePath: "https://h.example/v1/" }, [{ url: "https://h.example/v1" }]],
    ["nothing", {}, undefined],
    ["other kinds", { host: 1, basePath: [], schemes: "https" }, undefined],
    ["OpenAPI 3's beside a host", { host: "h.example", servers: [{ url: "/x" }] }, [{ url: "https://h.example" }]],
  ])("%s", (_, given, want) => {
    const { root, diagnostics } = run({ swagger: "2.0", ...given }, "2.0");
    expect([root.servers, diagnostics]).toEqual([want, []]);
  });

  it.each<[schemes: Json, rest: JsonObject, want: Json | undefined]>([
    [["http"], {}, [{ url: "http://h.example" }]],
    [["HTTPS", "http"], {}, [{ url: "https://h.example" }, { url: "http://h.example" }]],
    [["https"], {}, undefined],
    [["https"], { schemes: ["http"] }, [{ url: "https://h.example" }]],
    [["wss"], { schemes: ["http"] }, undefined],
    [[], { schemes: ["http"] }, undefined],
    ["http", {}, undefined],
    [["http"], { host: "", basePath: "/v1" }, undefined],
  ])("of an operation with the schemes %j beside %j", (schemes, rest, want) => {
    const given: JsonObject = { host: "h.example", ...rest };
    const { root } = run({ swagger: "2.0", ...given, paths: { "/a": { get: { schemes } } } }, "2.0");
    expect(root.paths).toEqual({ "/a": { get: want === undefined ? {} : { servers: want } } });
  });

  it.each<JsonObject>([{}, { basePath: "/v1", schemes: ["https"] }])(
    "OpenAPI 3's in Swagger 2.0 beside %j",
    (given) => {
      const servers = [{ url: "https://h.example/v1" }];
      const { root, diagnostics } = run({ swagger: "2.0", servers, ...given }, "2.0");
      expect([root.servers, diagnostics.map(({ code }) => code)]).toEqual([servers, ["B44-113"]]);
    },
  );
});

describe("security scheme object", () => {
  const scopes = { a: "A" };
  it.each<[string, JsonObject, JsonObject]>([
    ["basic", { type: "basic", description: "d" }, { type: "http", scheme: "basic", description: "d" }],
    ["apiKey", { type: "apiKey", in: "header", name: "X" }, { type: "apiKey", in: "header", name: "X" }],
    [
      "implicit",
      { type: "oauth2", flow: "implicit", authorizationUrl: "u", scopes, "x-a": 1 },
      { type: "oauth2", "x-a": 1, flows: { implicit: { authorizationUrl: "u", scopes } } },
    ],
    [
      "password",
      { type: "oauth2", flow: "password", tokenUrl: "t" },
      { type: "oauth2", flows: { password: { tokenUrl: "t", scopes: {} } } },
    ],
    [
      "application",
      { type: "oauth2", flow: "application", tokenUrl: "t", scopes },
      { type: "oauth2", flows: { clientCredentials: { tokenUrl: "t", scopes } } },
    ],
    [
      "accessCode",
      { type: "oauth2", flow: "accessCode", authorizationUrl: "u", tokenUrl: "t", scopes: { a: "A", "x-b": 1 } },
      { type: "oauth2", flows: { authorizationCode: { authorizationUrl: "u", tokenUrl: "t", scopes } } },
    ],
    ["unknown", { type: "oauth2", flow: "other" }, { type: "oauth2", flow: "other" }],
    ["other case", { type: "apikey", in: "Header", name: "X" }, { type: "apiKey", in: "header", name: "X" }],
    ["OAuth2", { type: "OAuth2", flow: "other" }, { type: "oauth2", flow: "other" }],
    ["bearer", { type: "Bearer" }, { type: "http", scheme: "bearer" }],
    ["two words", { type: "basic_auth" }, { type: "http", scheme: "basic" }],
    ["a scheme in other words", { type: "http", scheme: "basic_auth" }, { type: "http", scheme: "basic" }],
    ["another scheme", { type: "http", scheme: "Token" }, { type: "http", scheme: "Token" }],
    ["JWT", { type: "JWT" }, { type: "http", scheme: "bearer" }],
    ["api-key", { type: "api-key", in: "headers", name: "X" }, { type: "apiKey", in: "header", name: "X" }],
  ])("%s", (_, given, want) => {
    const { root } = run({ swagger: "2.0", securityDefinitions: { s: given }, security: [{ s: [] }] }, "2.0");
    expect(root).toEqual({ openapi: "3.1.0", security: [{ s: [] }], components: { securitySchemes: { s: want } } });
  });
});

describe("a security scheme in other words", () => {
  it.each<[scheme: JsonObject, help: string[]]>([
    [{ type: "basic" }, []],
    [{ type: "Bearer" }, ["Write `type: http` and `scheme: bearer`."]],
    [{ type: "APIKey", in: "Query" }, ["Write `type: apiKey`.", "Write `in: query`."]],
    [{ type: "apiKey", in: "body" }, []],
    [{ type: "http", scheme: "bearer" }, []],
    [{ type: "http", scheme: "JWT" }, ["Write `scheme: bearer`."]],
    [{ type: "x" }, []],
  ])("is told of: %j", (scheme, help) => {
    const { diagnostics } = run({ swagger: "2.0", securityDefinitions: { s: scheme } }, "2.0");
    expect(diagnostics.map((one) => one.help)).toEqual(help);
  });
});

describe("the document", () => {
  it("keeps what OpenAPI 3.1 also has", () => {
    const kept = {
      info: { title: "t" },
      tags: [{ name: "a" }],
      externalDocs: { url: "u" },
      security: [],
      "x-a": { nullable: true },
    };
    const dropped = { host: "h", consumes: [], produces: [], schemes: [] };
    expect(run({ swagger: "2.0", ...kept, ...dropped, paths: {} }, "2.0").root).toEqual({
      openapi: "3.1.0",
      ...kept,
      servers: [{ url: "https://h" }],
      paths: {},
    });
  });
  it.each(["3.1", "3.2"] as const)("is the same object when it is %s already", (family) => {
    const schema = {
      type: ["string", "null"],
      properties: { a: { $ref: "#/paths/~1a/get/responses/200/content/x/schema" } },
    };
    const root: JsonObject = {
      ...versions[family],
      jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
      components: { schemas: { A: schema }, mediaTypes: { M: { itemSchema: schema } }, pathItems: { P: { get: {} } } },
      paths: {
        "/a": {
          $ref: "#/components/pathItems/P",
          parameters: [{ in: "querystring", name: "q", content: { a: { schema: true } } }],
          query: { requestBody: { content: { "a/b": { itemSchema: schema } } } },
          additionalOperations: { COPY: { responses: { 200: { content: { x: { schema } } } } } },
        },
      },
      webhooks: { w: { post: { responses: {} } } },
    };
    expect(run(root, family).root).toBe(root);
  });
  it("shares unchanged parts with the source", () => {
    const schema = { type: "object" };
    const operation = { parameters: [{ name: "a", in: "query", schema }], responses: {} };
    const root: JsonObject = {
      openapi: "3.0.0",
      paths: { "/a": { get: operation } },
      components: { schemas: { A: schema, B: { type: "string", nullable: true } } },
    };
    const result = run(root, "3.0").root;
    expect(result.paths).toBe(root.paths);
    expect(resolvePointer(result, "/components/schemas/A")).toBe(schema);
  });
  it("converts a shared object once", () => {
    const schema = { type: "string", nullable: true };
    const result = run({ openapi: "3.0.0", components: { schemas: { A: schema, B: { items: schema } } } }, "3.0").root;
    expect(resolvePointer(result, "/components/schemas/A")).toBe(resolvePointer(result, "/components/schemas/B/items"));
  });
  it("keeps members with names of Object.prototype", () => {
    const text =
      '{"swagger":"2.0","definitions":{"__proto__":{"x-nullable":true,"type":"string"},"constructor":{"type":"file"}}}';
    expect(JSON.stringify(run(JSON.parse(text), "2.0").root)).toBe(
      '{"openapi":"3.1.0","components":{"schemas":{"__proto__":{"type":["string","null"]},"constructor":{"type":"string","format":"binary"}}}}',
    );
  });
  it("carries origins", () => {
    const origins = new Origins();
    const body = { name: "b", in: "body", schema: {} };
    const response = { schema: {} };
    const operation = { parameters: [body], responses: { 200: response } };
    const definition = { type: "file" };
    origins.set(body, { file: "f", pointer: "/body" });
    origins.set(response, { file: "f", pointer: "/response" });
    origins.set(operation, { file: "f", pointer: "/operation" });
    origins.set(definition, { file: "f", pointer: "/definition" });
    const { root } = run(
      { swagger: "2.0", definitions: { A: definition }, paths: { "/a": { get: operation } } },
      "2.0",
      origins,
    );
    const origin = (pointer: string) => origins.of(resolvePointer(root, pointer) as JsonObject)?.pointer;
    expect(origin("/paths/~1a/get")).toBe("/operation");
    expect(origin("/paths/~1a/get/requestBody")).toBe("/body");
    expect(origin("/paths/~1a/get/responses/200")).toBe("/response");
    expect(origin("/paths/~1a/get/responses/200/content")).toBe("/response");
    expect(origin("/components/schemas/A")).toBe("/definition");
  });
});
