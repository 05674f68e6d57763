import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/json/index.js";
import { parseDocument } from "../../src/spec/load/parse/parse.js";
import { pathFaults } from "../../src/spec/select/index.js";
import { openapi, specOf } from "../support/pipeline.js";

const operation = { responses: {} };

/** What is said of these paths: code, pointer, and the help where it is a suggestion. */
const said = (paths: JsonObject, components: JsonObject = {}) => {
  const { loaded, references } = specOf(openapi(paths, components));
  return pathFaults(loaded, references).map(({ code, location, help }) =>
    [code, location?.pointer, ...(help.startsWith("Did you") ? [help] : [])].join(" "),
  );
};

describe("values in place of path items and operations", () => {
  it.each<[what: string, paths: JsonObject, wanted: string[]]>([
    ["a path item that is an array", { "/a": [] }, ["B44-308 /paths/~1a"]],
    ["a path item that is a string", { "/a": "todo" }, ["B44-308 /paths/~1a"]],
    ["an operation that is an array", { "/a": { get: [] } }, ["B44-308 /paths/~1a/get"]],
    ["an operation that is a string", { "/a": { put: "todo" } }, ["B44-308 /paths/~1a/put"]],
    [
      "one among the additional operations",
      { "/a": { additionalOperations: { COPY: 1 } } },
      ["B44-308 /paths/~1a/additionalOperations/COPY"],
    ],
    [
      "an additional operation that the path item has a field for",
      { "/a": { get: operation, additionalOperations: { GET: operation, PUT: operation, Get: null } } },
      ["B44-308 /paths/~1a/additionalOperations/GET"],
    ],
    ["a method in other case", { "/a": { GET: operation } }, ["B44-113 /paths/~1a/GET"]],
    [
      "a method in two cases",
      { "/a": { GET: operation, get: operation } },
      ["B44-308 /paths/~1a/GET Did you mean `get`?"],
    ],
    ["a method in other case, of little else", { "/a": { Post: { summary: "s" } } }, ["B44-113 /paths/~1a/Post"]],
    ["a method misspelt", { "/a": { delte: operation } }, ["B44-308 /paths/~1a/delte Did you mean `delete`?"]],
    ["a method beside the paths", { "/a": {}, post: operation }, ["B44-308 /paths/post"]],
    ["a method beside the paths, of another kind", { Post: [] }, ["B44-308 /paths/Post"]],
    ["a path called like a method", { get: { get: operation } }, []],
    ["a reference for all paths that is not a string", { $ref: 1, "/a": {} }, ["B44-308 /paths/$ref"]],
    ["a reference that is null", { "/a": { $ref: null } }, ["B44-308 /paths/~1a/$ref"]],
    ["parameters that are not an array", { "/a": { parameters: { name: "p" } } }, ["B44-113 /paths/~1a/parameters"]],
    ["servers that are strings", { "/a": { servers: ["https://x.y"] } }, ["B44-113 /paths/~1a/servers/0"]],
    [
      "parameters by another name",
      { "/a": { parameter: [{}] } },
      ["B44-113 /paths/~1a/parameter Did you mean `parameters`?"],
    ],
    [
      "nothing that its author could mean",
      {
        "/a": { get: null, $ref: null, parameters: null, "x-get": [], GET: "text", connect: operation, gett: { a: 1 } },
        "x-b": [],
        "/c": null,
        about: "text",
        __proto__: {},
      },
      [],
    ],
  ])("%s", (_, paths, wanted) => {
    expect(said(paths)).toEqual(wanted);
  });

  it("is reported once at its own place if several paths reference it", () => {
    const ref = { $ref: "#/components/pathItems/P" };
    expect(said({ "/a": ref, "/b": ref }, { pathItems: { P: { Get: operation } } })).toEqual([
      "B44-113 /components/pathItems/P/Get",
    ]);
  });

  it("is reported at most thirty times if it is similar", () => {
    const paths = Object.fromEntries(Array.from({ length: 40 }, (_, index): [string, Json] => [`/${index}`, []]));
    const { loaded, references } = specOf(openapi(paths));
    const faults = pathFaults(loaded, references);
    expect(faults).toHaveLength(31);
    expect(faults.at(-1)?.message).toContain("10 more places");
  });
});

describe("values in place of a map of objects", () => {
  it.each<[root: JsonObject, wanted: string[]]>([
    [{ openapi: "3.0.3", components: { schemas: [{}], parameters: null, responses: {} } }, ["/components/schemas"]],
    [{ openapi: "3.0.3", components: [] }, ["/components"]],
    [{ swagger: "2.0", definitions: [], parameters: "x" }, ["/definitions", "/parameters"]],
    [{ swagger: "2.0", definitions: {}, responses: null }, []],
  ])("%j", (root, wanted) => {
    const { loaded, references } = specOf(root);
    const found = pathFaults(loaded, references);
    expect(found.map(({ code, location }) => [code, location?.pointer])).toEqual(wanted.map((at) => ["B44-113", at]));
    for (const { message } of found)
      expect(message).toMatch(/^`[\w.]+` is .+, but must be an object; it is ignored\.$/);
  });
});

describe("a misspelt field of the document", () => {
  it.each<[root: JsonObject, wanted: string[]]>([
    [{ openapi: "3.0.3", server: "https://x.y" }, ["/server Did you mean `servers`?"]],
    [{ openapi: "3.0.3", component: { schemas: {} } }, ["/component Did you mean `components`?"]],
    [{ openapi: "3.0.3", components: { schema: { A: {} } } }, ["/components/schema Did you mean `schemas`?"]],
    [{ swagger: "2.0", Definitions: { A: {} } }, ["/Definitions Did you mean `definitions`?"]],
    [
      {
        openapi: "3.0.3",
        servers: [],
        server: "x",
        component: {},
        "x-servers": [1],
        components: { schemas: {}, schema: { A: 1 } },
      },
      [],
    ],
    [{ swagger: "2.0", server: "https://x.y" }, []],
  ])("%j", (root, wanted) => {
    const { loaded, references } = specOf(root);
    expect(pathFaults(loaded, references).map(({ location, help }) => `${location?.pointer} ${help}`)).toEqual(wanted);
  });
});

describe("a YAML mapping in place of a key", () => {
  it.each<[text: string, lines: (number | undefined)[]]>([
    ["a: 1\n{{name}}: 2\nb:\n  - {{other}}: 3\n", [2, 4]],
    ["? {a: 1}\n: 2\n", [1]],
    ["'[object Object]': 1\n", []],
    ["'{{name}}': 1\n", []],
  ])("%j", async (text, lines) => {
    const { diagnostics } = await parseDocument(text, { display: "a.yaml" });
    expect(diagnostics.map(({ location }) => location?.line)).toEqual(lines);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(lines.map(() => "B44-113")));
  });
});
