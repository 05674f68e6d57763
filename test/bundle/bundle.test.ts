import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Diagnostic, DiagnosticError, diagnostic } from "../../src/diagnostics/index.js";
import { isObject, type Json, type JsonObject, resolvePointer } from "../../src/json/index.js";
import { componentNames } from "../../src/spec/bundle/components/component-names.js";
import { bundle } from "../../src/spec/bundle/index.js";
import { loadSpec } from "../../src/spec/load/index.js";
import type { DocumentFailure, SpecFamily } from "../../src/spec/model.js";
import { References } from "../../src/spec/references/index.js";
import { listOperations, select } from "../../src/spec/select/index.js";
import { growthOf } from "../support/calls.js";
import {
  answering,
  bundled,
  type Files,
  failuresOf,
  openapi,
  parsed,
  type Spec,
  saidOf,
  selected,
  specOf,
} from "../support/pipeline.js";

/** The answer's schema, and the components, of a bundle of one operation. */
function bundledSchema(schema: Json, components: JsonObject = {}, files: Files = {}, rest: JsonObject = {}) {
  const { root } = bundled(specOf(openapi({ "/a": { get: answering(schema) } }, components, rest), files));
  return { schema: resolvePointer(root, ANSWER), components: root.components };
}

const ANSWER = "/paths/~1a/get/responses/200/content/application~1json/schema";
/** A reference, and one to a schema among the components. */
const to = ($ref: string) => ({ $ref });
const LONG = "CollectionResponseSimplePublicObjectWithAssociationsForwardPaging";
const named = (name: string) => to(`#/components/schemas/${name}`);

const text = { type: "string" };
const number = { type: "integer" };

/** What `bundle` takes for all operations of a spec. */
const inputOf = (spec: Spec) => ({
  spec: spec.loaded,
  selected: selected(spec),
  references: spec.references,
  failures: new Map<string, DocumentFailure>(),
});

describe("a reference to a schema", () => {
  interface Case {
    schema: Json;
    components?: JsonObject;
    files?: Files;
    rest?: JsonObject;
    want: { schema: Json; schemas?: JsonObject };
  }

  it.each<[what: string, given: Case]>([
    [
      "a component keeps its place, and only reached parts are included",
      {
        schema: named("A"),
        components: { schemas: { X: text, A: { properties: { b: named("B") } }, B: number } },
        want: { schema: named("A"), schemas: { A: { properties: { b: named("B") } }, B: number } },
      },
    ],
    [
      "a document becomes a component named after it",
      {
        schema: to("./models/pet.json"),
        files: { "models/pet.json": text },
        want: { schema: named("pet"), schemas: { pet: text } },
      },
    ],
    [
      "the same document by other relative paths is one component",
      {
        schema: { allOf: [to("models/a.json"), to("./models/../models/a.json#"), to("models/b.json")] },
        files: { "models/a.json": text, "models/b.json": { items: to("../models/a.json") } },
        want: {
          schema: { allOf: [named("a"), named("a"), named("b")] },
          schemas: { a: text, b: { items: named("a") } },
        },
      },
    ],
    [
      "documents that refer to each other end",
      {
        schema: to("a.json"),
        files: { "a.json": { items: to("b.json#/B") }, "b.json": { B: { items: to("a.json") } } },
        want: { schema: named("a"), schemas: { B: { items: named("a") }, a: { items: named("B") } } },
      },
    ],
    [
      "a document that refers to itself",
      {
        schema: to("tree.json"),
        files: { "tree.json": { items: to("#") } },
        want: { schema: named("tree"), schemas: { tree: { items: named("tree") } } },
      },
    ],
    [
      "a component that is nothing but a reference gives its name to what it leads to",
      {
        schema: { anyOf: [to("models/pet.json"), named("Animal"), named("Toy"), to("#/x-odd")] },
        components: { schemas: { Animal: to("models/pet.json"), Toy: to("#/x-odd") } },
        files: { "models/pet.json": { items: to("pet.json") } },
        rest: { "x-odd": text },
        want: {
          schema: { anyOf: [named("Animal"), named("Animal"), named("Toy"), named("Toy")] },
          schemas: { Animal: { items: named("Animal") }, Toy: text },
        },
      },
    ],
    [
      "of two components that are references to one document the first gives its name",
      {
        schema: { anyOf: [named("B"), named("A"), named("C")] },
        components: { schemas: { A: to("x.json"), B: to("x.json"), C: { ...to("x.json"), title: "C" } } },
        files: { "x.json": text },
        want: {
          schema: { anyOf: [named("B"), named("A"), named("C")] },
          schemas: { A: text, B: named("A"), C: { ...named("A"), title: "C" } },
        },
      },
    ],
    [
      "a schema of the root document, referred to from another one, is the document's own",
      {
        schema: to("a.json"),
        components: { schemas: { Own: text } },
        files: { "a.json": { items: to("openapi.json#/components/schemas/Own") } },
        want: { schema: named("a"), schemas: { Own: text, a: { items: named("Own") } } },
      },
    ],
    [
      "the name of a schema that the root document has is not taken",
      {
        schema: to("models/Pet.json"),
        components: { schemas: { pet: number } },
        files: { "models/Pet.json": text },
        want: { schema: named("models_Pet"), schemas: { models_Pet: text } },
      },
    ],
    [
      "documents of one name get the names of their folders",
      {
        schema: { anyOf: [to("v1/pet.json"), to("v2/pet.json")] },
        files: { "v1/pet.json": text, "v2/pet.json": number },
        want: { schema: { anyOf: [named("v1_pet"), named("v2_pet")] }, schemas: { v1_pet: text, v2_pet: number } },
      },
    ],
    [
      "schemas of one name in two documents get the names of these",
      {
        schema: { anyOf: [to("a.json#/$defs/Pet"), to("b.json#/$defs/Pet")] },
        files: { "a.json": { $defs: { Pet: text } }, "b.json": { $defs: { Pet: number } } },
        want: { schema: { anyOf: [named("a_Pet"), named("b_Pet")] }, schemas: { a_Pet: text, b_Pet: number } },
      },
    ],
    [
      "`#/definitions/…` of Swagger in an OpenAPI 3 document",
      {
        schema: to("#/definitions/A"),
        rest: { definitions: { A: { items: to("#/definitions/B") }, B: text } },
        want: { schema: named("A"), schemas: { A: { items: named("B") }, B: text } },
      },
    ],
    [
      "a property of a component",
      {
        schema: to("#/components/schemas/A/properties/b"),
        components: { schemas: { A: { properties: { b: text } } } },
        want: { schema: named("A_b"), schemas: { A_b: text } },
      },
    ],
    [
      "a part of a component behind references",
      {
        schema: to("#/components/schemas/A/properties/b/properties/c"),
        components: { schemas: { A: { properties: { b: named("B") } }, B: to("c.json#/C") } },
        files: { "c.json": { C: { properties: { c: text } } } },
        want: { schema: named("c_C_c"), schemas: { c_C_c: text } },
      },
    ],
    [
      "the schema of a parameter",
      {
        schema: to("#/components/parameters/limit/schema"),
        components: { parameters: { limit: { name: "limit", in: "query", schema: number } } },
        want: { schema: named("limit"), schemas: { limit: number } },
      },
    ],
    [
      "the schema of another operation's answer",
      {
        schema: to("#/paths/~1b~1{id}/get/responses/200/content/application~1json/schema"),
        rest: {
          paths: {
            "/a": { get: answering(to("#/paths/~1b~1{id}/get/responses/200/content/application~1json/schema")) },
            "/b/{id}": { get: answering(text) },
          },
        },
        want: { schema: named("b_id_get_200"), schemas: { b_id_get_200: text } },
      },
    ],
    [
      "an anchor",
      {
        schema: to("a.json#part"),
        files: { "a.json": { $defs: { x: { $anchor: "part", type: "string" } } } },
        want: { schema: named("x"), schemas: { x: text } },
      },
    ],
    [
      "a dynamic reference, taken as a plain one",
      {
        schema: named("Tree"),
        components: { schemas: { Tree: { $dynamicAnchor: "node", items: { $dynamicRef: "#node", title: "Node" } } } },
        want: {
          schema: named("Tree"),
          schemas: { Tree: { items: { $ref: "#/components/schemas/Tree", title: "Node" } } },
        },
      },
    ],
    [
      "a key with characters that a URI encodes, however it is written",
      {
        schema: {
          anyOf: ["foo%20bar", "foo bar", "Foo«Bar»", "Foo%C2%ABBar%C2%BB", "a~1b", "a%2Fb", "100%", "日本"].map(
            (key) => ({ $ref: `#/components/schemas/${key}` }),
          ),
        },
        components: { schemas: { "foo bar": text, "Foo«Bar»": text, "a/b": text, "100%": text, 日本: text } },
        want: {
          schema: {
            anyOf: [
              "foo%20bar",
              "foo%20bar",
              "Foo%C2%ABBar%C2%BB",
              "Foo%C2%ABBar%C2%BB",
              "a~1b",
              "a~1b",
              "100%25",
              "%E6%97%A5%E6%9C%AC",
            ].map((key) => ({ $ref: `#/components/schemas/${key}` })),
          },
          schemas: { "foo bar": text, "Foo«Bar»": text, "a/b": text, "100%": text, 日本: text },
        },
      },
    ],
    [
      "a file with characters that a URI encodes, however it is written",
      {
        schema: { anyOf: [to("my pet.json"), to("my%20pet.json")] },
        files: { "my%20pet.json": text },
        want: { schema: { anyOf: [named("my_pet"), named("my_pet")] }, schemas: { my_pet: text } },
      },
    ],
    [
      "a definition by its bare name, as Swagger 1.2 has it",
      {
        schema: to("Pet"),
        components: { schemas: { Pet: text } },
        want: { schema: named("Pet"), schemas: { Pet: text } },
      },
    ],
    [
      "a definition by its bare name, which is a sentence",
      {
        schema: to("The pet: one."),
        components: { schemas: { "The pet: one.": text } },
        want: { schema: named("The%20pet%3A%20one."), schemas: { "The pet: one.": text } },
      },
    ],
    [
      "a file by its name, of which there is a definition too",
      {
        schema: to("a.json"),
        components: { schemas: { "a.json": text } },
        files: { "a.json": number },
        want: { schema: named("a"), schemas: { a: number } },
      },
    ],
    [
      "a whole document by a slash alone",
      { schema: to("a.json#/"), files: { "a.json": text }, want: { schema: named("a"), schemas: { a: text } } },
    ],
    [
      "a component of the root document, from another one that has none of that name",
      {
        schema: to("a.json#/s"),
        components: { schemas: { Pet: text, Own: number } },
        files: {
          "a.json": {
            s: { properties: { pet: named("Pet"), own: named("Own") } },
            components: { schemas: { Own: text } },
          },
        },
        want: {
          schema: named("s"),
          schemas: { Pet: text, s: { properties: { pet: named("Pet"), own: named("a_Own") } }, a_Own: text },
        },
      },
    ],
    [
      "a pointer without its first slash",
      {
        schema: to("#components/schemas/Pet"),
        components: { schemas: { Pet: text } },
        want: { schema: named("Pet"), schemas: { Pet: text } },
      },
    ],
    [
      "a document by the URI that it gives itself",
      {
        schema: to("https://example.com/api#/components/schemas/Pet"),
        components: { schemas: { Pet: text } },
        rest: { $self: "https://example.com/api" },
        want: { schema: named("Pet"), schemas: { Pet: text } },
      },
    ],
    [
      "what stands beside it stays, and is followed, from OpenAPI 3.1 on",
      {
        schema: { $ref: "a.json", description: "d", properties: { b: to("b.json") } },
        files: { "a.json": text, "b.json": number },
        want: {
          schema: { $ref: "#/components/schemas/a", description: "d", properties: { b: named("b") } },
          schemas: { a: text, b: number },
        },
      },
    ],
    [
      "a circle of nothing but references ends",
      {
        schema: named("A"),
        components: { schemas: { A: named("B"), B: named("A") } },
        want: { schema: named("A"), schemas: { A: named("B"), B: named("A") } },
      },
    ],
    [
      "a value that is not a schema",
      {
        schema: { anyOf: [named("A"), named("B")] },
        components: { schemas: { A: null, B: [to("no.json")] } },
        want: {
          schema: { anyOf: [named("A"), named("B")] },
          schemas: { A: null, B: [to("no.json")] },
        },
      },
    ],
    [
      "maps in other documents replace references to them",
      {
        schema: { properties: to("p.json#/props"), $defs: to("p.json#/defs") },
        files: { "p.json": { props: { a: to("#/defs/A") }, defs: { A: text } } },
        want: { schema: { properties: { a: named("p_defs_A") }, $defs: { A: text } }, schemas: { p_defs_A: text } },
      },
    ],
    [
      "the schemas of a document whose section is in another one",
      {
        schema: named("Pet"),
        components: { schemas: to("schemas.json") },
        files: { "schemas.json": { Pet: { items: to("#/Toy") }, Toy: text } },
        want: { schema: named("Pet"), schemas: { Pet: { items: named("Toy") }, Toy: text } },
      },
    ],
  ])("%s", (_, { schema, components, files, rest, want }) => {
    const result = bundledSchema(schema, components, files, rest);
    expect(result.schema).toEqual(want.schema);
    expect(result.components).toEqual({ schemas: want.schemas });
  });

  it("is followed in every keyword of JSON Schema that contains schemas, and no other", () => {
    const ref = to("x.json");
    const schema = {
      ...Object.fromEntries(
        ["additionalProperties", "additionalItems", "items", "not", "if", "then", "else", "contains"].map((key) => [
          key,
          ref,
        ]),
      ),
      ...Object.fromEntries(
        ["propertyNames", "unevaluatedItems", "unevaluatedProperties", "contentSchema"].map((key) => [key, ref]),
      ),
      ...Object.fromEntries(["allOf", "anyOf", "oneOf", "prefixItems"].map((key) => [key, [ref, true, null, "x"]])),
      ...Object.fromEntries(
        ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"].map((key) => [
          key,
          { a: ref, b: false },
        ]),
      ),
    };
    const data = {
      default: ref,
      example: ref,
      examples: [ref],
      enum: [ref],
      const: ref,
      "x-a": ref,
      description: ref,
      unknown: ref,
    };
    const written = JSON.stringify(bundledSchema({ ...schema, ...data }, {}, { "x.json": text }).schema);
    expect(written).toBe(
      JSON.stringify({ ...schema, ...data }).replaceAll(/"x\.json"(?=[\s\S]*"default")/g, '"#/components/schemas/x"'),
    );
  });
});

describe("siblings of a reference before OpenAPI 3.1", () => {
  it.each(["2.0", "3.0.3"])("counts for nothing in %s, and is not followed", (version) => {
    const root = { [version === "2.0" ? "swagger" : "openapi"]: version, paths: {} };
    const schema = { $ref: "a.json", description: "d", properties: { b: to("absent.json") }, allOf: [to("#/absent")] };
    const answer = { description: "", schema };
    const result = bundled(
      specOf({ ...root, paths: { "/a": { get: { responses: { 200: answer } } } } }, { "a.json": text }),
    );
    const section = version === "2.0" ? "definitions" : "components/schemas";
    expect(resolvePointer(result.root, "/paths/~1a/get/responses/200/schema")).toEqual({
      $ref: `#/${section}/a`,
      description: "d",
    });
  });
});

describe("references in other objects", () => {
  it("become references to components of their kinds, in the version's sections", () => {
    const get = {
      parameters: [to("all.json#/parameters/p")],
      requestBody: to("all.json#/requestBodies/b"),
      responses: {
        "200": to("all.json#/responses/r"),
        default: { description: "", content: { "text/a": to("all.json#/mediaTypes/m") } },
      },
    };
    const schema = to("#/s");
    const all = {
      parameters: {
        p: { name: "p", in: "query", content: { "application/json": { schema, examples: { e: to("#/examples/e") } } } },
      },
      requestBodies: {
        b: {
          content: {
            "multipart/x": {
              itemSchema: schema,
              encoding: { f: { headers: { H: to("#/headers/h") } } },
              prefixEncoding: [{ headers: { H: to("#/headers/h") } }],
              itemEncoding: { encoding: { g: { headers: { H: to("#/headers/h") } } } },
            },
          },
        },
      },
      responses: { r: { description: "", headers: { H: to("#/headers/h") }, links: { l: to("#/links/l") } } },
      mediaTypes: { m: { schema } },
      headers: { h: { schema } },
      examples: { e: { value: to("data") } },
      links: { l: { operationId: "x" } },
      s: text,
    };
    const { root } = bundled(specOf({ ...openapi({ "/a": { get } }), openapi: "3.2.0" }, { "all.json": all }));
    const mapped = (given: Json): Json =>
      JSON.parse(
        JSON.stringify(given)
          .replaceAll('"#/s"', '"#/components/schemas/s"')
          .replaceAll(/"(?:all\.json)?#\/(\w+)\/(\w)"/g, '"#/components/$1/$2"'),
      );
    const { s, ...sections } = all;
    expect(root).toEqual({
      openapi: "3.2.0",
      info: { title: "Test", version: "1" },
      paths: mapped({ "/a": { get } }),
      components: { ...(mapped(sections) as JsonObject), schemas: { s } },
    });
  });

  it("become references to Swagger 2.0's sections, and to an extension for other objects", () => {
    const get = {
      parameters: [to("x.json#/p")],
      responses: { 200: to("x.json#/r"), 400: { description: "", headers: { H: to("x.json#/h") } } },
    };
    const files = {
      "x.json": {
        p: { name: "p", in: "body", schema: to("#/s") },
        r: { description: "", schema: to("#/s") },
        h: { type: "string" },
        s: text,
      },
    };
    const { root } = bundled(specOf({ swagger: "2.0", paths: { "/a": { get } } }, files));
    expect(root).toEqual({
      swagger: "2.0",
      paths: {
        "/a": {
          get: {
            parameters: [to("#/parameters/p")],
            responses: { 200: to("#/responses/r"), 400: { description: "", headers: { H: to("#/x-components/h") } } },
          },
        },
      },
      parameters: { p: { name: "p", in: "body", schema: to("#/definitions/s") } },
      responses: { r: { description: "", schema: to("#/definitions/s") } },
      definitions: { s: text },
      "x-components": { h: { type: "string" } },
    });
  });

  it("are replaced by whole arrays and maps: parameters, responses, content, headers", () => {
    const get = { parameters: to("x.json#/list"), responses: to("x.json#/map") };
    const files = {
      "x.json": {
        list: [to("#/p"), null],
        p: { name: "p", in: "query" },
        map: { "200": { description: "", content: to("#/content") } },
        content: { "application/json": { schema: to("#/s") } },
        s: text,
      },
    };
    const { root } = bundled(specOf(openapi({ "/a": { get } }), files));
    expect(root.paths).toEqual({
      "/a": {
        get: {
          parameters: [to("#/components/parameters/p"), null],
          responses: { "200": { description: "", content: { "application/json": { schema: named("s") } } } },
        },
      },
    });
  });

  describe("are replaced by maps, in which members beside the reference win", () => {
    const ok = { description: "", content: { "a/b": { schema: text } } };
    const files = {
      "x.json": {
        map: { a: to("#/s"), b: { properties: { c: to("#/s") } }, own: number },
        chain: { $ref: "y/z.json#/map", b: number, c: text },
        responses: { 200: { ...ok, headers: to("#/headers") }, 404: ok },
        headers: { H: { schema: to("#/s") }, X: { schema: text } },
        content: { "a/b": { schema: to("#/s") } },
        round: { $ref: "#/round", a: text },
        tree: { a: { properties: { $ref: "#/tree", b: text } } },
        operation: { operationId: "far", tags: ["t"], parameters: [to("#/p")], responses: { 200: to("#/r") } },
        operations: { COPY: { responses: to("#/responses") }, LOCK: { responses: {} } },
        p: { name: "p", in: "query", schema: text },
        r: ok,
        s: text,
      },
      "y/z.json": { map: { a: to("#/t"), b: text }, t: number },
    };
    const map = { a: named("s"), b: { properties: { c: named("s") } }, own: text };
    it.each<[what: string, schema: JsonObject, want: JsonObject]>([
      ["properties", { properties: { ...to("x.json#/map"), own: text } }, { properties: { ...map } }],
      ["patterns", { patternProperties: { ...to("x.json#/map"), own: text } }, { patternProperties: { ...map } }],
      ["definitions", { $defs: { ...to("x.json#/map"), own: text } }, { $defs: { ...map } }],
      ["none beside it", { properties: to("x.json#/map") }, { properties: { ...map, own: number } }],
      [
        "references to references",
        { properties: { ...to("x.json#/chain"), c: number } },
        { properties: { a: named("t"), b: number, c: number } },
      ],
      ["what leads nowhere", { properties: { ...to("#/absent"), own: text } }, { properties: { own: text } }],
      ["a circle", { properties: { ...to("x.json#/round"), own: text } }, { properties: { own: text, a: text } }],
      [
        "what holds itself",
        { properties: { ...to("x.json#/tree"), own: text } },
        { properties: { own: text, a: { properties: { b: text } } } },
      ],
    ])("%s", (_, schema, want) => {
      for (const format of ["json", "yaml"] as const) {
        const get = { responses: { 200: { description: "", content: { "application/json": { schema } } } } };
        const { root } = bundled(specOf(openapi({ "/a": { get } }), files, format));
        expect(resolvePointer(root, ANSWER)).toEqual(want);
      }
    });

    it("responses, headers, content", () => {
      const responses = {
        ...to("x.json#/responses"),
        404: { description: "", headers: { ...to("x.json#/headers"), X: { schema: number } } },
        500: { description: "", content: { ...to("x.json#/content"), "c/d": {} } },
      };
      const { root } = bundled(specOf(openapi({ "/a": { get: { responses } } }), files));
      expect(resolvePointer(root, "/paths/~1a/get/responses")).toEqual({
        200: { ...ok, headers: { H: { schema: named("s") }, X: { schema: text } } },
        404: { description: "", headers: { H: { schema: named("s") }, X: { schema: number } } },
        500: { description: "", content: { "a/b": { schema: named("s") }, "c/d": {} } },
      });
    });

    it("operations, and maps of them", () => {
      const get = { ...to("x.json#/operation"), operationId: "near", parameters: [to("#/components/parameters/q")] };
      const additionalOperations = { ...to("x.json#/operations"), LOCK: { responses: { 204: ok } } };
      const parameters = { q: { name: "q", in: "query", schema: text } };
      const root = { ...openapi({ "/a": { get, additionalOperations } }, { parameters }), openapi: "3.2.0" };
      const spec = specOf(root, files);
      expect(spec.entries.map(({ id, operationId, tags }) => [id, operationId, tags])).toEqual([
        ["get:/a", "near", ["t"]],
        ["LOCK:/a", undefined, []],
        ["COPY:/a", undefined, []],
      ]);
      expect(bundled(spec).root.paths).toEqual({
        "/a": {
          get: {
            operationId: "near",
            parameters: [to("#/components/parameters/q")],
            tags: ["t"],
            responses: { 200: to("#/components/responses/r") },
          },
          additionalOperations: {
            LOCK: { responses: { 204: ok } },
            COPY: {
              responses: { 200: { ...ok, headers: { H: { schema: named("s") }, X: { schema: text } } }, 404: ok },
            },
          },
        },
      });
    });

    it("components, if there is no operation that selects some", () => {
      const components = { schemas: { ...to("x.json#/map"), Z: text }, securitySchemes: to("x.json#/headers") };
      const { root } = bundled(specOf(openapi({}, components), files));
      expect(Object.keys((root.components as { schemas: JsonObject }).schemas)).toEqual([
        "Z",
        "s",
        "x_map_a",
        "x_map_b",
        "x_map_own",
      ]);
    });

    it("are reported once if they are wrong, at their place", () => {
      const faulty = { 200: { ...ok, content: { json: {} } }, 300: 1, 400: to("#/absent") };
      const get = () => ({ responses: { ...to("f.json#/r"), 500: 2 } });
      const spec = specOf(openapi({ "/a": { get: get() }, "/b": { get: get() } }), { "f.json": { r: faulty } });
      const { diagnostics, notUnderstood } = bundled(spec);
      const placeOf = ({ location }: Diagnostic) => `${location?.file} ${location?.pointer}`;
      expect([...diagnostics, ...notUnderstood].map(placeOf)).toEqual([
        "f.json /r/400/$ref",
        "f.json /r/300",
        "openapi.json /paths/~1a/get/responses/500",
        "openapi.json /paths/~1b/get/responses/500",
        "f.json /r/200/content/json",
      ]);
    });

    it("do not make a short document take forever", () => {
      const maps: JsonObject = { m0: { a: text } };
      for (let index = 1; index <= 60; index++) {
        const inner = to(`#/m${index - 1}`);
        maps[`m${index}`] = { a: { properties: { ...inner, x: text } }, b: { properties: { ...inner, y: text } } };
      }
      const { root } = bundled(
        specOf(openapi({ "/a": { get: answering({ properties: { ...to("x.json#/m60"), z: text } }) } }), {
          "x.json": maps,
        }),
      );
      expect(resolvePointer(root, `${ANSWER}${"/properties/b".repeat(60)}/properties/y`)).toEqual(text);
    });
  });

  it("are unchanged in data", () => {
    const ref = to("absent.json");
    const get = {
      ...answering({ type: "object", example: ref }),
      "x-a": ref,
      externalDocs: ref,
      servers: [ref],
      parameters: [{ name: "p", in: "query", example: ref, examples: { e: { value: ref } } }],
    };
    const { root } = bundled(specOf(openapi({ "/a": { get } })));
    expect(root.paths).toEqual({ "/a": { get } });
  });

  it("to missing examples and links are removed", () => {
    const broken = { a: to("absent.json"), b: to("#/absent"), c: to("#/components/examples/C"), d: { value: 1 } };
    const answer = {
      description: "",
      links: { ...broken, d: { operationId: "x" } },
      content: { "a/b": { examples: broken }, "c/d": { examples: to("absent.json") } },
    };
    const components = { examples: { C: to("#/components/examples/C") } };
    const { root } = bundled(specOf(openapi({ "/a": { get: { responses: { "200": answer } } } }, components)));
    expect(resolvePointer(root, "/paths/~1a/get/responses/200")).toEqual({
      description: "",
      links: { d: { operationId: "x" } },
      content: { "a/b": { examples: { d: { value: 1 } } }, "c/d": {} },
    });
  });
});

describe("discriminator mappings", () => {
  const mapped = (mapping: JsonObject, reached: string[]) => {
    const union = { oneOf: reached.map(($ref) => ({ $ref })), discriminator: { propertyName: "t", mapping } };
    const files = { "dog.json": text, "more.json": { definitions: { Hen: text } } };
    const schemas = {
      Cat: text,
      Cow: text,
      Tom: { $ref: "#/components/schemas/Kitten" },
      Kitten: { allOf: [{ $ref: "#/components/schemas/Young" }, { $ref: "#/components/schemas/Cat" }] },
      Young: { allOf: [{ $ref: "#/components/schemas/Young" }, { $ref: "#/components/schemas/Kitten" }] },
    };
    const { schema } = bundledSchema(union, { schemas }, files);
    return resolvePointer(schema as Json, "/discriminator/mapping");
  };

  it.each<[what: string, mapping: JsonObject, reached: string[], want: JsonObject]>([
    [
      "stays where nothing moves",
      { cat: "#/components/schemas/Cat", c: "Cat" },
      ["#/components/schemas/Cat"],
      { cat: "#/components/schemas/Cat", c: "Cat" },
    ],
    [
      "leads to what was moved in",
      { dog: "dog.json", hen: "more.json#/definitions/Hen" },
      ["dog.json", "more.json#/definitions/Hen"],
      { dog: "#/components/schemas/dog", hen: "#/components/schemas/Hen" },
    ],
    [
      "loses what the bundle does not have",
      { cat: "Cat", cow: "#/components/schemas/Cow", c: "Cow" },
      ["#/components/schemas/Cat"],
      { cat: "Cat" },
    ],
    [
      "resolves to the original file or place if it still refers to it",
      { cat: "./schemas/Cat.yaml", c: "#/definitions/Cat" },
      ["#/components/schemas/Cat"],
      { cat: "#/components/schemas/Cat", c: "#/components/schemas/Cat" },
    ],
    [
      "leads to a parent of what the bundle does not have",
      { cat: "Cat", tom: "Tom", kitten: "#/components/schemas/Kitten" },
      ["#/components/schemas/Cat"],
      { cat: "Cat", tom: "#/components/schemas/Cat", kitten: "#/components/schemas/Cat" },
    ],
    [
      "keeps what is not understood",
      { cat: "Cat", a: "#Cat", b: "Absent", c: 7, d: null, e: "absent.json", f: "" },
      ["#/components/schemas/Cat"],
      { cat: "Cat", a: "#Cat", b: "Absent", c: 7, d: null, e: "absent.json", f: "" },
    ],
  ])("%s", (_, mapping, reached, want) => {
    expect(mapped(mapping, reached)).toEqual(want);
  });

  it("refer to the schemas that it selects, or to those at the root of a document without components", () => {
    const mapping = { cat: "Cat", hen: "Hen", pup: "Pup", cow: "Cow" };
    const animals = {
      Any: { oneOf: [to("#/Cat"), to("hens/Hen.json")], discriminator: { propertyName: "t", mapping } },
      Base: { discriminator: { propertyName: "t", mapping: { pup: "Pup", no: "Absent" } } },
      Cat: { title: "theirs" },
      Pup: { allOf: [to("#/Base")] },
    };
    const files = { "animals.json": animals, "hens/Hen.json": text, "b.json": { Pup: text } };
    const all = ["animals.json#/Any", "animals.json#/Pup", "b.json#/Pup"].map(to);
    const spec = specOf(
      openapi({ "/a": { get: answering({ anyOf: all }) } }, { schemas: { Cat: text, Cow: text } }),
      files,
    );
    const { root, diagnostics } = bundled(spec);
    const mappingOf = (name: string) => resolvePointer(root, `/components/schemas/${name}/discriminator/mapping`);
    const pup = "#/components/schemas/animals_Pup";
    expect(mappingOf("Any")).toEqual({ cat: "#/components/schemas/animals_Cat", hen: "Hen", pup });
    expect(mappingOf("Base")).toEqual({ pup, no: "Absent" });
    expect(diagnostics.map(({ message, help }) => [message, help])).toEqual([
      [
        'The reference "Absent" points to nothing; its target is ignored in get:/a.',
        "Fix the value in the discriminator's `mapping`: it must be the name of a component schema, or a reference to a schema.",
      ],
    ]);
  });

  it.each<[what: string, mapping: JsonObject | undefined, chosen: string[], want: JsonObject | undefined]>([
    ["schemas that get another name", undefined, ["#/Cat", "#/Hen"], { Cat: "#/components/schemas/animals_Cat" }],
    ["a whole file", undefined, ["more/Cat.json", "#/Hen"], { Cat: "#/components/schemas/more_Cat" }],
    ["one that has a value", { c: "#/Cat" }, ["#/Cat"], { c: "#/components/schemas/animals_Cat" }],
    [
      "others than have a value",
      { h: "Hen" },
      ["#/Cat", "#/Hen"],
      { h: "Hen", Cat: "#/components/schemas/animals_Cat" },
    ],
    ["none if a value is unknown", { h: "Absent" }, ["#/Cat", "#/Hen"], { h: "Absent" }],
    ["none that is the name of another", undefined, ["#/Cat", "openapi.json#/components/schemas/Cat"], undefined],
    [
      "one of two that had the same",
      undefined,
      ["#/Cat", "more/Cat.json"],
      { Cat: "#/components/schemas/animals_Cat" },
    ],
    ["schemas that keep their names", undefined, ["#/Hen"], undefined],
    ["those that the root document names", undefined, ["kitty.json", "#/Hen"], undefined],
  ])("get the names that schemas had before as values: %s", (_, mapping, chosen, want) => {
    const union = { oneOf: chosen.map(to), discriminator: { propertyName: "t", ...(mapping ? { mapping } : {}) } };
    const files = { "animals.json": { union, Cat: text, Hen: text }, "more/Cat.json": text, "kitty.json": text };
    const schemas = { Cat: { ...text }, Kitty: to("kitty.json") };
    const { root } = bundled(
      specOf(openapi({ "/a": { get: answering(to("animals.json#/union")) } }, { schemas }), files),
    );
    expect(resolvePointer(root, "/components/schemas/union/discriminator/mapping")).toEqual(want);
  });

  it.each<[written: Json, want: Json | undefined, said: string[]]>([
    ["Cat", "Cat", []],
    ["#/components/schemas/Cat", "#/components/schemas/Cat", []],
    ["dog.json", "#/components/schemas/dog", []],
    ["more.json#/definitions/Hen", "#/components/schemas/Hen", []],
    ["Kitten", "#/components/schemas/Cat", []],
    ["Cow", undefined, []],
    ["Absent", "Absent", ['The reference "Absent" points to nothing; its target is ignored in get:/a.']],
    [1, 1, []],
  ])("the schema of values that are not there (%j) is %j", (defaultMapping, want, said) => {
    const oneOf = ["#/components/schemas/Cat", "dog.json", "more.json#/definitions/Hen"].map(to);
    const union = { oneOf, discriminator: { propertyName: "t", defaultMapping } };
    const files = { "dog.json": text, "more.json": { definitions: { Hen: text } } };
    const schemas = { Cat: text, Cow: text, Kitten: { allOf: [named("Cat")] } };
    const { root, diagnostics } = bundled(specOf(openapi({ "/a": { get: answering(union) } }, { schemas }), files));
    const discriminator = resolvePointer(root, `${ANSWER}/discriminator`);
    expect(discriminator).toEqual({ propertyName: "t", ...(want === undefined ? {} : { defaultMapping: want }) });
    expect(diagnostics.map(({ message }) => message)).toEqual(said);
    expect(diagnostics.map(({ location }) => location?.pointer)).toEqual(
      said.map(() => `${ANSWER}/discriminator/defaultMapping`),
    );
  });

  it("lose the children of a schema that is not one of the alternatives", () => {
    const mapping = { pet: "Pet", cat: "Cat" };
    const Pet = { type: "object", discriminator: { propertyName: "t", mapping } };
    const schemas = { Pet, Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }] } };
    const { components } = bundledSchema(named("Pet"), { schemas });
    expect(resolvePointer(components!, "/schemas/Pet/discriminator/mapping")).toEqual({ pet: "Pet" });
  });
});

describe("parts that are included without a reference", () => {
  it("the selected operations and the members of their path items, but no callbacks", () => {
    const shared = { summary: "s", "x-a": 1, servers: [{ url: "/" }], parameters: [{ name: "p", in: "query" }] };
    const callbacks = { c: to("absent.json") };
    const root = openapi({
      "/a": { ...shared, get: { operationId: "a", callbacks }, post: { operationId: "b" } },
      "/b": { get: {}, additionalOperations: { COPY: { operationId: "c", callbacks }, MOVE: {} } },
      "/c": { get: {} },
    });
    const result = bundled(specOf(root), ["id:a", "id:c"]).root;
    expect(result.paths).toEqual({
      "/a": { ...shared, get: { operationId: "a" } },
      "/b": { additionalOperations: { COPY: { operationId: "c" } } },
    });
  });

  it("the members of the root object that concern all operations", () => {
    const rest = {
      jsonSchemaDialect: "https://example.com/dialect",
      servers: [{ url: "https://example.com" }],
      security: [{ key: [] }],
      externalDocs: { url: "https://example.com" },
      tags: [{ name: "Used" }, { name: "Unused" }, null, "x", { name: 1 }, { name: 2 }],
      webhooks: { w: { post: {} } },
      "x-a": 1,
    };
    const result = bundled(specOf(openapi({ "/a": { get: { tags: ["Used", 1] } } }, {}, rest))).root;
    expect(result).toEqual({
      openapi: "3.1.0",
      info: { title: "Test", version: "1" },
      jsonSchemaDialect: rest.jsonSchemaDialect,
      servers: rest.servers,
      security: rest.security,
      externalDocs: rest.externalDocs,
      paths: { "/a": { get: { tags: ["Used", 1] } } },
      tags: [{ name: "Used" }, { name: 1 }],
    });
  });

  const schemes = {
    a: { type: "http" },
    b: to("#/components/securitySchemes/c"),
    c: to("s.json#/token"),
    d: { type: "x" },
    unused: {},
  };
  it.each<[what: string, security: Json | undefined, wanted: JsonObject]>([
    ["the document's if the operation has none", undefined, { d: { type: "x" } }],
    ["the operation's own", [{ a: [] }, {}], { a: { type: "http" } }],
    ["none if the operation says so", [], {}],
    [
      "by references, under the name that the requirement has",
      [{ b: [] }],
      { b: to("#/components/securitySchemes/c"), c: { type: "oauth2" } },
    ],
    ["by its URI", [{ "#/components/securitySchemes/a": [] }], { a: { type: "http" } }],
    ["none that are not declared", [{ absent: [], constructor: [], a: [] }, "x", null], { a: { type: "http" } }],
  ])("security schemes: %s", (_, security, wanted) => {
    const get: JsonObject = security === undefined ? {} : { security };
    const root = openapi({ "/a": { get } }, { securitySchemes: schemes }, { security: [{ d: [] }] });
    const result = bundled(specOf(root, { "s.json": { token: { type: "oauth2" } } })).root;
    expect(result.components).toEqual(Object.keys(wanted).length === 0 ? undefined : { securitySchemes: wanted });
  });

  describe("security schemes by their URIs (OpenAPI 3.2)", () => {
    const files = {
      "auth.json": { components: { securitySchemes: { token: { type: "http" }, a: { type: "apiKey" } } } },
      "basic.json": { type: "http", scheme: "basic" },
    };
    const rest = { openapi: "3.2.0" };
    const components = { securitySchemes: { a: { type: "oauth2" }, "b/c": { type: "openIdConnect" } } };

    it.each<[what: string, name: string, wanted: JsonObject]>([
      ["of this document", "#/components/securitySchemes/a", { a: { type: "oauth2" } }],
      ["of another document", "auth.json#/components/securitySchemes/token", { token: { type: "http" } }],
      ["a whole document", "./basic.json", { basic: { type: "http", scheme: "basic" } }],
      [
        "under another name than one of this document",
        "auth.json#/components/securitySchemes/a",
        {
          auth_a: { type: "apiKey" },
        },
      ],
      ["a name that looks like a URI comes first", "b/c", { "b/c": { type: "openIdConnect" } }],
    ])("%s", (_, name, wanted) => {
      const requirement = { [name]: ["scope"] };
      const security = [{}, requirement];
      const said = [Object.fromEntries(Object.keys(wanted).map((key) => [key, ["scope"]]))];
      const ofOperation = bundled(specOf(openapi({ "/a": { get: { security } } }, components, rest), files)).root;
      expect(ofOperation.components).toEqual({ securitySchemes: wanted });
      expect(resolvePointer(ofOperation, "/paths/~1a/get/security")).toEqual([{}, ...said]);
      const ofDocument = bundled(specOf(openapi({ "/a": { get: {} } }, components, { ...rest, security }), files)).root;
      expect(ofDocument.components).toEqual({ securitySchemes: wanted });
      expect(ofDocument.security).toEqual([{}, ...said]);
    });

    it("relative to their own document", () => {
      const paths = { "/a": to("paths/a.json") };
      const get = { security: [{ "../auth.json#/components/securitySchemes/token": [], a: [] }] };
      const root = bundled(specOf(openapi(paths, components, rest), { ...files, "paths/a.json": { get } })).root;
      expect(resolvePointer(root, "/paths/~1a/get/security")).toEqual([{ token: [], a: [] }]);
      expect(root.components).toEqual({ securitySchemes: { a: { type: "oauth2" }, token: { type: "http" } } });
    });

    it.each<[version: string, name: string, wanted: string[]]>([
      ["3.2.0", "#/components/securitySchemes/x", ['The reference "#/components/securitySchemes/x" points to nothing']],
      ["3.2.0", "auth.json#/x", ['The reference "auth.json#/x" points to nothing']],
      ["3.2.0", "x", ['The security scheme "x" is not declared']],
      ["3.1.0", "auth.json#/x", ['The security scheme "auth.json#/x" is not declared']],
    ])("in %s %s leads nowhere", (openapiVersion, name, wanted) => {
      const security = [{ [name]: [] }];
      const get = { security, responses: {} };
      const spec = specOf(openapi({ "/a": { get } }, components, { openapi: openapiVersion }), files);
      const { root, diagnostics, notUnderstood } = bundled(spec);
      expect([...diagnostics, ...notUnderstood].map(({ message }) => message)).toEqual(
        wanted.map((text) => expect.stringContaining(text)),
      );
      expect(resolvePointer(root, "/paths/~1a/get/security")).toEqual(security);
    });

    it("are not resolved if no operation needs the document's", () => {
      const rest32 = { ...rest, security: [{ "gone.json": [] }] };
      const spec = specOf(openapi({ "/a": { get: { security: [{ a: [] }] } } }, components, rest32), files);
      expect(bundled(spec).root.components).toEqual({ securitySchemes: { a: { type: "oauth2" } } });
    });
  });

  it("the security schemes of Swagger 2.0", () => {
    const root = {
      swagger: "2.0",
      paths: { "/a": { get: { security: [{ a: [] }] } } },
      securityDefinitions: { a: { type: "basic" }, b: {} },
    };
    expect(bundled(specOf(root)).root.securityDefinitions).toEqual({ a: { type: "basic" } });
  });
});

describe("path items by reference", () => {
  it("are inlined, with their references relative to their own document", () => {
    const root = openapi({
      "/a": { $ref: "paths/a.json", summary: "own", parameters: [{ name: "p", in: "query", description: "own" }] },
    });
    const files: Files = {
      "paths/a.json": {
        summary: "other",
        description: "d",
        parameters: [{ name: "p", in: "query" }, to("../p.json")],
        get: to("get.json"),
        put: answering(to("../s.json")),
      },
      "paths/get.json": answering(to("../s.json")),
      "p.json": { name: "q", in: "query" },
      "s.json": text,
    };
    const answer = answering(named("s"));
    expect(bundled(specOf(root, files)).root.paths).toEqual({
      "/a": {
        summary: "own",
        description: "d",
        parameters: [
          { name: "p", in: "query" },
          to("#/components/parameters/p"),
          { name: "p", in: "query", description: "own" },
        ],
        get: answer,
        put: answer,
      },
    });
  });
});

describe("keys that are members of every object", () => {
  it("are ordinary keys", () => {
    const keys = ["__proto__", "constructor", "toString"];
    const schemas = keys.map(
      (key) => `${JSON.stringify(key)}: { "title": "${key}", "properties": { "__proto__": { "$ref": "x.json" } } }`,
    );
    const refs = keys.map((key) => `{ "$ref": "#/components/schemas/${key}" }`);
    const scheme = '{ "__proto__": { "type": "http" } }';
    const operation = `{ "parameters": [{ "name": "__proto__", "in": "query" }], "security": [{ "__proto__": [] }], "responses": { "__proto__": { "description": "d" }, "200": { "content": { "application/json": { "schema": { "anyOf": [${refs}] } } } } } }`;
    const root = parsed(
      `{ "openapi": "3.1.0", "paths": { "__proto__": { "get": ${operation} } }, "components": { "schemas": { ${schemas} }, "securitySchemes": ${scheme} } }`,
    );
    const written = JSON.stringify(bundled(specOf(root, { "x.json": text })).root.components);
    expect(written).toBe(
      `{"securitySchemes":{"__proto__":{"type":"http"}},"schemas":{${keys.map((key) => `"${key}":{"title":"${key}","properties":{"__proto__":{"$ref":"#/components/schemas/x"}}}`)},"x":{"type":"string"}}}`,
    );
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it("are not found if the document does not have them", () => {
    for (const key of ["__proto__", "constructor", "hasOwnProperty"]) {
      const spec = specOf(openapi({ "/a": { get: answering({ $ref: `#/components/schemas/${key}` }) } }));
      expect(bundled(spec).diagnostics.map(({ code }) => code)).toEqual(["B44-108"]);
    }
  });
});

describe("references that cannot be followed", () => {
  const said = (root: JsonObject, files: Files = {}, failures?: ReadonlyMap<string, DocumentFailure>) =>
    saidOf(() => bundled(specOf(root, files), "all", failures).diagnostics).map(({ code, location }) => [
      code,
      `${location?.file}#${location?.pointer}`,
    ]);

  it.each<[what: string, schema: Json, components: JsonObject, files: Files, wanted: [string, string][]]>([
    ["nowhere", to("#/absent"), {}, {}, [["B44-108", `openapi.json#${ANSWER}/$ref`]]],
    [
      "nowhere in a document that was read",
      { items: to("a.json#/absent") },
      {},
      { "a.json": {} },
      [["B44-108", `openapi.json#${ANSWER}/items/$ref`]],
    ],
    [
      "nowhere from another document",
      to("a.json"),
      {},
      { "a.json": { items: [{}, to("#/absent")] } },
      [["B44-108", "a.json#/items/1/$ref"]],
    ],
    ["to a value that is not a schema", to("#/info/title"), {}, {}, [["B44-108", `openapi.json#${ANSWER}/$ref`]]],
    [
      "through a value that is not an object",
      to("#/info/title/x"),
      {},
      {},
      [["B44-108", `openapi.json#${ANSWER}/$ref`]],
    ],
    [
      "to a missing item of an array",
      to("#/components/schemas/A/allOf/01"),
      { schemas: { A: { allOf: [{}, {}] } } },
      {},
      [["B44-108", `openapi.json#${ANSWER}/$ref`]],
    ],
    [
      "round through pointers",
      to("#/components/schemas/A/x"),
      { schemas: { A: to("#/components/schemas/B/y"), B: to("#/components/schemas/A/x") } },
      {},
      [["B44-108", `openapi.json#${ANSWER}/$ref`]],
    ],
    ["to standard input", to("stdin:"), {}, {}, [["B44-108", `openapi.json#${ANSWER}/$ref`]]],
    [
      "to a value that is not a map",
      { properties: to("#/info/title") },
      {},
      {},
      [["B44-108", `openapi.json#${ANSWER}/properties/$ref`]],
    ],
    ["to the only item of an array", { allOf: to("#/components/schemas/A") }, { schemas: { A: text } }, {}, []],
    [
      "to a value that is not an array",
      { allOf: to("#/info") },
      {},
      {},
      [["B44-108", `openapi.json#${ANSWER}/allOf/$ref`]],
    ],
    [
      "to a map that holds itself",
      named("A"),
      { schemas: { A: { properties: { a: { properties: to("#/components/schemas/A/properties") } } } } },
      {},
      [["B44-112", "openapi.json#/components/schemas/A/properties/a/properties/$ref"]],
    ],
    [
      "to a map that is a reference to itself",
      { properties: named("A") },
      { schemas: { A: named("A") } },
      {},
      [["B44-112", `openapi.json#${ANSWER}/properties/$ref`]],
    ],
    [
      "several, each once",
      { anyOf: [to("#/a"), to("#/b"), to("#/a")] },
      {},
      {},
      [
        ["B44-108", `openapi.json#${ANSWER}/anyOf/0/$ref`],
        ["B44-108", `openapi.json#${ANSWER}/anyOf/1/$ref`],
      ],
    ],
  ])("%s", (_, schema, components, files, wanted) => {
    expect(said(openapi({ "/a": { get: answering(schema) } }, components), files)).toEqual(wanted);
  });

  it.each<[what: string, operation: JsonObject, components: JsonObject, pointer: string]>([
    [
      "parameters",
      { parameters: [to("#/components/parameters/A")] },
      { parameters: { A: to("#/components/parameters/B"), B: to("#/components/parameters/A") } },
      "/parameters/0/$ref",
    ],
    [
      "request bodies",
      { requestBody: to("#/components/requestBodies/A") },
      { requestBodies: { A: to("#/components/requestBodies/A") } },
      "/requestBody/$ref",
    ],
    [
      "responses",
      { responses: { 200: to("#/components/responses/A") } },
      { responses: { A: to("#/components/responses/B"), B: to("#/components/responses/B") } },
      "/responses/200/$ref",
    ],
    [
      "headers",
      { responses: { 200: { headers: { H: to("#/components/headers/A") } } } },
      { headers: { A: to("#/components/headers/A") } },
      "/responses/200/headers/H/$ref",
    ],
  ])("a circle of %s", (_, operation, components, pointer) => {
    expect(said(openapi({ "/a": { get: operation } }, components))).toEqual([
      ["B44-112", `openapi.json#/paths/~1a/get${pointer}`],
    ]);
  });

  it("an operation that is a broken reference", () => {
    expect(said(openapi({ "/a": { get: to("#/absent") } }))).toEqual([["B44-108", "openapi.json#/paths/~1a/get/$ref"]]);
  });

  it("of several operations are reported at the first", () => {
    const get = answering(to("#/absent"));
    expect(said(openapi({ "/a": { get: answering(text) }, "/b": { get }, "/c": { get } }))).toEqual([
      ["B44-108", "openapi.json#/paths/~1b/get/responses/200/content/application~1json/schema/$ref"],
    ]);
  });

  it("matter only if the selection reaches them", () => {
    const root = openapi({ "/a": { get: answering(to("#/absent")) }, "/b": { get: answering(text) } });
    expect(Object.keys(bundled(specOf(root), ["get:/b"]).root.paths as object)).toEqual(["/b"]);
  });

  it("to documents that were not read are missing documents", () => {
    const spec = specOf(
      openapi({ "/a": { get: answering({ anyOf: [to("a.json#/A"), to("b.json"), to("#/absent")] }) } }),
      { "b.json": to("c.json") },
    );
    const result = bundle(inputOf(spec));
    expect(result.missing?.map(({ ref, base, location }) => [ref, base, location?.pointer])).toEqual([
      ["a.json#/A", "file:///api/openapi.json", `${ANSWER}/anyOf/0/$ref`],
      ["c.json", "file:///api/b.json", "/$ref"],
    ]);
  });

  it("to a map in a document that was not read are missing documents too", () => {
    const spec = specOf(openapi({ "/a": { get: answering({ properties: to("p.json") }) } }));
    const result = bundle(inputOf(spec));
    expect(result.missing?.map(({ ref }) => ref)).toEqual(["p.json"]);
  });

  it("to unreadable documents have the diagnostic of reading them, at the reference or inside the document", () => {
    const failures = failuresOf([
      ["file:///api/a.json", diagnostic("B44-110", { message: "not there" })],
      ["file:///etc/c", diagnostic("B44-109", { message: "outside" })],
    ]);
    const root = openapi({ "/a": { get: answering({ anyOf: [to("a.json"), to("/etc/c")] }) } });
    expect(said(root, {}, failures)).toEqual([
      ["B44-110", `openapi.json#${ANSWER}/anyOf/0/$ref`],
      ["B44-109", `openapi.json#${ANSWER}/anyOf/1/$ref`],
    ]);
    const place = { file: "b.json", pointer: "", line: 7 };
    const broken = failuresOf([["file:///api/b.json", diagnostic("B44-110", { message: "broken", location: place })]]);
    expect(said(openapi({ "/a": { get: answering(to("b.json")) } }), {}, broken)).toEqual([["B44-110", "b.json#"]]);
  });
});

describe("objects that occur in several places of a document", () => {
  it("are changed in all of them, and remain one object", () => {
    const shared = { properties: { a: to("x.json") } };
    const parameter = { name: "p", in: "query", schema: shared };
    const root = openapi({
      "/a": {
        get: { ...answering({ anyOf: [shared, { items: shared }] }), parameters: [parameter] },
        put: { parameters: [parameter] },
      },
    });
    const spec = specOf(root, { "x.json": text }, "yaml");
    const { paths } = bundled(spec).root;
    const wanted = { properties: { a: named("x") } };
    expect(resolvePointer(paths as Json, "/~1a/get/responses/200/content/application~1json/schema")).toEqual({
      anyOf: [wanted, { items: wanted }],
    });
    expect(resolvePointer(paths as Json, "/~1a/put/parameters/0")).toEqual({ ...parameter, schema: wanted });
    expect(resolvePointer(paths as Json, "/~1a/put/parameters/0")).toBe(
      resolvePointer(paths as Json, "/~1a/get/parameters/0"),
    );
  });

  it("do not make a short document take forever", () => {
    let schema: JsonObject = to("x.json");
    for (let depth = 0; depth < 200; depth++) schema = { anyOf: [schema, schema] };
    const { root } = bundled(specOf(openapi({ "/a": { get: answering(schema) } }), { "x.json": text }, "yaml"));
    let found = resolvePointer(root, ANSWER);
    for (let depth = 0; depth < 200; depth++) found = resolvePointer(found as Json, `/anyOf/${depth % 2}`);
    expect(found).toEqual(named("x"));
  });

  it("may be of several kinds", () => {
    const both = { schema: to("x.json"), items: to("y.json") };
    const root = openapi({ "/a": { get: { responses: { 200: { content: { "a/b": both }, headers: { H: both } } } } } });
    const { root: result } = bundled(specOf(root, { "x.json": text, "y.json": text }, "yaml"));
    const response = resolvePointer(result, "/paths/~1a/get/responses/200");
    expect(response).toEqual({
      content: { "a/b": { schema: named("x"), items: to("y.json") } },
      headers: { H: { schema: named("x"), items: named("y") } },
    });
  });
});

describe("deep documents", () => {
  it.each<[what: string, wrap: (inner: JsonObject) => JsonObject, levels: number]>([
    ["arrays of lists", (items) => ({ items }), 1_990],
    ["objects in objects", (a) => ({ properties: { a } }), 995],
    ["alternatives", (inner) => ({ anyOf: [inner] }), 995],
  ])("%s of 2,000 levels are bundled", (_, wrap, levels) => {
    let schema: JsonObject = to("x.json");
    for (let level = 0; level < levels; level++) schema = wrap(schema);
    const { components } = bundledSchema(schema, {}, { "x.json": text });
    expect(components).toEqual({ schemas: { x: text } });
  });

  it("a chain of ten thousand references is followed", () => {
    const schemas: JsonObject = { S9999: { properties: { a: text } } };
    for (let index = 0; index < 9_999; index++) schemas[`S${index}`] = { $ref: `#/components/schemas/S${index + 1}` };
    const { components } = bundledSchema(to("#/components/schemas/S0/properties/a"), { schemas });
    expect(components).toEqual({ schemas: { S9999_a: text } });
  });
});

describe("names of parts from other documents", () => {
  const files: Files = {
    "a.json": { $defs: { Pet: text, Toy: to("b.json#/$defs/Toy") } },
    "b.json": { $defs: { Pet: number, Toy: text, "other pet": text, OtherPet: number } },
    "v1/shop.json": { properties: { pet: to("../a.json#/$defs/Pet"), name: text } },
    "v2/shop.json": { properties: { name: to("../v1/shop.json#/properties/name") } },
  };
  const refs = [
    "a.json#/$defs/Pet",
    "b.json#/$defs/Pet",
    "a.json#/$defs/Toy",
    "b.json#/$defs/other pet",
    "b.json#/$defs/OtherPet",
    "v1/shop.json",
    "v2/shop.json",
    "#/components/parameters/p/schema",
    "#/x-odd/Pet",
  ];
  const spec = specOf(
    openapi(
      Object.fromEntries(refs.map(($ref, index) => [`/${index}`, { get: answering({ $ref }) }])),
      { schemas: { Name: text }, parameters: { p: { schema: { type: "array" } } } },
      { "x-odd": { Pet: { type: "boolean" } } },
    ),
    files,
  );
  const names = (patterns: string[] | "all") => {
    const { root } = bundled(spec, patterns);
    const contents = Object.entries((root.components as { schemas: JsonObject }).schemas);
    return new Map(contents.map(([name, schema]) => [name, JSON.stringify(schema)]));
  };

  it.each<[what: string, refs: string[], want: string[]]>([
    ["the nearest has it", ["User.json", "sub/User.json"], ["User", "sub_User"]],
    ["however they are ordered", ["sub/User.json", "User.json"], ["sub_User", "User"]],
    [
      "what is further off has another",
      ["c.json#/Error", "v2/c.json#/Error", "x/c.json#/Error"],
      ["Error", "v2_c_Error", "x_c_Error"],
    ],
    [
      "none has it where several are equally near",
      ["a/Id.json", "b/Id.json", "a/b/Id.json"],
      ["a_Id", "b_Id", "a_b_Id"],
    ],
    ["an array and its items", ["s/list.json", "s/list.json#/items"], ["list", "list_items"]],
    [
      "a part has not the name of the whole",
      ["s/list.json#/items", "Pet.json#/allOf/0"],
      ["list_items", "Pet_allOf_0"],
    ],
    [
      "keywords of schemas are no names",
      ["a.json#/not", "a.json#/additionalProperties"],
      ["a_not", "a_additionalProperties"],
    ],
    ["but they are keys of definitions", ["a.json#/$defs/items", "a.json#/own"], ["items", "own"]],
    [
      "those that differ far behind are no less their own",
      [`a.json#/$defs/${LONG}`, `a.json#/$defs/${LONG}WithTotal`],
      [LONG, `${LONG}WithTotal`],
    ],
    [
      "those with odd ends are as their document has them",
      ["a.json#/$defs/List_Pet__", "a.json#/$defs/_my"],
      ["List_Pet__", "_my"],
    ],
    ["nothing is done for others", ["User.json", "v1/User.json", "Group.json"], ["User", "v1_User", "Group"]],
  ])("of several that one could be given to: %s", (_, refs, want) => {
    const schema = { title: "t", allOf: [text], items: text, not: text, additionalProperties: text };
    const document = {
      ...schema,
      Error: text,
      own: text,
      $defs: { items: text, List_Pet__: text, _my: text, [LONG]: text, [`${LONG}WithTotal`]: text },
    };
    const paths = refs.map(($ref, index) => [`/${index}`, { get: answering({ $ref }) }]);
    const files = Object.fromEntries(refs.map((ref) => [ref.replace(/#.*/, ""), document]));
    const { root } = bundled(specOf(openapi(Object.fromEntries(paths)), files));
    const found = refs.map((_, index) => resolvePointer(root, ANSWER.replace("~1a", `~1${index}`)));
    expect(found).toEqual(want.map(named));
  });

  it("do not reveal the location of the spec, even if its documents differ only in encoding", () => {
    const namesIn = (folder: string) => {
      const uris = ["a/Pet.json", "a%2FPet.json"].map((path) => `${folder}/${path}`);
      const places = uris.map((uri) => ({ section: ["components", "schemas"], uri, pointer: "" }));
      return [...componentNames(places, { uri: `${folder}/openapi.json`, ownNames: () => [] }).values()];
    };
    const names = namesIn("file:///home/one");

    expect(new Set(names).size).toBe(2);
    expect(namesIn("file:///two")).toEqual(names);
  });

  it("do not take longer for each one if there are many", async () => {
    const root = { uri: "file:///api/openapi.json", ownNames: () => [] };
    const growth = await growthOf(500, (length) => {
      const places = Array.from({ length }, (_, index) => ({
        section: ["components", "schemas"],
        uri: `file:///api/${index % 7}/User.json`,
        pointer: `/$defs/${index % 10}/properties/${index}`,
      }));
      expect(new Set(componentNames(places, root).values()).size).toBe(length);
    });
    expect(growth).toBeLessThan(3);
  });

  it("are the same whatever else is selected", () => {
    const all = names("all");
    for (const index of refs.keys()) {
      for (const [name, schema] of names([`get:/${index}`])) expect([name, all.get(name)]).toEqual([name, schema]);
    }
  });

  it("differ by more than case and punctuation", () => {
    const folded = [...names("all").keys()].map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ""));
    expect(new Set(folded).size).toBe(folded.length);
  });

  it("do not depend on the location of the spec", () => {
    const moved = JSON.parse(JSON.stringify(spec.loaded.document).replaceAll("file:///api/", "file:///home/me/x%20y/"));
    const documents = Object.entries(files).map(([path, value]) => ({
      ...moved,
      uri: `file:///home/me/x%20y/${path}`,
      value,
    }));
    const references = new References(moved, new Map(documents.map((item) => [item.uri, item])));
    const loaded = { ...spec.loaded, document: moved, root: moved.value };
    const entries = listOperations(loaded, references).map((entry) => ({ entry, named: false }));
    const result = bundle({ spec: loaded, selected: entries, references, failures: new Map() });
    expect(JSON.stringify(result.missing ?? result.bundled.root)).toBe(JSON.stringify(bundled(spec).root));
  });
});

describe("the origin", () => {
  it("is known of operations, parameters, bodies, responses and components, copied or not", () => {
    const spec = specOf(
      openapi({
        "/a": {
          parameters: [{ name: "p", in: "query" }],
          post: { ...answering(to("s.json#/S")), requestBody: { content: {} } },
        },
      }),
      { "s.json": { S: { type: "object" } } },
    );
    const { root, origins } = bundled(spec);
    const origin = (pointer: string) => {
      const found = origins.of(resolvePointer(root, pointer) as object);
      return found && `${found.file}#${found.pointer}`;
    };
    expect(
      [
        "/paths/~1a/post",
        "/paths/~1a/parameters/0",
        "/paths/~1a/post/requestBody",
        "/paths/~1a/post/responses/200",
        "/components/schemas/S",
      ].map(origin),
    ).toEqual([
      "openapi.json#/paths/~1a/post",
      "openapi.json#/paths/~1a/parameters/0",
      "openapi.json#/paths/~1a/post/requestBody",
      "openapi.json#/paths/~1a/post/responses/200",
      "s.json#/S",
    ]);
  });
});

describe("a part without changes", () => {
  it("is the same object as in the source", () => {
    const root = openapi(
      { "/a": { get: answering(named("A")) } },
      { schemas: { A: { properties: { b: named("A") } } } },
    );
    const result = bundled(specOf(root)).root;
    for (const pointer of ["/paths/~1a/get", "/components/schemas/A"])
      expect(resolvePointer(result, pointer)).toBe(resolvePointer(root, pointer));
  });
});

const folder = resolve(import.meta.dirname, "../../../shared/specs");
const isThere = existsSync(folder);
if (!isThere) console.warn(`Skipped: ${folder} is missing, so no real documents are bundled.`);

/** Every third document, and with `vitest --mode long` all. */
const STEP = process.env.MODE === "long" ? 1 : 6;

describe.skipIf(!isThere)("all operations of the documents of shared/specs", () => {
  const problems: Record<string, string[]> = {};
  const counts = { bundled: 0, refused: 0 };

  beforeAll(async () => {
    const files = readFileSync(`${folder}/index.tsv`, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t", 1)[0]!);
    for (const file of files.filter((_, index) => index % STEP === 0)) {
      const loaded = await loadSpec(resolve(folder, file), { cwd: folder }).catch(() => undefined);
      if (!loaded) continue;
      const found = problemsOf({ loaded, references: new References(loaded.document, new Map()), entries: [] });
      if (found.length > 0) problems[file] = found.slice(0, 3);
    }
  });

  function problemsOf(spec: Spec): string[] {
    const { loaded, references } = spec;
    const isLarge = loaded.document.text.length > 500_000;
    const before = isLarge ? "" : JSON.stringify(loaded.root);
    try {
      const entries = listOperations(loaded, references);
      const all = select(loaded, entries, "all", { references, failures: new Map() }).selected;
      const first = bundle({ spec: loaded, selected: all, references, failures: new Map() });
      if (first.missing) return ["refers to other documents"];
      counts.bundled++;
      const found = unresolved(first.bundled.root, loaded.family);
      if (isLarge) return found;
      const again = new References(loaded.document, new Map());
      const second = bundle({ spec: loaded, selected: all, references: again, failures: new Map() });
      if (JSON.stringify(first.bundled.root) !== JSON.stringify(second.bundled?.root)) found.push("not the same twice");
      if (JSON.stringify(loaded.root) !== before) found.push("changed the source");
      return found;
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      counts.refused++;
      return error.diagnostics
        .filter(({ code }) => !/^B44-(108|109|110|206)$/.test(code))
        .map(({ message }) => message);
    }
  }

  it("are hundreds, and nearly all of them can be bundled", () => {
    expect(counts.bundled).toBeGreaterThan(600 / STEP);
    expect(counts.refused).toBeLessThan(100 / STEP);
  });

  it("give a document whose references resolve within it, the same each time, without changing the source", () => {
    expect(problems).toEqual({});
  });
});

/** The references of a document that lead nowhere inside it. Knows on its own where objects stand, and what is data. */
function unresolved(root: JsonObject, family: SpecFamily): string[] {
  const found: string[] = [];
  const data = new Set([
    "example",
    "examples",
    "default",
    "enum",
    "const",
    "links",
    "info",
    "tags",
    "externalDocs",
    "mapping",
    "value",
  ]);
  const maps = new Set([
    "properties",
    "patternProperties",
    "dependentSchemas",
    "$defs",
    "definitions",
    "schemas",
    "responses",
    "headers",
    "content",
    "paths",
    "requestBodies",
    "securitySchemes",
    "encoding",
  ]);
  const unknown = new Set(["schema"]);
  const walk = (value: Json, pointer: string, isMap: boolean, isSchema: boolean): void => {
    if (typeof value !== "object" || value === null) return;
    if (isObject(value) && !isMap && typeof value.$ref === "string") {
      const { $ref } = value;
      const target = $ref.startsWith("#/") ? resolvePointer(root, decodeURIComponent($ref.slice(1))) : undefined;
      if (target === undefined) found.push(`${pointer}: ${$ref}`);
      if (family < "3.1") return;
    }
    for (const [key, child] of Object.entries(value)) {
      const skips =
        !isMap && !Array.isArray(value) && (data.has(key) || key.startsWith("x-") || (isSchema && unknown.has(key)));
      if (skips) continue;
      const inMap = !isMap && isObject(child) && (maps.has(key) || (key === "parameters" && pointer === "/components"));
      walk(child, `${pointer}/${key}`, inMap, isSchema || (key === "schema" && !isMap));
    }
  };
  walk(root, "", false, false);
  return found;
}
