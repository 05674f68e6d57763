import { describe, expect, it } from "vitest";
import { type Diagnostic, diagnostic } from "../../src/diagnostics/index.js";
import { type Json, type JsonObject, resolvePointer } from "../../src/json/index.js";
import { bundle } from "../../src/spec/bundle/index.js";
import {
  answering,
  built,
  bundled,
  failuresOf,
  openapi,
  parsed,
  saidOf,
  selected,
  specOf,
  thrownBy,
} from "../support/pipeline.js";

const to = ($ref: string) => ({ $ref });
const text = { type: "string" };
const NOWHERE = to("#/absent");

/** What was said, as `severity code message`. */
const lines = (diagnostics: Diagnostic[]) =>
  diagnostics.map(({ severity, code, message }) => `${severity} ${code} ${message}`);

describe("the replacement of a broken reference", () => {
  const swagger = (operation: JsonObject): JsonObject => ({ swagger: "2.0", paths: { "/a": { get: operation } } });
  const old = (operation: JsonObject): JsonObject => ({ ...openapi({ "/a": { get: operation } }), openapi: "3.0.3" });
  const newest = (operation: JsonObject): JsonObject => openapi({ "/a": { get: operation } });
  const schema = "/responses/200/content/application~1json/schema";

  it.each<[what: string, root: JsonObject, pointer: string, wanted: Json | undefined]>([
    ["a schema", newest(answering(NOWHERE)), schema, {}],
    [
      "a property",
      newest(answering({ properties: { a: NOWHERE, b: text } })),
      schema,
      { properties: { a: {}, b: text } },
    ],
    ["a schema with more beside it", newest(answering({ ...NOWHERE, minLength: 2 })), schema, { minLength: 2 }],
    ["a schema of 3.0, in which that has no effect", old(answering({ ...NOWHERE, minLength: 2 })), schema, {}],
    ["a description stays", old(answering({ ...NOWHERE, description: "d" })), schema, { description: "d" }],
    ["all properties", newest(answering({ title: "t", properties: NOWHERE })), schema, { title: "t" }],
    ["all parts of allOf", newest(answering({ title: "t", allOf: NOWHERE })), schema, { title: "t" }],
    ["a dynamic reference", newest(answering({ title: "t", $dynamicRef: "#absent" })), schema, { title: "t" }],
    [
      "a response",
      newest({ responses: { 200: NOWHERE } }),
      "/responses/200",
      { description: "", content: { "*/*": {} } },
    ],
    ["a response of 2.0", swagger({ responses: { 200: NOWHERE } }), "/responses/200", { description: "", schema: {} }],
    [
      "all responses",
      newest({ responses: NOWHERE }),
      "/responses",
      { default: { description: "", content: { "*/*": {} } } },
    ],
    ["all content", newest({ responses: { 200: { content: NOWHERE } } }), "/responses/200", { content: { "*/*": {} } }],
    [
      "a header",
      newest({ responses: { 200: { headers: { A: NOWHERE, B: { schema: text } } } } }),
      "/responses/200/headers",
      { B: { schema: text } },
    ],
    ["all headers", newest({ responses: { 200: { headers: NOWHERE } } }), "/responses/200", {}],
    [
      "a media type",
      newest({ responses: { 200: { content: { "a/b": NOWHERE } } } }),
      "/responses/200/content",
      { "a/b": {} },
    ],
  ])("%s", (_, root, pointer, wanted) => {
    const { root: bundle, diagnostics } = bundled(specOf(root));
    expect(resolvePointer(bundle, `/paths/~1a/get${pointer}`)).toEqual(wanted);
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["warning B44-108"]);
  });

  it("an example and a link, without a diagnostic", () => {
    const content = { "application/json": { examples: { a: NOWHERE, b: { value: 1 } } } };
    const root = newest({ responses: { 200: { content, links: { c: NOWHERE } } } });
    const { root: made, diagnostics } = bundled(specOf(root));
    expect(resolvePointer(made, "/paths/~1a/get/responses/200")).toEqual({
      content: { "application/json": { examples: { b: { value: 1 } } } },
      links: {},
    });
    expect(diagnostics).toEqual([]);
  });

  it("the same in all places of an object that occurs in several", () => {
    const shared = { properties: { a: NOWHERE } };
    const root = openapi({ "/a": { get: answering(shared) }, "/b": { get: answering({ items: shared }) } });
    const { root: made } = bundled(specOf(root, {}, "yaml"));
    expect(resolvePointer(made, `/paths/~1a/get${schema}`)).toEqual({ properties: { a: {} } });
    expect(resolvePointer(made, `/paths/~1b/get${schema}`)).toEqual({ items: { properties: { a: {} } } });
  });

  it("a security scheme, without which the operation is kept", () => {
    const schemes = { key: to("#/absent") };
    const spec = specOf(
      openapi({ "/a": { get: answering(text, { security: [{ key: [] }] }) } }, { securitySchemes: schemes }),
    );
    const { api, diagnostics } = built(spec);
    expect(api.operations.map(({ id }) => id)).toEqual(["get:/a"]);
    expect(api.securitySchemes).toEqual({});
    expect(diagnostics).toEqual([]);
    expect(lines(bundled(spec).diagnostics)).toEqual([
      'warning B44-108 The reference "#/absent" points to nothing; its target is ignored.',
    ]);
  });

  it("an entry of a discriminator's mapping is reported, and unchanged", () => {
    const mapping = { cat: "#/components/schemas/Kat", dog: "Dog", bird: "Bird", fish: "./fish.yaml", none: "" };
    const oneOf = ["Cat", "Dog"].map((name) => to(`#/components/schemas/${name}`));
    const schemas = { Cat: { type: "object" }, Dog: { type: "object" } };
    const any = { oneOf, discriminator: { propertyName: "kind", mapping } };
    const spec = specOf(openapi({ "/a": { get: answering(any) } }, { schemas }));
    const { diagnostics } = bundled(spec);
    expect(diagnostics.map(({ message, location }) => [message, location?.pointer?.split("/").at(-1)])).toEqual([
      ['The reference "#/components/schemas/Kat" points to nothing; its target is ignored in get:/a.', "cat"],
      ['The reference "Bird" points to nothing; its target is ignored in get:/a.', "bird"],
      ['The reference "./fish.yaml" points to nothing; its target is ignored in get:/a.', "fish"],
      ['The reference "" points to nothing; its target is ignored in get:/a.', "none"],
    ]);
  });
});

describe("an operation that cannot be called without the broken part", () => {
  const loop = { parameters: { A: to("#/components/parameters/A") } };

  it.each<[what: string, pathItem: JsonObject, components: JsonObject, code: string]>([
    ["a parameter", { get: answering(text, { parameters: [NOWHERE] }) }, {}, "B44-108"],
    ["a parameter of the path", { get: answering(text), parameters: [NOWHERE] }, {}, "B44-108"],
    ["all parameters", { get: answering(text, { parameters: NOWHERE }) }, {}, "B44-108"],
    [
      "a parameter in a circle",
      { get: answering(text, { parameters: [to("#/components/parameters/A")] }) },
      loop,
      "B44-112",
    ],
    ["a request body", { get: answering(text, { requestBody: NOWHERE }) }, {}, "B44-108"],
    ["a request body's content", { get: answering(text, { requestBody: { content: NOWHERE } }) }, {}, "B44-108"],
    [
      "a component's",
      { get: answering(text, { requestBody: to("#/components/requestBodies/A") }) },
      { requestBodies: { A: NOWHERE } },
      "B44-108",
    ],
    ["itself", { get: NOWHERE }, {}, "B44-108"],
  ])(
    "%s: left out where a pattern took it in, an error where it was named or is the last",
    (_, pathItem, components, code) => {
      const spec = specOf(openapi({ "/a": pathItem, "/b": { get: answering(text) } }, components));
      const { root, leftOut, diagnostics } = bundled(spec, ["get:/*"]);
      expect([Object.keys(root.paths as JsonObject), [...leftOut]]).toEqual([["/b"], ["get:/a"]]);
      expect(diagnostics).toMatchObject([
        { code, severity: "warning", message: expect.stringMatching(/; get:\/a is skipped\.$/) },
      ]);
      const error = [{ code, severity: "error" }];
      expect(thrownBy(() => bundled(spec, ["get:/*", "get:/a"]))).toMatchObject(error);
      expect(thrownBy(() => bundled(spec, ["*:/a"]))).toMatchObject(error);
    },
  );

  it("is removed with everything that only it reaches, including its faults", () => {
    const lost = answering(to("#/components/schemas/Lost"), { requestBody: NOWHERE });
    const kept = answering(to("#/components/schemas/Kept"));
    const schemas = { Lost: { items: to("#/nothing") }, Kept: text };
    const { root, diagnostics } = bundled(specOf(openapi({ "/a": { get: lost }, "/b": { get: kept } }, { schemas })));
    expect(root.components).toEqual({ schemas: { Kept: text } });
    expect(lines(diagnostics)).toEqual([
      'warning B44-108 The reference "#/absent" points to nothing; get:/a is skipped.',
    ]);
  });

  it("is not in the intermediate representation, and has no further diagnostics", () => {
    const root = openapi({ "/a": { get: answering(text, { requestBody: NOWHERE }) }, "/b": { get: answering(text) } });
    const { api, diagnostics } = built(specOf(root));
    expect([api.operations.map(({ id }) => id), diagnostics]).toEqual([["get:/b"], []]);
  });
});

describe("the operations that a broken reference concerns", () => {
  it.each<[count: number, wanted: string]>([
    [1, "get:/p0"],
    [2, "get:/p0 and get:/p1"],
    [3, "get:/p0, get:/p1 and get:/p2"],
    [9, "get:/p0, get:/p1 and 7 other operations"],
  ])("%i, through components and circles of them", (count, wanted) => {
    const reaching = Array.from({ length: count }, (_, at) => [
      `/p${at}`,
      { get: answering(to("#/components/schemas/A")) },
    ]);
    const paths = { ...Object.fromEntries(reaching), "/z": { get: answering(text) } };
    const A = { properties: { b: to("#/components/schemas/B") } };
    const B = { properties: { a: to("#/components/schemas/A"), c: NOWHERE } };
    expect(lines(bundled(specOf(openapi(paths, { schemas: { A, B } }))).diagnostics)).toEqual([
      `warning B44-108 The reference "#/absent" points to nothing; its target is typed unknown in ${wanted}.`,
    ]);
  });

  it("those of a path item in another document", () => {
    const root = openapi({ "/a": to("a.json"), "/b": { get: answering(text) } });
    const files = { "a.json": { parameters: [NOWHERE], get: answering(text), post: answering(text) } };
    expect(lines(bundled(specOf(root, files)).diagnostics)).toEqual([
      'warning B44-108 The reference "#/absent" points to nothing; get:/a and post:/a are skipped.',
    ]);
  });
});

it.each([
  [null, "nothing"],
  ["see the wiki", "plain text"],
])("a document that holds %j is told of as such", (document, holds) => {
  const root = openapi({ "/a": { get: answering(to("x.json")) } });
  const [found] = bundled(specOf(root, { "x.json": document })).diagnostics;
  expect([found?.message, found?.help]).toEqual([
    `The reference "x.json" does not point to a schema: the document contains ${holds}; its target is typed unknown in get:/a.`,
    "Put a schema there, or fix the `$ref`.",
  ]);
});

describe("documents that cannot be read", () => {
  const failures = (code: "B44-109" | "B44-110", uri: string) =>
    failuresOf([[uri, diagnostic(code, { message: "Gone." })]]);
  const root = openapi({ "/a": { get: answering({ properties: { x: to("x.json#/X"), y: to("x.json#/Y") } }) } });

  it.each(["B44-109", "B44-110"] as const)(
    "%s: a warning, said once, where a pattern took the operation in",
    (code) => {
      const { diagnostics, unread } = bundled(specOf(root), "all", failures(code, "file:///api/x.json"));
      expect(unread).toEqual(["file:///api/x.json"]);
      expect(lines(diagnostics)).toEqual([`warning ${code} Gone; its target is typed unknown in get:/a.`]);
    },
  );

  it.each(["B44-109", "B44-110"] as const)(
    "%s: an error where it was named: the document can be put there or allowed",
    (code) => {
      const work = () => bundled(specOf(root), ["get:/a"], failures(code, "file:///api/x.json"));
      expect(lines(thrownBy(work))).toEqual([`error ${code} Gone.`]);
    },
  );

  it("an error if a file exists but does not parse, because the next save may fix it", () => {
    const location = { file: "x.json", line: 2, column: 1 };
    const broken = failuresOf([["file:///api/x.json", diagnostic("B44-110", { message: "Broken.", location })]]);
    expect(lines(thrownBy(() => bundled(specOf(root), "all", broken)))).toEqual(["error B44-110 Broken."]);
    const other = specOf(openapi({ ...(root.paths as JsonObject), "/b": { get: answering({}) } }));
    expect(bundled(other, ["get:/b"], broken).diagnostics).toEqual([]);
  });

  it("an error if the network failed, because the outcome must not depend on that", () => {
    const remote = openapi({ "/a": { get: answering(to("https://example.com/x.json")) } });
    const work = (code: "B44-109" | "B44-110") => () =>
      bundled(specOf(remote), "all", failures(code, "https://example.com/x.json")).diagnostics;
    expect(saidOf(work("B44-110")).map(({ severity }) => severity)).toEqual(["error"]);
    expect(saidOf(work("B44-109")).map(({ severity }) => severity)).toEqual(["warning"]);
  });
});

it("every broken reference is an error if the caller is strict", () => {
  const { loaded, references, entries } = specOf(openapi({ "/a": { get: answering(NOWHERE) } }));
  const input = { spec: loaded, references, selected: selected({ loaded, references, entries }), failures: new Map() };
  expect(lines(thrownBy(() => bundle({ ...input, strict: true })))).toEqual([
    'error B44-108 The reference "#/absent" points to nothing.',
  ]);
});

it("keys that are members of every object are ordinary keys in a broken place", () => {
  const schema = '{ "properties": { "__proto__": { "$ref": "#/absent" } } }';
  const root = openapi({ "/a": { get: answering(parsed(schema)) } });
  expect(JSON.stringify(bundled(specOf(root)).root.paths)).toContain('{"properties":{"__proto__":{}}}');
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
});

it("a discriminator may have a name that no URI can contain", () => {
  const mapping = { a: "\ud800", b: "100%", c: "B" };
  const schema = { oneOf: [to("#/components/schemas/B")], discriminator: { propertyName: "t", mapping } };
  const { root } = bundled(specOf(openapi({ "/a": { get: answering(schema) } }, { schemas: { B: text } })));
  const pointer = "/paths/~1a/get/responses/200/content/application~1json/schema/discriminator/mapping";
  expect(resolvePointer(root, pointer)).toEqual(mapping);
});

describe("references to objects of another kind, or that are not strings", () => {
  const components = {
    parameters: { P: { name: "p", in: "query", schema: text }, S: { $ref: "#/components/schemas/S" } },
    schemas: { S: { type: "object" }, P: { name: "p", in: "query", schema: text } },
    responses: { R: { description: "", content: {} } },
    requestBodies: { B: { content: {} } },
  };
  const AT = "/paths/~1a/post";
  const said = (operation: JsonObject) => {
    const paths = { "/a": { post: { responses: {}, ...operation } }, "/b": { get: {} } };
    return saidOf(() => bundled(specOf(openapi(paths, components))).diagnostics).map(
      ({ code, severity, location, message }) =>
        [severity, code, location?.pointer?.replace(AT, ""), /does not point to a.*?(?=[;.])/.exec(message)?.[0]].join(
          " ",
        ),
    );
  };
  const inContent = (schema: Json): JsonObject => ({ requestBody: { content: { "text/plain": { schema } } } });

  it.each<[what: string, operation: JsonObject, wanted: string[]]>([
    [
      "a response that is a parameter",
      { responses: { 200: to("#/components/parameters/P") } },
      ["warning B44-108 /responses/200/$ref does not point to a response"],
    ],
    [
      "a parameter that is a schema",
      { parameters: [to("#/components/schemas/S")] },
      ["warning B44-108 /parameters/0/$ref does not point to a parameter"],
    ],
    [
      "a parameter with the schema that it has",
      { parameters: [{ name: "s", in: "query", ...to("#/components/schemas/S") }] },
      [],
    ],
    ["a parameter among the schemas", { parameters: [to("#/components/schemas/P")] }, []],
    [
      "a parameter that is a schema by way of another one",
      { parameters: [to("#/components/parameters/S")] },
      ["warning B44-108 /parameters/0/$ref does not point to a parameter"],
    ],
    [
      "a parameter that is a string",
      { parameters: [to("#/info/title")] },
      ["warning B44-108 /parameters/0/$ref does not point to a parameter"],
    ],
    [
      "content that is a parameter",
      { requestBody: { content: { "text/plain": to("#/components/parameters/P") } } },
      ["warning B44-108 /requestBody/content/text~1plain/$ref does not point to a media type object"],
    ],
    ["a request body that is a response", { requestBody: to("#/components/responses/R") }, []],
    ["a response that is a request body", { responses: { 200: to("#/components/requestBodies/B") } }, []],
    [
      "a schema that is a response",
      inContent(to("#/components/responses/R")),
      ["warning B44-108 /requestBody/content/text~1plain/schema/$ref does not point to a schema"],
    ],
    [
      "a schema that is the whole document",
      inContent(to("#")),
      ["warning B44-108 /requestBody/content/text~1plain/schema/$ref does not point to a schema"],
    ],
    ["a schema of a parameter", inContent(to("#/components/parameters/P/schema")), []],
    ["a parameter of null", { parameters: [{ $ref: null }] }, ["warning B44-108 /parameters/0/$ref "]],
    ["a parameter of a number", { parameters: [{ $ref: 1 }] }, ["warning B44-108 /parameters/0/$ref "]],
    ["a response of an object", { responses: { 200: { $ref: {} } } }, ["warning B44-108 /responses/200/$ref "]],
    ["a schema of null", inContent({ $ref: null }), ["warning B44-108 /requestBody/content/text~1plain/schema/$ref "]],
    ["null beside other members", inContent({ $ref: null, type: "string" }), []],
    ["a property called $ref", inContent({ properties: { $ref: { type: "string" } } }), []],
  ])("%s", (_, operation, wanted) => {
    expect(said(operation)).toEqual(wanted);
  });

  it("a reference without quotes is reported as YAML reads it", () => {
    const operation = { parameters: [{ $ref: null }] };
    const { diagnostics } = bundled(specOf(openapi({ "/a": { get: operation }, "/b": { get: {} } })));
    expect(diagnostics[0]?.message).toBe("A `$ref` is null, but must be a string; get:/a is skipped.");
    expect(diagnostics[0]?.help).toContain("# starts a comment");
  });
});

describe("an object in place of a schema that it contains", () => {
  const components = {
    schemas: { S: { type: "object" } },
    parameters: { P: { name: "p", in: "query", schema: text } },
    responses: {
      R: { description: "", content: { "application/json": { schema: to("#/components/schemas/S") } } },
      Two: { description: "", content: { "text/plain": { schema: text }, "text/csv": { schema: text } } },
    },
  };
  it.each<[what: string, ref: string, wanted: Json, codes: string[]]>([
    ["a response with content of one type", "#/components/responses/R", to("#/components/schemas/S"), []],
    ["a parameter", "#/components/parameters/P", text, []],
    ["a response with content of two types", "#/components/responses/Two", {}, ["B44-108"]],
  ])("%s", (_what, ref, wanted, codes) => {
    const content = { "application/json": { schema: to(ref) } };
    const paths = { "/a": { get: { responses: { 200: { description: "", content } } } } };
    const { root, diagnostics } = bundled(specOf(openapi(paths, components)));
    const schema = resolvePointer(root, "/paths/~1a/get/responses/200/content/application~1json/schema") as JsonObject;
    const found = typeof schema.$ref === "string" ? resolvePointer(root, schema.$ref.slice(1)) : schema;
    expect([found, diagnostics.map(({ code }) => code)]).toEqual([wanted, codes]);
  });
});

describe("a schema in place of an object that contains one", () => {
  const S = to("#/components/schemas/S");
  const ofB: JsonObject = { type: "object", properties: { b: to("#/components/schemas/B") } };
  const components = { schemas: { S: { type: "object" }, B: { type: "boolean" } } };

  it.each<[what: string, operation: JsonObject, wanted: JsonObject, at: string[]]>([
    [
      "a response that is a reference to one",
      { responses: { 200: { ...S, description: "Yes" } } },
      { responses: { 200: { description: "Yes", schema: { ...S, description: "Yes" } } } },
      ["/responses/200"],
    ],
    [
      "a response with headers",
      { responses: { 200: { description: "Yes", headers: { a: {} }, ...ofB } } },
      {
        responses: {
          200: { description: "Yes", headers: { a: {} }, schema: { description: "Yes", headers: { a: {} }, ...ofB } },
        },
      },
      ["/responses/200"],
    ],
    ["a request body that is a reference to one", { requestBody: S }, { requestBody: { schema: S } }, ["/requestBody"]],
    [
      "a request body that has to be sent",
      { requestBody: { required: true, ...ofB } },
      { requestBody: { required: true, schema: { required: true, ...ofB } } },
      ["/requestBody"],
    ],
    [
      "a request body that requires a property",
      { requestBody: { required: ["b"], ...ofB } },
      { requestBody: { schema: { required: ["b"], ...ofB } } },
      ["/requestBody"],
    ],
    [
      "content",
      { requestBody: { content: { "text/csv": S, "text/html": ofB, "text/xml": { schema: ofB, type: "x" } } } },
      {
        requestBody: {
          content: { "text/csv": { schema: S }, "text/html": { schema: ofB }, "text/xml": { schema: ofB, type: "x" } },
        },
      },
      ["/requestBody/content/text~1csv", "/requestBody/content/text~1html"],
    ],
  ])("%s", (_, operation, wanted, at) => {
    const { root, diagnostics, notUnderstood } = bundled(
      specOf(openapi({ "/a": { post: { responses: {}, ...operation } } }, components)),
    );
    expect(root.paths).toEqual({ "/a": { post: { responses: {}, ...wanted } } });
    expect(Object.keys(root.components as JsonObject)).toEqual(["schemas"]);
    expect(diagnostics).toEqual([]);
    expect(
      notUnderstood
        .filter(({ message }) => message.startsWith("A schema is in the place of "))
        .map(({ location }) => location?.pointer),
    ).toEqual(at.map((pointer) => `/paths/~1a/post${pointer}`));
  });

  it("in another document", () => {
    const responses = { 200: to("b.json#/R"), 400: to("b.json#/R") };
    const files = {
      "b.json": { R: to("#/T"), T: { type: "object", properties: { b: to("c.json") } } },
      "c.json": text,
    };
    const { root } = bundled(specOf(openapi({ "/a": { get: { responses } } }), files));
    const schema = to("#/components/schemas/R");
    expect(root.paths).toEqual({ "/a": { get: { responses: { 200: { schema }, 400: { schema } } } } });
    expect(root.components).toEqual({
      schemas: {
        R: to("#/components/schemas/T"),
        T: { type: "object", properties: { b: to("#/components/schemas/c") } },
        c: text,
      },
    });
  });
});
