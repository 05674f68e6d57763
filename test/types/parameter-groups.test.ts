import { describe, expect, it } from "vitest";
import { compiled, declarations } from "./support/schemas.js";

const parameter = (name: string, rest: object = {}) => ({ name, in: "query", schema: { type: "string" }, ...rest });
const inPath = (name: string, rest: object = {}) => parameter(name, { in: "path", required: true, ...rest });

/** The types of operations `a`, `b` and so on, each with these parameters at a path with those of its path. */
async function typesOf(lists: object[][], schemas: object = {}): Promise<Record<string, string>> {
  const paths = Object.fromEntries(
    lists.map((parameters, index) => {
      const id = "abcdef"[index] as string;
      const own = (parameters as { name: string; in: string }[]).filter((item) => item.in === "path");
      const path = [`/${id}`, ...own.map(({ name }) => `{${name}}`)].join("/");
      const content = { "application/json": { schema: { $ref: "#/components/schemas/IdPathParams" } } };
      const responses = { 200: { description: "", content: index === 0 && "IdPathParams" in schemas ? content : {} } };
      return [path, { get: { operationId: id, parameters, responses } }];
    }),
  );
  const spec = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths, components: { schemas } };
  return declarations((await compiled(spec)).api).byName;
}

describe("parameters that several operations share", () => {
  it("are declared once, by their names", async () => {
    const list = [inPath("owner"), inPath("repo"), parameter("per_page"), parameter("page")];
    expect(await typesOf([list, list, [inPath("owner"), inPath("repo")]])).toMatchObject({
      OwnerRepoPathParams: "{ owner: string; repo: string; }",
      PerPagePageQueryParams: "{ per_page?: string; page?: string; }",
      AArgs: "{ pathParams: OwnerRepoPathParams; queryParams?: PerPagePageQueryParams; }",
      BArgs: "{ pathParams: OwnerRepoPathParams; queryParams?: PerPagePageQueryParams; }",
      CArgs: "{ pathParams: OwnerRepoPathParams; }",
    });
  });

  it("are named in the script that they are written in", async () => {
    const list = [inPath("東"), parameter("страница")];
    expect(await typesOf([list, list])).toMatchObject({
      東PathParams: '{ "東": string; }',
      СтраницаQueryParams: '{ "страница"?: string; }',
    });
  });

  it("are inlined if only one operation has them", async () => {
    expect(await typesOf([[inPath("id")], [inPath("owner")]])).toMatchObject({
      AArgs: "{ pathParams: { id: string; }; }",
      BArgs: "{ pathParams: { owner: string; }; }",
    });
  });

  it("are distinct if type, requirement or description differs", async () => {
    const lists = [
      [inPath("id"), parameter("a")],
      [inPath("id", { schema: { type: "integer" } }), parameter("a", { required: true })],
      [inPath("id", { description: "The id" }), parameter("a", { description: "Any" })],
    ];
    expect(Object.keys(await typesOf(lists)).filter((name) => name.endsWith("Params"))).toEqual([]);
  });

  it("with one name and several types keep it for the most frequent", async () => {
    const [plain, other] = [[inPath("id")], [inPath("id", { schema: { type: "integer" } })]];
    const types = await typesOf([plain, plain, other, other, other]);
    expect(types).toMatchObject({
      IdPathParams: "{ id: number; }",
      AArgs: "{ pathParams: { id: string; }; }",
      CArgs: "{ pathParams: IdPathParams; }",
    });
    expect(await typesOf([plain, plain, other, other])).toMatchObject({
      IdPathParams: "{ id: string; }",
      CArgs: "{ pathParams: { id: number; }; }",
    });
  });

  it("do not take the name of a schema", async () => {
    const types = await typesOf([[inPath("id")], [inPath("id")]], { IdPathParams: { const: "schema" } });
    expect(types).toMatchObject({ IdPathParams: '"schema"', BArgs: "{ pathParams: { id: string; }; }" });
  });

  it("are inlined if they cannot be named, or are many", async () => {
    const many = ["a", "b", "c", "d", "e"].map((name) => parameter(name));
    const types = await typesOf([[inPath("1")], [inPath("1")], [inPath("→")], [inPath("→")], many, many]);
    expect(Object.keys(types).filter((name) => name.includes("Params"))).toEqual([]);
  });
});
