import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile, STRICT, show } from "../types/support/compile.js";
import { project, root } from "../types/support/project.js";
import { apiOf, compiled, declarations, type Named } from "../types/support/schemas.js";

/**
 * What other generators were seen to trip over. The rest of the list is in test/types/engine.test.ts (`nullable`,
 * discriminators, common properties of `oneOf`, additional properties, `const`, tuples, recursion, lists of types,
 * booleans, directions, names of properties, comments, statuses, globals' names, aliases of themselves), in
 * test/names.test.ts (operation ids, reserved words, file names), in test/load.test.ts (BOM, dates, merge keys, equal keys,
 * tabs) and in test/wire (parameters of one name in several places).
 */
const emitted: Record<string, string> = {};

function keep(text: string): void {
  emitted[`src/t${Object.keys(emitted).length}.types.d.ts`] = text;
}

const string = { type: "string" };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe("a schema", () => {
  const deep = Array.from({ length: 40 }, (_, index): [string, unknown] => [
    `D${index}`,
    { allOf: [index === 39 ? { properties: { deep: string } } : ref(`D${index + 1}`)] },
  ]);
  const rows: [given: string, schemas: Named, want: string][] = [
    [
      "enum values that are one name once cleaned",
      { X: { enum: ["a-b", "a_b", "a b", "A-B"] } },
      '"a-b" | "a_b" | "a b" | "A-B"',
    ],
    [
      "an enum of integers with x-enum-varnames",
      { X: { type: "integer", enum: [1, 2], "x-enum-varnames": ["A", "A"] } },
      "1 | 2",
    ],
    ["format: byte", { X: { type: "string", format: "byte" } }, "string"],
    ["format: binary in JSON", { X: { type: "string", format: "binary" } }, "string"],
    [
      "allOf that is forty deep",
      { X: { allOf: [ref("D0")], required: ["deep"] }, ...Object.fromEntries(deep) },
      'WithRequired<D0, "deep">',
    ],
    [
      "required beside allOf, of a property of what may be a string too",
      { X: { allOf: [ref("A")], required: ["a"] }, A: { type: ["object", "string"], properties: { a: string } } },
      "A",
    ],
    [
      "required beside allOf, of names that every object has",
      { X: { allOf: [ref("A")], required: ["constructor", "z"] }, A: { type: "object", properties: { a: string } } },
      "A & { constructor: unknown; z: unknown; }",
    ],
    [
      "a percent-encoded reference",
      { X: { items: { $ref: "#/components/schemas/Foo%20%C2%ABBar%C2%BB" } }, "Foo «Bar»": string },
      "FooBar[]",
    ],
    [
      "a reference in letters of another script",
      { X: { items: { $ref: "#/components/schemas/Élève" } }, Élève: string },
      "Eleve[]",
    ],
    [
      "a reference to a property",
      { X: { items: { $ref: "#/components/schemas/A/properties/b" } }, A: { properties: { b: { type: "number" } } } },
      "A_b[]",
    ],
    [
      "definitions of its own",
      {
        X: {
          properties: { a: { $ref: "#/components/schemas/X/definitions/D" } },
          definitions: { D: { type: "number" } },
        },
      },
      "{ a?: D; }",
    ],
    [
      "a $ref in an example, a default and an extension",
      {
        X: {
          properties: { a: string },
          example: { $ref: "#/nowhere" },
          default: { $ref: "#/nowhere" },
          "x-more": { $ref: "gone.yaml" },
        },
      },
      "{ a?: string; }",
    ],
    ["a property that is called $ref", { X: { properties: { $ref: string } } }, "{ $ref?: string; }"],
    [
      "an inline oneOf with a discriminator",
      {
        X: {
          oneOf: [{ properties: { kind: { const: "a" } } }, { properties: { kind: { const: "b" } } }],
          discriminator: { propertyName: "kind" },
        },
      },
      '{ kind?: "a"; } | { kind?: "b"; }',
    ],
    [
      "a required name that is not a property, beside allOf",
      {
        X: { allOf: [ref("A"), { properties: { b: string }, required: ["b", "c"] }] },
        A: { properties: { a: string } },
      },
      "A & { b: string; } & { c: unknown; }",
    ],
    [
      "named properties that contradict the additional ones",
      {
        X: {
          properties: { id: { type: "integer" }, tags: { type: "array", items: string } },
          required: ["id"],
          additionalProperties: string,
        },
      },
      "{ id: number; tags?: string[]; [key: string]: string | number | string[] | undefined; }",
    ],
    [
      "a nullable union of references",
      {
        X: { anyOf: [ref("A"), ref("B")], nullable: true, type: ["object", "null"] },
        A: { properties: { a: string } },
        B: { properties: { b: string } },
      },
      "A | B | null",
    ],
  ];
  it.each(rows)("%s", async (_given, schemas, want) => {
    const { text, byName } = declarations((await apiOf(schemas)).api);
    keep(text);
    expect(byName.X).toBe(want);
  });
});

describe("an operation", () => {
  const path = (name: string, more: object = {}) => ({ name, in: "path", required: true, schema: string, ...more });
  const query = (name: string) => ({ name, in: "query", schema: string });
  const answer = (schema: unknown) => ({ description: "", content: { "application/json": { schema } } });
  const document = (paths: object, components: object = {}) => ({
    openapi: "3.0.3",
    info: { title: "T", version: "1" },
    paths,
    components,
  });
  const get = (url: string, parameters: object[], more: object = {}) =>
    document({ [url]: { get: { operationId: "x", parameters, responses: { 200: answer(string) }, ...more } } });
  const rows: [given: string, spec: object, name: string, want: string | undefined][] = [
    [
      "with `id` in path and query",
      get("/a/{id}", [path("id"), query("id")]),
      "XArgs",
      "{ pathParams: { id: string; }; queryParams?: { id?: string; }; }",
    ],
    [
      "with parameters that differ by case or punctuation",
      get("/a", [query("a-b"), query("a_b"), query("A-B")]),
      "XArgs",
      '{ queryParams?: { "a-b"?: string; a_b?: string; "A-B"?: string; }; }',
    ],
    [
      "with reserved words for parameters",
      get("/a", [query("package"), query("default"), query("__proto__")]),
      "XArgs",
      "{ queryParams?: { package?: string; default?: string; __proto__?: string; }; }",
    ],
    ["with a path parameter that is not declared", get("/a/{b}", []), "XArgs", "{ pathParams: { b: string; }; }"],
    ["with a declared path parameter that is not in the path", get("/a", [path("b")]), "XArgs", undefined],
    [
      "with text and parameters in one segment",
      get("/{a}.json/{b}:run", [path("a"), path("b", { schema: { type: "integer" } })]),
      "XArgs",
      "{ pathParams: { a: string; b: number; }; }",
    ],
    [
      "with several success responses",
      document({
        "/a": {
          get: {
            operationId: "x",
            responses: { 200: answer(string), 201: answer({ type: "number" }), "4XX": answer({ type: "boolean" }) },
          },
        },
      }),
      "XResult",
      "WithOtherFailures<ApiSuccess<200, string> | ApiSuccess<201, number> | FailureIn<Status4XX, boolean>>",
    ],
    [
      "with schemas that are called as the forms of results",
      document(
        {
          "/a": { get: { operationId: "x", responses: { 200: answer({ $ref: "#/components/schemas/ApiSuccess" }) } } },
        },
        { schemas: { ApiSuccess: string } },
      ),
      "XResult",
      "WithOtherFailures<ApiSuccessForm<200, ApiSuccess>>",
    ],
    [
      "with a reference to a parameter's schema",
      document(
        {
          "/a": {
            get: {
              operationId: "x",
              parameters: [{ name: "b", in: "query", schema: { $ref: "#/components/parameters/P/schema" } }],
              responses: { 200: answer(string) },
            },
          },
        },
        { parameters: { P: { name: "p", in: "query", schema: { enum: ["p"] } } } },
      ),
      "P",
      '"p"',
    ],
    [
      "with a reference into a response",
      document({
        "/a": { get: { operationId: "x", responses: { 200: answer({ type: "number" }) } } },
        "/b": {
          get: {
            operationId: "y",
            responses: { 200: answer({ $ref: "#/paths/~1a/get/responses/200/content/application~1json/schema" }) },
          },
        },
      }),
      "AGet200",
      "number",
    ],
  ];
  it.each(rows)("%s", async (_given, spec, name, want) => {
    const { text, byName } = declarations((await compiled(spec)).api);
    keep(text);
    expect(byName[name]).toBe(want);
  });
});

it("all of these declarations compile strictly, without the library's iterators of the DOM", async () => {
  expect(STRICT.lib).toEqual(["es2022", "dom"]);
  const runtime = readFileSync(join(root, "src/runtime/app/b44.runtime.ts"), "utf8");
  const folder = project({ "src/b44.runtime.ts": runtime, ...emitted });
  const problems = await compile(folder, "typescript-7", { compilerOptions: STRICT }, "tsconfig.json");
  expect(problems.map(show)).toEqual([]);
});
