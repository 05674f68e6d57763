import { describe, expect, it } from "vitest";
import { diagnostic } from "../../src/diagnostics/index.js";
import type { Json, JsonObject } from "../../src/json/index.js";
import { pathItemReferences, select } from "../../src/spec/select/index.js";
import {
  type Files,
  failuresOf,
  openapi,
  parsed,
  saidOf,
  selected,
  selectionOf,
  specOf,
  thrownBy,
} from "../support/pipeline.js";

const operation = (operationId?: string, ...tags: string[]): JsonObject => ({
  ...(operationId === undefined ? {} : { operationId }),
  ...(tags.length > 0 ? { tags } : {}),
  responses: {},
});

const shop = specOf(
  openapi({
    "/pets": { get: operation("listPets", "Pets"), post: operation("addPet", "Pets") },
    "/pets/{petId}": { get: operation("getPet", "Pets"), delete: operation("removePet", "Pets", "Admin") },
    "/pets/{petId}/toys": { get: operation(undefined, "Toys") },
    "/pets/{petId}/toys/{toyId}": { get: operation("getToy", "Toys"), patch: operation("changeToy", "Toys") },
    "/files/a.b+c(d)[e]{f}": { get: operation("odd") },
    "/stars/*": { get: operation("starred") },
    "/.well-known/keys": { get: operation("keys") },
    "/orders/": { get: operation("listOrders", "Big Orders") },
    "/reports": { get: { tags: [2024, null], responses: {} } },
  }),
);
const ids = (patterns: string[]) => selected(shop, patterns).map(({ entry }) => entry.id);

describe("a pattern", () => {
  it.each<[pattern: string, wanted: string[]]>([
    ["get:/pets", ["get:/pets"]],
    ["GET:/pets", ["get:/pets"]],
    ["get:/pets/{petId}", ["get:/pets/{petId}"]],
    ["get:/files/a.b+c(d)[e]{f}", ["get:/files/a.b+c(d)[e]{f}"]],
    ["get:/stars/*", ["get:/stars/*"]],
    ["*:/pets", ["get:/pets", "post:/pets"]],
    ["get:/pets/*", ["get:/pets/{petId}"]],
    ["get:/pets/*/toys", ["get:/pets/{petId}/toys"]],
    ["get:/pets/**/{toyId}", ["get:/pets/{petId}/toys/{toyId}"]],
    [
      "*:/pets/{petId}/**",
      [
        "get:/pets/{petId}",
        "delete:/pets/{petId}",
        "get:/pets/{petId}/toys",
        "get:/pets/{petId}/toys/{toyId}",
        "patch:/pets/{petId}/toys/{toyId}",
      ],
    ],
    ["get:/files/a.b+c(d)*", ["get:/files/a.b+c(d)[e]{f}"]],
    ["get:/.well-known/**", ["get:/.well-known/keys"]],
    ["*:/*ets", ["get:/pets", "post:/pets"]],
    ["tag:Toys", ["get:/pets/{petId}/toys", "get:/pets/{petId}/toys/{toyId}", "patch:/pets/{petId}/toys/{toyId}"]],
    ["tag:Big Orders", ["get:/orders/"]],
    ["tag:2024", ["get:/reports"]],
    ["id:changeToy", ["patch:/pets/{petId}/toys/{toyId}"]],
  ])("%s", (pattern, wanted) => {
    expect(ids([pattern])).toEqual(wanted);
  });

  it.each<[pattern: string, wanted: string[]]>([
    ["copy:/a", ["copy:/a"]],
    ["COPY:/a", ["COPY:/a"]],
    ["Copy:/a", ["COPY:/a", "copy:/a"]],
    ["m-search:/a", ["M-SEARCH:/a"]],
    ["copy:/*", ["COPY:/a", "copy:/a"]],
    ["Post:/a", ["post:/a"]],
  ])("of additional operations: %s", (pattern, wanted) => {
    const additionalOperations = { COPY: operation(), copy: operation(), "M-SEARCH": operation() };
    const spec = specOf(openapi({ "/a": { post: operation(), additionalOperations } }));
    expect(selected(spec, [pattern]).map(({ entry }) => entry.id)).toEqual(wanted);
  });

  it("matches all operations as a glob over everything", () => {
    expect(ids(["*:/**"])).toEqual(shop.entries.map((entry) => entry.id));
  });

  it("matches a path without a slash as if it had one", () => {
    const spec = specOf(openapi({ "pets/{id}": { get: operation() }, "shops/x": { get: operation() } }));
    const taken = (pattern: string) => selected(spec, [pattern]).map(({ entry }) => entry.id);
    expect(taken("*:/**")).toEqual(["get:pets/{id}", "get:shops/x"]);
    expect(taken("get:/pets/**")).toEqual(["get:pets/{id}"]);
    expect(taken("get:pets/*")).toEqual(["get:pets/{id}"]);
  });

  it("matches an empty path by name, and by globs that match a slash", () => {
    const spec = specOf(openapi({ "": { get: operation(), post: operation() }, "/a": { get: operation() } }));
    const taken = (pattern: string) => selected(spec, [pattern]).map(({ entry }) => entry.id);
    expect(taken("get:")).toEqual(["get:"]);
    expect(taken("*:")).toEqual(["get:", "post:"]);
    expect(taken("get:/**")).toEqual(["get:", "get:/a"]);
    expect(() => taken("tag:")).toThrow("not valid");
  });

  it("keeps the document's order, whatever the order of the patterns", () => {
    expect(ids(["id:odd", "tag:Admin", "get:/pets"])).toEqual([
      "get:/pets",
      "delete:/pets/{petId}",
      "get:/files/a.b+c(d)[e]{f}",
    ]);
  });
});

describe("an operation that was named", () => {
  it.each<[patterns: string[] | "all", wanted: boolean]>([
    [["get:/pets"], true],
    [["id:listPets"], true],
    [["get:/pets", "tag:Pets"], true],
    [["tag:Pets", "get:/pets"], true],
    [["tag:Pets"], false],
    [["get:/pet*"], false],
    [["*:/pets"], false],
    ["all", false],
  ])("%j", (patterns, wanted) => {
    expect(selected(shop, patterns).find(({ entry }) => entry.id === "get:/pets")?.named).toBe(wanted);
  });
});

describe("a faulty selection", () => {
  it.each<[patterns: string[], code: string, help: string | RegExp]>([
    [["get:/pet"], "B44-202", "Did you mean get:/pets?"],
    [["get:/pets/"], "B44-202", "Did you mean get:/pets?"],
    [["get:/PETS"], "B44-202", "Did you mean get:/pets?"],
    [["get:pets"], "B44-202", "Did you mean get:/pets?"],
    [["get:/pets/{id}"], "B44-202", "Did you mean get:/pets/{petId}?"],
    [["get:/pets/:petId"], "B44-202", "Did you mean get:/pets/{petId}?"],
    [["put:/pets/{petId}"], "B44-202", "Did you mean get:/pets/{petId}?"],
    [["delete:/pets/{id}"], "B44-202", "Did you mean delete:/pets/{petId}?"],
    [["get:/orders"], "B44-202", "Did you mean get:/orders/?"],
    [["get:/petts/**"], "B44-201", "Did you mean get:/pets/**?"],
    [["*:/pets/{petId}/tyos/**"], "B44-201", "Did you mean *:/pets/{petId}/toys/**?"],
    [["get:/nothing/near/**"], "B44-201", /inspect/],
    [["get:/pets/{petId}/toyz*"], "B44-201", /inspect/],
    [["tags:Toys"], "B44-202", "Did you mean tag:Toys?"],
    [["id:listpets"], "B44-202", "Did you mean id:listPets?"],
    [["get:listPets"], "B44-202", "Did you mean id:listPets?"],
    [["listPets"], "B44-205", "Did you mean id:listPets?"],
    [["Toys"], "B44-205", "Did you mean tag:Toys?"],
    [["pets"], "B44-205", "Did you mean tag:Pets?"],
    [[" get:/pets "], "B44-205", "Did you mean get:/pets?"],
    [["/pets"], "B44-205", "Did you mean get:/pets?"],
    [["GET /pets/{x}"], "B44-205", "Did you mean get:/pets/{petId}?"],
    [[""], "B44-205", /get:\/path/],
    [[":/pets"], "B44-205", "Did you mean get:/pets?"],
    [["all"], "B44-205", /--all/],
    [["**"], "B44-205", /--all/],
    [["tag:"], "B44-205", /get:\/path/],
    [["g t:/pets"], "B44-205", /get:\/path/],
    [["'get:/pets'"], "B44-205", /double quotes/],
    [["get;C:\\Program Files\\Git\\pets\\**"], "B44-205", /MSYS_NO_PATHCONV/],
    [["get:C:/Program Files/Git/pets"], "B44-202", /MSYS_NO_PATHCONV/],
    [["get:C:/Program Files/Git/pets/**"], "B44-201", /MSYS_NO_PATHCONV/],
    [["tag:toys"], "B44-201", "Did you mean tag:Toys?"],
    [["get:/petss"], "B44-202", "Did you mean get:/pets?"],
    [["get:/toys"], "B44-202", /inspect/],
    [["tag:Nobody"], "B44-201", /inspect/],
    [["tag:Nobody", "tag:Toy"], "B44-203", /inspect/],
    [["id:get-pets-by-petId-toys"], "B44-202", "Did you mean get:/pets/{petId}/toys?"],
    [[], "B44-201", /get:\/path/],
  ])("%j is %s", (patterns, code, help) => {
    const diagnostic = thrownBy(() => selected(shop, patterns))[0];
    expect(diagnostic?.code).toBe(code);
    expect(diagnostic?.help).toEqual(typeof help === "string" ? help : expect.stringMatching(help));
  });

  it("does not try to match a pattern that is longer than any path", () => {
    expect(thrownBy(() => selected(shop, [`get:/${"*".repeat(70_000)}`]))[0]?.code).toBe("B44-205");
  });

  it("reports all faults at once", () => {
    const codes = (patterns: string[]) => thrownBy(() => selected(shop, patterns)).map(({ code }) => code);
    expect(codes(["a", "b"])).toEqual(["B44-205", "B44-205"]);
    expect(codes(["get:/a", "tag:B", "get:/pets"])).toEqual(["B44-202", "B44-203"]);
    expect(codes(["tag:B"])).toEqual(["B44-201"]);
    expect(codes(["tag:B", "tag:C"])).toEqual(["B44-203", "B44-203", "B44-201"]);
  });

  it("recognises an operation by its name in generated code", () => {
    const spec = specOf(openapi({ "/crm/v3/contacts": { get: operation("get-/crm/v3/contacts") } }));
    const [found] = thrownBy(() => selected(spec, ["id:getCrmV3Contacts"]));
    expect(found?.help).toBe("Did you mean id:get-/crm/v3/contacts?");
  });

  it("suggests no other path for an existing one", () => {
    const spec = specOf(openapi({ "/batch/read": { pots: operation() }, "/batch/reads": { post: operation() } }));
    expect(thrownBy(() => selected(spec, ["post:/batch/read"]))[0]?.help).toMatch(/inspect/);
  });

  it("reports if no operation has a tag", () => {
    const spec = specOf(openapi({ "/a": { get: operation() } }));
    const [found] = thrownBy(() => selected(spec, ["tag:A"]));
    expect(found?.message).toBe("The pattern tag:A matches no operation of openapi.json: none of them has a tag.");
  });

  it("only warns about a wide pattern without matches if others match", () => {
    const result = selectionOf(shop, ["tag:Nobody", "get:/pets"]);
    expect(result.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["B44-203", "warning"]]);
    expect(result.selected.map(({ entry }) => entry.id)).toEqual(["get:/pets"]);
  });

  it.each<[what: string, paths: Json]>([
    ["no paths", {}],
    ["null for its paths", null],
    ["paths without operations", { "/a": { parameters: [], get: null, post: "x", put: [{}] }, "/b": null, "/c": "x" }],
    ["extensions only", { "x-a": { get: {} } }],
  ])("a document with %s has no operations", (_, paths) => {
    const spec = specOf({ ...openapi({}), paths, webhooks: { a: { post: {} } } });
    const { selected, diagnostics } = selectionOf(spec, "all");
    expect(selected).toEqual([]);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["B44-206", "warning"]]);
  });

  it("a document whose only operation is empty reports which one", () => {
    const { diagnostics } = selectionOf(specOf(openapi({ "/a": { get: null } })), "all");
    expect(diagnostics.map(({ message, location }) => [message, location?.pointer])).toEqual([
      ["openapi.json has no operations: `get` of /a is empty.", "/paths/~1a/get"],
    ]);
  });

  it.each<[paths: Json, message: string]>([
    [[{ "/a": { get: {} } }], "openapi.json has no operations: its `paths` is an array, but must be an object."],
    ["/a", 'openapi.json has no operations: its `paths` is "/a", but must be an object.'],
  ])("a document with %j for its paths is refused", (paths, message) => {
    const spec = specOf({ ...openapi({}, { schemas: { A: {} } }), paths });
    const found = thrownBy(() => selected(spec));
    expect(found.map(({ code, severity, message: said }) => [code, severity, said])).toEqual([
      ["B44-206", "error", message],
    ]);
  });

  it("a document whose paths are all broken references says so, not that it has only schemas", () => {
    const paths = { "/a": { $ref: "#/components/pathItems/None" } };
    const found = thrownBy(() => selected(specOf(openapi(paths, { schemas: { A: {} } }))));
    expect(found.at(-1)).toMatchObject({
      code: "B44-206",
      severity: "error",
      message: "openapi.json has no operations: its paths are references that lead to none.",
      help: expect.stringMatching(/references/),
    });
  });

  it("a pattern of a document without operations matches nothing", () => {
    const spec = specOf(openapi({}));
    expect(thrownBy(() => selected(spec, ["*:/**"])).map(({ code }) => code)).toEqual(["B44-206", "B44-201"]);
  });

  it.each<[root: JsonObject, message: string]>([
    [openapi({}), "openapi.json has no operations."],
    [
      openapi({}, {}, { webhooks: { a: {} } }),
      "openapi.json has no operations, only webhooks, which an app does not call.",
    ],
    [openapi({}, { schemas: { A: {} } }), "openapi.json has no operations, only schemas."],
    [{ swagger: "2.0", definitions: { A: {} } }, "openapi.json has no operations, only schemas."],
  ])("and says what it has instead: %j", (root, message) => {
    expect(selectionOf(specOf(root), "all").diagnostics.map((item) => item.message)).toEqual([message]);
  });
});

describe("a document whose paths have another name", () => {
  it.each(["Paths", "path", "pahts"])("gets a suggestion: %s", (key) => {
    const spec = specOf({ openapi: "3.1.0", [key]: { "/a": { get: {} } } });
    const [found] = selectionOf(spec, "all").diagnostics;
    expect([found?.code, found?.location?.pointer, found?.help]).toEqual([
      "B44-206",
      `/${key}`,
      "Did you mean `paths`?",
    ]);
  });
});

describe("the operations of a document", () => {
  const list = (root: JsonObject, files?: Files) => specOf(root, files).entries;

  it("have the data that selection and bundling need", () => {
    const get = { operationId: "x", tags: ["a", 1, null, "b"] };
    const [entry] = list(openapi({ "/a~b/{c}": { get } }));
    expect(entry).toMatchObject({
      id: "get:/a~b/{c}",
      method: "get",
      path: "/a~b/{c}",
      operationId: "x",
      tags: ["a", "1", "b"],
    });
    expect(entry?.operation).toBe(get);
    expect(entry?.origin).toEqual({ file: "openapi.json", pointer: "/paths/~1a~0b~1{c}/get" });
  });

  it.each<[what: string, pathItem: string, wanted: string[]]>([
    [
      "all methods, in the specification's order",
      '{"query":{},"trace":{},"patch":{},"head":{},"options":{},"delete":{},"post":{},"put":{},"get":{}}',
      ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"],
    ],
    [
      "additional operations, in their own order",
      '{"additionalOperations":{"M-SEARCH":{},"copy":{}},"get":{}}',
      ["get", "M-SEARCH", "copy"],
    ],
    ["methods in capitals", '{"POST":{},"Get":{},"get":"no"}', ["get", "post"]],
    ["each id once", '{"get":{},"additionalOperations":{"GET":{},"COPY":{},"copy":{}}}', ["get", "COPY", "copy"]],
    ["no values other than objects", '{"get":[],"put":null,"additionalOperations":[{}]}', []],
    ["nothing of a prototype", '{"__proto__":{"get":{}},"constructor":{}}', []],
  ])("takes %s", (_, pathItem, wanted) => {
    expect(list(openapi({ "/a": parsed(pathItem) })).map((entry) => entry.method)).toEqual(wanted);
  });

  it.each(["__proto__", "constructor", "", "pets", "http://x/y", "/a b", "/日本", "x", "/x-"])(
    "takes the path %j",
    (path) => {
      const root = parsed(`{"openapi":"3.1.0","paths":{${JSON.stringify(path)}:{"get":{"operationId":"a"}}}}`);
      expect(list(root).map((entry) => entry.id)).toEqual([`get:${path}`]);
    },
  );

  it.each<[what: string, root: JsonObject, files: Files, wanted: Record<string, string>]>([
    [
      "a path item in another document",
      openapi({ "/a": { $ref: "paths/a.json" } }),
      { "paths/a.json": { get: { operationId: "a" } } },
      { "get:/a": "paths/a.json#/get" },
    ],
    [
      "a path item in the components",
      openapi({ "/a": { $ref: "#/components/pathItems/A" } }, { pathItems: { A: { get: { operationId: "a" } } } }),
      {},
      { "get:/a": "openapi.json#/components/pathItems/A/get" },
    ],
    [
      "a chain of references",
      openapi({ "/a": { $ref: "a.json#/x" } }),
      { "a.json": { x: { $ref: "b.json#/~1y" } }, "b.json": { "/y": { put: { operationId: "a" } } } },
      { "put:/a": "b.json#/~1y/put" },
    ],
    [
      "siblings of a reference, which come first",
      openapi({ "/a": { $ref: "a.json", post: { operationId: "own" } } }),
      { "a.json": { post: { operationId: "other" }, get: { operationId: "a" } } },
      { "get:/a": "a.json#/get", "post:/a": "openapi.json#/paths/~1a/post" },
    ],
    [
      "an operation in another document",
      openapi({ "/a": { get: { $ref: "a.json#/get" } } }),
      { "a.json": { get: { operationId: "a" } } },
      { "get:/a": "a.json#/get" },
    ],
    [
      "paths in another document",
      { ...openapi({}), paths: { $ref: "paths.json", "/b": { get: {} } } },
      { "paths.json": { "/a": { get: { operationId: "a" } }, "/b": { put: {} } } },
      { "get:/b": "openapi.json#/paths/~1b/get", "get:/a": "paths.json#/~1a/get" },
    ],
    [
      "a circle of path items",
      openapi({ "/a": { $ref: "#/paths/~1b" }, "/b": { $ref: "#/paths/~1a" }, "/c": { get: {} } }),
      {},
      { "get:/c": "openapi.json#/paths/~1c/get" },
    ],
    [
      "an operation whose reference leads nowhere, as it stands",
      openapi({ "/a": { get: { $ref: "#/x" } } }),
      {},
      { "get:/a": "openapi.json#/paths/~1a/get" },
    ],
  ])("follows %s", (_, root, files, wanted) => {
    const found = list(root, files).map(({ id, origin }) => [id, `${origin.file}#${origin.pointer}`]);
    expect(found).toEqual(Object.entries(wanted));
  });

  it("have the references to read before operations can be listed", () => {
    const root = openapi(
      {
        "/a": { $ref: "a.yaml" },
        "/b": { get: { $ref: "b.yaml#/get", parameters: [{ $ref: "no.yaml" }] }, parameters: [{ $ref: "no.yaml" }] },
        "/c": { $ref: "#/components/pathItems/C" },
        "/d": { additionalOperations: { COPY: { $ref: "d.yaml" } }, "x-d": { $ref: "no.yaml" } },
        "/e": null,
      },
      { pathItems: { C: { $ref: "c.yaml" }, D: { $ref: "no.yaml" } }, schemas: { S: { $ref: "no.yaml" } } },
    );
    const found = (paths: JsonObject) => pathItemReferences(specOf(paths).loaded).filter((ref) => !ref.startsWith("#"));
    expect(found(root)).toEqual(["a.yaml", "b.yaml#/get", "c.yaml", "d.yaml"]);
    expect(found({ ...openapi({}), paths: { $ref: "paths.yaml" } })).toEqual(["paths.yaml"]);
    expect(found(openapi({ "/a": { $ref: "#/paths/~1a" } }))).toEqual([]);
  });
});

describe("a path without callable operations", () => {
  const spec = specOf(
    openapi({ "/a": { $ref: "#/x" }, "/b": { $ref: "absent.json" }, "/c": { get: operation("c", "C") } }),
  );
  const said = (patterns: string[] | "all") =>
    selectionOf(spec, patterns).diagnostics.map(({ code, location }) => [code, location?.pointer]);

  it("is reported if all operations, or a glob over it, are selected", () => {
    const both = [
      ["B44-108", "/paths/~1a/$ref"],
      ["B44-110", "/paths/~1b/$ref"],
    ];
    expect(said("all")).toEqual(both);
    expect(said(["*:/**"])).toEqual(both);
    expect(said(["get:/c"])).toEqual([]);
  });

  it.each<[patterns: string[], want: string[]]>([
    [["get:/a"], ["error B44-108"]],
    [
      ["get:/a", "tag:C"],
      ["error B44-108", "warning B44-110"],
    ],
    [
      ["tag:C", "get:/a"],
      ["error B44-108", "warning B44-110"],
    ],
  ])("is told of where it was named: %s", (patterns, want) => {
    const found = thrownBy(() => selected(spec, patterns));
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual(want);
    expect(found[0]?.message).toBe('The reference "#/x" points to nothing.');
    expect(found[0]?.help).toMatch(/^Fix/);
  });

  const documents: [patterns: string[] | "all", missing: string[], broken: string[], names: string[] | undefined][] = [
    ["all", ["warning B44-110"], ["error B44-110"], ["/b"]],
    [["*:/**"], ["warning B44-110"], ["error B44-110"], ["/b"]],
    [["get:/b"], ["error B44-110"], ["error B44-110"], undefined],
    [["get:/b", "*:/**"], ["error B44-110"], ["error B44-110"], undefined],
    [["tag:C"], ["warning B44-110"], ["error B44-110"], ["/b"]],
    [["id:c"], [], [], []],
    [["id:b"], ["error B44-110", "error B44-202"], ["error B44-110", "error B44-202"], undefined],
    [["get:/c"], [], [], []],
  ];
  it.each(documents)(
    "in a document that is missing, or broken, is told of for %j",
    (patterns, missing, broken, lacks) => {
      const { loaded, entries, references } = specOf(
        openapi({ "/b": { $ref: "b.json" }, "/c": { get: operation("c", "C") } }),
      );
      const said = (location?: { file: string; line: number }) => {
        const failures = failuresOf([["file:///api/b.json", diagnostic("B44-110", { message: "No.", location })]]);
        let unread: readonly string[] | undefined;
        const diagnostics = saidOf(() => {
          const selection = select(loaded, entries, patterns, { references, failures });
          unread = selection.unread;
          return selection.diagnostics;
        });
        return { unread, lines: diagnostics.map(({ code, severity }) => `${severity} ${code}`) };
      };
      expect(said()).toEqual({ lines: missing, unread: lacks?.map((path) => `file:///api${path}.json`) });
      expect(said({ file: "b.json", line: 1 }).lines).toEqual(broken);
    },
  );

  it.each<[patterns: string[] | "all", wanted: string[]]>([
    ["all", ["warning B44-110"]],
    [["get:/**"], ["warning B44-110"]],
    [
      ["tag:T", "get:/c"],
      ["warning B44-110", "warning B44-203"],
    ],
    [["get:/c"], []],
    [["get:/lost"], ["error B44-110", "error B44-202"]],
  ])("may be among those that a reference in the place of paths stands for: %s", (patterns, wanted) => {
    const beside = specOf({ ...openapi({}), paths: { $ref: "absent.json", "/c": { get: { tags: ["C"] } } } });
    const location = { file: "openapi.json", pointer: "/paths/$ref" };
    const reason = diagnostic("B44-110", { message: "Not there.", location });
    const failures = failuresOf([["file:///api/absent.json", reason]]);
    const { loaded, entries, references } = beside;
    const found = saidOf(() => select(loaded, entries, patterns, { references, failures }).diagnostics);
    expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(wanted);
    expect(found.find(({ code }) => code === "B44-110")?.location ?? location).toEqual(location);
  });

  it("is reported if there are operations beside the reference", () => {
    const beside = specOf(
      openapi(
        { "/a": { $ref: "#/x", get: {} }, "/b": { $ref: "#/components/pathItems/B", get: {} } },
        { pathItems: { B: {} } },
      ),
    );
    expect(selectionOf(beside, "all").diagnostics.map(({ message }) => message)).toEqual([
      'The reference "#/x" points to nothing; its operations in /a are skipped.',
    ]);
    expect(selectionOf(beside, ["get:/a"]).diagnostics).toEqual([]);
  });

  it("has a suggestion for the first 30 paths only, since searching takes time", () => {
    const names = Array.from({ length: 31 }, (_, index) => `item${index + 10}`);
    const paths = names.map((name) => [`/${name}`, { $ref: `#/components/pathItems/${name}s` }]);
    const root = openapi(Object.fromEntries([...paths, ["/a", { get: {} }]]), {
      pathItems: Object.fromEntries(names.map((name) => [name, {}])),
    });
    const helps = selectionOf(specOf(root), "all").diagnostics.map(({ help }) => help?.startsWith("Did you mean"));
    expect(helps.map((isNear) => isNear === true)).toEqual([...Array<boolean>(30).fill(true), false]);
  });

  it("has a suggestion if a name is similar", () => {
    const near = specOf(openapi({ "/a": { $ref: "#/components/pathItems/as" } }, { pathItems: { As: { get: {} } } }));
    expect(thrownBy(() => selected(near, ["get:/a"]))[0]?.help).toBe('Did you mean "#/components/pathItems/As"?');
  });

  it("is reported if the document has nothing else", () => {
    const broken = specOf(openapi({ "/a": { $ref: "#/x" } }));
    expect(thrownBy(() => selected(broken)).map(({ code }) => code)).toEqual(["B44-108", "B44-206"]);
    const brokenPaths = specOf({ ...openapi({}), paths: { $ref: "absent.json" } });
    expect(thrownBy(() => selected(brokenPaths))[1]?.message).toContain('its paths refer to "absent.json"');
  });

  const reasons: [given: string, item: string, want: [code: string, place: string, says: string]][] = [
    ["an array", "list.json", ["B44-308", "openapi.json /paths/~1a/$ref", "points to an array"]],
    ["a string", "list.json#/0", ["B44-308", "openapi.json /paths/~1a/$ref", "points to plain text"]],
    ["a number", "list.json#/1", ["B44-308", "openapi.json /paths/~1a/$ref", "points to a number"]],
    ["null", "list.json#/2", ["B44-308", "openapi.json /paths/~1a/$ref", "points to nothing"]],
    ["one level too many", "deep.json", ["B44-308", "openapi.json /paths/~1a/$ref", 'one is in its "/pets"']],
    ["an object without operations", "none.json", ["B44-308", "openapi.json /paths/~1a/$ref", "without operations;"]],
    ["a circle", "circle.json", ["B44-112", "circle.json /$ref", "is circular"]],
    ["a reference that leads nowhere", "far.json", ["B44-108", "far.json /$ref", '"#/x" points to nothing']],
  ];
  it.each(reasons)("is reported with the reason: %s", (_given, $ref, [code, place, says]) => {
    const files = {
      "list.json": ["text", 1, null],
      "deep.json": { info: {}, "/pets": { get: {} } },
      "none.json": {},
      "circle.json": { $ref: "openapi.json#/paths/~1a" },
      "far.json": { $ref: "#/x" },
    };
    const { loaded, entries, references } = specOf(
      openapi({ "/a": { $ref }, "/b": { $ref }, "/c": { get: {} } }),
      files,
    );
    const { diagnostics } = select(loaded, entries, "all", { references, failures: new Map() });
    const { location, message, ...item } = diagnostics[0]!;
    expect([item.code, item.severity]).toEqual([code, "warning"]);
    expect(`${location?.file} ${location?.pointer ?? `${location?.line}:${location?.column}`}`).toBe(place);
    expect(message).toContain(says);
    if (code !== "B44-112") expect(message).toContain("the paths /a and /b are skipped");
  });
});
