import { describe, expect, it } from "vitest";
import { type Json, type JsonObject, resolvePointer } from "../../src/json/index.js";
import { SpecReader } from "../../src/pipeline/api/read-spec.js";
import { collectReferences } from "../../src/spec/resolve/collect-references.js";
import { folderOf } from "../support/files.js";
import { answering, bundled, type Files, openapi, specOf } from "../support/pipeline.js";

const to = ($ref: string) => ({ $ref });
const named = (name: string) => to(`#/components/schemas/${name}`);
const text = { type: "string" };
const number = { type: "integer" };

interface Case {
  schema: Json;
  schemas?: JsonObject;
  files?: Files;
  rest?: JsonObject;
  format?: "json" | "yaml";
  /** The answer's schema in the bundle, its schemas, and the codes of what is said. */
  want: [schema: Json, schemas?: JsonObject, codes?: string[]];
}

function resultOf({ schema, schemas = {}, files = {}, rest = {}, format }: Case): Case["want"] {
  const root = openapi({ "/a": { get: answering(schema) } }, { schemas }, rest);
  const { root: result, diagnostics } = bundled(specOf(root, files, format));
  const answer = resolvePointer(result, "/paths/~1a/get/responses/200/content/application~1json/schema") as Json;
  const components = (result.components ?? {}) as { schemas?: JsonObject };
  return [answer, components.schemas ?? {}, diagnostics.map(({ code }) => code)];
}

const check = (_given: string, given: Case) => {
  const [schema, schemas = {}, codes = []] = given.want;
  expect(resultOf(given)).toEqual([schema, schemas, codes]);
};

describe("a schema with an `$id`", () => {
  it.each<[given: string, given: Case]>([
    [
      "is what its URI leads to, and what fragments in it are relative to",
      {
        schema: to("https://example.com/order"),
        schemas: {
          Order: {
            $id: "https://example.com/order",
            $defs: { line: number },
            properties: { line: to("#/$defs/line"), to: to("address"), again: to("#") },
          },
          Address: { $id: "https://example.com/address", ...text },
        },
        want: [
          named("Order"),
          {
            Order: {
              $defs: { line: number },
              properties: { line: named("line"), to: named("Address"), again: named("Order") },
            },
            Address: text,
            line: number,
          },
        ],
      },
    ],
    [
      "is found in a part that no operation reaches, by a part of it too",
      {
        schema: to("https://example.com/a#/$defs/b"),
        schemas: { Other: { properties: { a: { $id: "https://example.com/a", $defs: { b: text } } } } },
        want: [named("b"), { b: text }],
      },
    ],
    [
      "has anchors of its own",
      {
        schema: { anyOf: [to("https://example.com/a"), to("https://example.com/b"), to("#x")] },
        schemas: {
          A: { $id: "https://example.com/a", items: to("#x"), $defs: { ax: { $anchor: "x", ...text } } },
          B: { $id: "https://example.com/b", items: to("#x"), $defs: { bx: { $anchor: "x", ...number } } },
          C: { $anchor: "x", ...text },
        },
        want: [
          { anyOf: [named("A"), named("B"), named("C")] },
          {
            A: { items: named("ax"), $defs: { ax: text } },
            B: { items: named("bx"), $defs: { bx: number } },
            C: text,
            ax: text,
            bx: number,
          },
        ],
      },
    ],
    [
      "has no anchors in data",
      {
        schema: { anyOf: [to("https://example.com/a#x"), to("#x")] },
        schemas: {
          A: { $id: "https://example.com/a", examples: [{ $anchor: "x" }], $defs: { ax: { $anchor: "x", ...text } } },
          B: { type: "object", default: { $anchor: "x" }, example: { $anchor: "x" } },
          C: { properties: { example: { $anchor: "x", ...number } } },
        },
        want: [{ anyOf: [named("ax"), named("C_example")] }, { ax: text, C_example: number }],
      },
    ],
    [
      "has the names of what stands in it relative to it",
      {
        schema: named("A"),
        schemas: {
          A: {
            $id: "https://example.com/v1/a",
            properties: { b: { $id: "sub/b", properties: { c: to("c"), root: to("#/properties/c") } } },
          },
          C: { $id: "https://example.com/v1/sub/c", ...text },
        },
        want: [
          named("A"),
          {
            A: { properties: { b: { properties: { c: named("C"), root: named("A_b_c") } } } },
            C: text,
            A_b_c: named("C"),
          },
        ],
      },
    ],
    [
      "leads to the document's components, definitions and anchors where it has none of these",
      {
        schema: named("A"),
        schemas: {
          A: {
            $id: "https://example.com/a",
            properties: { b: named("B"), c: to("#/definitions/C"), d: to("#/$defs/D"), e: to("#e") },
          },
          B: text,
          E: { $anchor: "e", ...text },
        },
        rest: { definitions: { C: text }, $defs: { D: text } },
        want: [
          named("A"),
          {
            A: { properties: { b: named("B"), c: named("C"), d: named("D"), e: named("E") } },
            B: text,
            E: text,
            C: text,
            D: text,
          },
        ],
      },
    ],
    [
      "leads to what is around it, where that is a resource too",
      {
        schema: named("A"),
        schemas: {
          A: {
            $id: "https://example.com/a",
            $defs: { x: text },
            properties: { b: { $id: "b", properties: { x: to("#/$defs/x") } } },
          },
        },
        want: [
          named("A"),
          { A: { $defs: { x: text }, properties: { b: { properties: { x: named("x") } } } }, x: text },
        ],
      },
    ],
    [
      "may be a whole document, whose own `$id` it is, and which others name by it",
      {
        schema: { anyOf: [to("schemas/order.json"), to("https://example.com/s/order.json")] },
        files: {
          "schemas/order.json": { $id: "https://example.com/s/order.json", items: to("line.json") },
          "schemas/line.json": { $id: "https://example.com/s/line.json", ...text },
        },
        want: [{ anyOf: [named("order"), named("order")] }, { order: { items: named("line") }, line: text }],
      },
    ],
    [
      "refers to a file beside its document, where its URI has no such thing",
      {
        schema: named("A"),
        schemas: { A: { $id: "https://example.com/a", items: to("b.json#/B") } },
        files: { "b.json": { B: text } },
        want: [named("A"), { A: { items: named("B") }, B: text }],
      },
    ],
    [
      "is itself what its `$ref` is relative to",
      {
        schema: named("A"),
        schemas: { A: { $id: "https://example.com/x/a", $ref: "b" }, B: { $id: "https://example.com/x/b", ...text } },
        want: [named("A"), { A: named("B"), B: text }],
      },
    ],
    [
      "has the first place of several with that URI, and each its own parts",
      {
        schema: { anyOf: [named("B"), named("A"), to("https://example.com/x")] },
        schemas: {
          A: { $id: "https://example.com/x", $defs: { d: text }, items: to("#/$defs/d") },
          B: { $id: "https://example.com/x", $defs: { d: number }, items: to("#/$defs/d") },
        },
        want: [
          { anyOf: [named("B"), named("A"), named("A")] },
          {
            A: { $defs: { d: text }, items: named("A_d") },
            B: { $defs: { d: number }, items: named("B_d") },
            A_d: text,
            B_d: number,
          },
        ],
      },
    ],
    [
      "that is not a URL, or stands in YAML",
      {
        schema: to("urn:uuid:1#/$defs/x"),
        schemas: { A: { $id: "urn:uuid:1", $defs: { x: { items: to("#") } } } },
        format: "yaml",
        want: [named("x"), { x: { items: named("A") }, A: { $defs: { x: { items: named("A") } } } }],
      },
    ],
    [
      "names a mapping's schemas",
      {
        schema: named("Pet"),
        schemas: {
          Pet: {
            $id: "https://example.com/pet",
            oneOf: [to("cat")],
            discriminator: { propertyName: "kind", mapping: { c: "./cat", d: "#/components/schemas/Cat" } },
          },
          Cat: { $id: "https://example.com/cat", ...text },
        },
        want: [
          named("Pet"),
          {
            Pet: {
              oneOf: [named("Cat")],
              discriminator: {
                propertyName: "kind",
                mapping: { c: "#/components/schemas/Cat", d: "#/components/schemas/Cat" },
              },
            },
            Cat: text,
          },
        ],
      },
    ],
    [
      "is not what a URI without such a schema means",
      {
        schema: to("urn:b"),
        schemas: { A: { $id: "urn:a", ...text } },
        want: [{}, {}, ["B44-110"]],
      },
    ],
  ])("%s", check);

  const inData = { $id: "urn:x", ...text };
  it.each<[given: string, given: Case]>([
    ["an example", { schema: { example: inData, anyOf: [to("urn:x")] }, want: [{}] }],
    ["a default", { schema: { default: inData, anyOf: [to("urn:x")] }, want: [{}] }],
    ["an array of values", { schema: { enum: [inData], anyOf: [to("urn:x")] }, want: [{}] }],
    ["an extension", { schema: { "x-data": inData, anyOf: [to("urn:x")] }, want: [{}] }],
    ["the names of properties", { schema: { properties: { $id: text, a: text }, anyOf: [to("urn:x")] }, want: [{}] }],
    ["OpenAPI 3.0", { schema: to("urn:x"), schemas: { A: inData }, rest: { openapi: "3.0.3" }, want: [{}] }],
  ])("means nothing in %s", (_given, given) => {
    expect(resultOf(given)[2]).toEqual(["B44-110"]);
  });

  it("keeps its `$id` in OpenAPI 3.0, where its references are relative to the document", () => {
    const A = { $id: "https://example.com/a", properties: { b: to("#/components/schemas/B") } };
    check("", {
      schema: named("A"),
      schemas: { A, B: text },
      rest: { openapi: "3.0.3" },
      want: [named("A"), { A, B: text }],
    });
  });

  it("can have any name, even `__proto__`", () => {
    const schemas = JSON.parse('{"__proto__": {"$id": "https://example.com/x", "items": {"$ref": "#"}}}');
    expect(resultOf({ schema: to("https://example.com/x"), schemas, want: [{}] })[2]).toEqual([]);
  });

  it("does not make its document refer to other documents", () => {
    const A = { $id: "https://example.com/a", properties: { a: to("b"), c: to("https://example.com/c") } };
    const found = collectReferences({ A, B: { $id: "https://example.com/b" } }, "file:///a.json");
    expect(found.map(({ ref }) => ref)).toEqual(["https://example.com/c"]);
    const twice = collectReferences(
      { A, B: { $id: "https://example.com/b", items: to("b") }, C: to("b") },
      "file:///a.json",
    );
    expect(twice.map(({ pointer }) => pointer)).toEqual(["/A/properties/c/$ref", "/C/$ref"]);
  });

  it.each<[what: string, document: Json, pointers: string[]]>([
    ["once, at its first place", { A: to("b.json#/x"), B: to("b.json#/y") }, ["/A/$ref"]],
    ["by a discriminator", { discriminator: { defaultMapping: "b.json" } }, ["/discriminator/defaultMapping"]],
    ["not by the name of a schema", { discriminator: { defaultMapping: "B", mapping: { b: "B" } } }, []],
  ])("is looked for in another document %s", (_, document, pointers) => {
    expect(collectReferences(document, "file:///a.json").map(({ pointer }) => pointer)).toEqual(pointers);
  });
});

describe("a definition in a self-contained schema", () => {
  const inner = (definitions: Json, schema: Json = to("#/definitions/a b")): JsonObject => ({
    definitions,
    properties: { x: schema },
  });
  const named = to("#/components/schemas/a_get_200_a_b");
  it.each<[given: string, given: Case]>([
    [
      "is what a pointer means that leads nowhere in the document, from a definition too",
      {
        schema: inner({ "a b": { items: to("#/definitions/c") }, c: text }),
        want: [
          inner({ "a b": { items: to("#/components/schemas/a_get_200_c") }, c: text }, named),
          { a_get_200_a_b: { items: to("#/components/schemas/a_get_200_c") }, a_get_200_c: text },
        ],
      },
    ],
    [
      "is that of the nearest schema which has it",
      {
        schema: inner({ "a b": text }, inner({ "a b": number }, inner({ b: text }))),
        want: [
          inner(
            { "a b": text },
            inner({ "a b": number }, inner({ b: text }, to("#/components/schemas/a_get_200_x_a_b"))),
          ),
          { a_get_200_x_a_b: number },
        ],
      },
    ],
    [
      "beside the reference, where OpenAPI 3.0 does not read it",
      {
        schema: { ...to("#/definitions/A%20b~1"), definitions: { "A b/": text } },
        rest: { openapi: "3.0.4" },
        want: [to("#/components/schemas/a_get_200_A_b"), { a_get_200_A_b: text }],
      },
    ],
    [
      "comes after that of the document",
      {
        schema: inner({ "a b": text }),
        rest: { definitions: { "a b": number } },
        want: [inner({ "a b": text }, to("#/components/schemas/a_b")), { a_b: number }],
      },
    ],
    [
      "that is nowhere around",
      { schema: inner({ toString: {} }, to("#/definitions/a")), want: [inner({ toString: {} }, {}), {}, ["B44-108"]] },
    ],
    [
      "of a schema beside",
      {
        schema: { anyOf: [{ $defs: { a: {} } }, to("#/$defs/a")] },
        want: [{ anyOf: [{ $defs: { a: {} } }, {}] }, {}, ["B44-108"]],
      },
    ],
  ])("%s", check);
});

describe("the base URI that a document sets with `$self`", () => {
  const self = { openapi: "3.2.0", $self: "https://example.com/api/openapi.yaml" };
  it.each<[given: string, given: Case]>([
    [
      "names the document, relative and absolute",
      {
        schema: { anyOf: [to("openapi.yaml#/components/schemas/A"), to(`${self.$self}#/components/schemas/A`)] },
        schemas: { A: text },
        rest: self,
        want: [{ anyOf: [named("A"), named("A")] }, { A: text }],
      },
    ],
    [
      "is what an `$id` is relative to",
      {
        schema: to("https://example.com/api/a"),
        schemas: { A: { $id: "a", ...text } },
        rest: self,
        want: [named("A"), { A: text }],
      },
    ],
    [
      "names other documents, which give themselves theirs",
      {
        schema: { anyOf: [to("shared.yaml#/A"), to("other.json#/B")] },
        files: { "other.json": { $self: "https://example.com/api/shared.yaml", A: text, B: to("openapi.yaml#/x") } },
        rest: { ...self, x: number },
        want: [{ anyOf: [named("A"), named("B")] }, { A: text, B: named("x"), x: number }],
      },
    ],
    [
      "does not keep a file beside the document from being meant",
      { schema: to("a.json"), files: { "a.json": text }, rest: self, want: [named("a"), { a: text }] },
    ],
  ])("%s", check);
});

describe("a relative reference in a resource with its own URI", () => {
  const self = { openapi: "3.2.0", $self: "https://example.com/api/openapi.yaml" };
  const schema = { $id: "https://example.com/a", items: to("b.json") };

  async function saidOf(root: JsonObject, files: Record<string, string>) {
    const cwd = folderOf({ "openapi.json": JSON.stringify(root), ...files });
    const reader = await SpecReader.open("openapi.json", { cwd });
    const { selected } = reader.select(reader.operations(), "all");
    const { diagnostics } = await reader.bundle(selected);
    return [...reader.diagnostics, ...diagnostics].map(({ code, message }) => `${code} ${message}`);
  }

  it.each<[given: string, root: JsonObject, files: Record<string, string>, want: RegExp[]]>([
    ["`$id`, a file", openapi({ "/a": { get: answering(schema) } }), { "b.json": "{}" }, []],
    ["`$self`, a file", openapi({ "/a": { get: answering(to("b.json")) } }, {}, self), { "b.json": "{}" }, []],
    [
      "`$id`, none",
      openapi({ "/a": { get: answering(schema) } }),
      {},
      [/^B44-109 b44-gen does not read "https:\/\/example.com\/b.json"/],
    ],
    [
      "`$self`, none",
      openapi({ "/a": { get: answering(to("b.json#/B")) } }, {}, self),
      {},
      [/^B44-109 b44-gen does not read "https:\/\/example.com\/api\/b.json/],
    ],
    [
      "`$self`, a path item of the document",
      openapi({ "/a": to("openapi.yaml#/x") }, {}, { ...self, x: { get: answering(text) } }),
      {},
      [],
    ],
  ])("%s", async (_given, root, files, want) => {
    const said = await saidOf(root, files);
    expect(new Set(said)).toEqual(new Set(want.map((pattern) => expect.stringMatching(pattern))));
  });
});

describe("a `$dynamicRef`", () => {
  const page = {
    properties: { items: { $dynamicRef: "#item" } },
    $defs: { item: { $dynamicAnchor: "item", not: {} } },
  };
  const pageOf = (name: string) => ({ $defs: { item: { $dynamicAnchor: "item", ...named(name) } }, ...named("Page") });
  const itemsOf = (given: Omit<Case, "want">) => {
    const [, schemas = {}, codes] = resultOf({ ...given, want: [{}] });
    return [resolvePointer(schemas, "/Page/properties/items"), codes];
  };
  const models = { Page: page, User: text, Group: number };

  it.each<[given: string, schema: Json, schemas: JsonObject, want: Json, codes: string[]]>([
    ["nobody answers but its own schema", named("Page"), models, named("item"), []],
    ["one user answers", pageOf("User"), models, named("User"), []],
    ["two users answer the same", { anyOf: [pageOf("User"), pageOf("User")] }, models, named("User"), []],
    ["two users answer differently", { anyOf: [pageOf("User"), pageOf("Group")] }, models, {}, ["B44-401"]],
    ["only one of two users answers", { anyOf: [pageOf("User"), named("Page")] }, models, {}, ["B44-401"]],
    [
      "the outermost of several answers",
      { $defs: { item: { $dynamicAnchor: "item", ...named("Group") } }, ...named("Users") },
      { ...models, Users: pageOf("User") },
      named("Group"),
      [],
    ],
    [
      "only some users answer, and it has none itself",
      { anyOf: [pageOf("User"), pageOf("Group")] },
      { ...models, Page: { properties: page.properties } },
      {},
      ["B44-401"],
    ],
    [
      "schemas with an `$id` answer",
      named("Users"),
      {
        ...models,
        Page: { $id: "page", ...page },
        Users: { $id: "users", $ref: "page", $defs: { item: { $dynamicAnchor: "item", ...named("User") } } },
      },
      named("User"),
      [],
    ],
  ])("to which %s", (_given, schema, schemas, want, codes) => {
    expect(itemsOf({ schema, schemas })).toEqual([want, codes]);
  });

  it("that can resolve to several schemas is not a fault of the spec", () => {
    const users = { anyOf: [pageOf("User"), pageOf("Group")] };
    const { diagnostics } = bundled(specOf(openapi({ "/a": { get: answering(users) } }, { schemas: models })));
    expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([
      ["B44-401", expect.stringMatching(/^The spec is valid: the schema is a template/)],
    ]);
  });

  it("resolves to its own schema, even if others have that name elsewhere", () => {
    const tree = (id: string) => ({ $id: id, $dynamicAnchor: "node", items: { $dynamicRef: "#node" } });
    check("", {
      schema: { anyOf: [named("A"), named("B")] },
      schemas: { A: tree("a"), B: tree("b") },
      want: [{ anyOf: [named("A"), named("B")] }, { A: { items: named("A") }, B: { items: named("B") } }],
    });
  });
});

describe("names of parts from other documents do not require reading documents of unselected operations", () => {
  it.each<[what: string, ref: string, files: Record<string, string>, want: string]>([
    ["are as if they were", "User.json", { "User.json": "{}" }, "sub_User"],
    ["are not kept free for what is not there", "User.json", {}, "User"],
    ["nor for what must not be read", ".hidden/User.json", { ".hidden/User.json": "{}" }, "User"],
    ["except one that does not parse, which is a separate error", "User.json", { "User.json": "{" }, "sub_User"],
  ])("%s", async (_what, ref, files, want) => {
    const paths = { "/a": { get: answering(to("sub/User.json")) }, "/b": { get: answering(to(ref)) } };
    const root = JSON.stringify(openapi(paths));
    const cwd = folderOf({ ...files, "root.json": root, "sub/User.json": "{}" });
    for (const patterns of ["all", ["get:/a"]] as const) {
      const reader = await SpecReader.open("root.json", { cwd });
      const { selected } = reader.select(reader.operations(), patterns);
      if (patterns === "all" && files[ref] === "{") {
        await expect(reader.bundle(selected)).rejects.toThrow("B44-110");
        continue;
      }
      const bundle = await reader.bundle(selected);
      const answer = "/paths/~1a/get/responses/200/content/application~1json/schema";
      expect(resolvePointer(bundle.root, answer)).toEqual(named(want));
    }
  });
});
