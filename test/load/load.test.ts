import { existsSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it, vi } from "vitest";
import { rememberedSource } from "../../src/diagnostics/source-text.js";
import { contentHash } from "../../src/files/index.js";
import { isPrivateHost, loadSpec, locate } from "../../src/spec/load/index.js";
import { parseDocument } from "../../src/spec/load/parse/parse.js";
import { closedOrigin, diagnosticOf, serve } from "../support/documents.js";
import { folderOf } from "../support/files.js";

const minimal = '{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{}}';

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

async function loadText(text: string | Uint8Array, name = "spec.json") {
  return loadSpec(name, { cwd: folderOf({ [name]: text }) });
}

describe("what loads", () => {
  const accepted: [given: string, text: string, want: [family: string, format: string]][] = [
    ["JSON", minimal, ["3.1", "json"]],
    ["YAML", "openapi: 3.0.3\npaths: {}\n", ["3.0", "yaml"]],
    ["Swagger 2.0", 'swagger: "2.0"\npaths: {}\n', ["2.0", "yaml"]],
    ["OpenAPI 3.2", '{"openapi":"3.2.0"}', ["3.2", "json"]],
    ["openapi as the number 3.0", "openapi: 3.0\n", ["3.0", "yaml"]],
    ["openapi as the number 3.1", '{"openapi":3.1}', ["3.1", "json"]],
    ["openapi as the number 3", "openapi: 3\n", ["3.0", "yaml"]],
    ["swagger as the number 2", "swagger: 2\n", ["2.0", "yaml"]],
    ["a release candidate", '{"openapi":"3.0.0-rc1"}', ["3.0", "json"]],
    ["space around the version", '{"openapi":" 3.0.0 "}', ["3.0", "json"]],
    ["no info, no paths", '{"openapi":"3.0.0"}', ["3.0", "json"]],
    ["an empty version beside a good one", '{"openapi":"","swagger":"2.0"}', ["2.0", "json"]],
    ["YAML before empty documents", "---\nopenapi: 3.0.0\n---\n# none\n---\nnull\n", ["3.0", "yaml"]],
    ["YAML behind empty documents", "---\n---\nopenapi: 3.0.0\n", ["3.0", "yaml"]],
    ["JSON after white space", `\n\n  ${minimal}`, ["3.1", "json"]],
    ["YAML in flow style", "{openapi: 3.0.0, paths: {}}", ["3.0", "yaml"]],
    ["tabs between YAML tokens", "openapi:\t3.0.0\npaths:\t{}\t\n", ["3.0", "yaml"]],
    ["YAML with CRLF", "openapi: 3.0.0\r\npaths: {}\r\n", ["3.0", "yaml"]],
    ["nothing but spaces in front of a line", "openapi: 3.0.0\n   \npaths: {}\n", ["3.0", "yaml"]],
  ];
  it.each(accepted)("%s", async (_given, text, [family, format]) => {
    const spec = await loadText(text, "spec.yaml");
    expect([spec.family, spec.document.format]).toEqual([family, format]);
    expect(spec.diagnostics).toEqual([]);
  });

  const values: [given: string, yaml: string, want: unknown][] = [
    ["dates stay strings", "2024-01-31", "2024-01-31"],
    ["times stay strings", "2001-12-14t21:59:43.10-05:00", "2001-12-14t21:59:43.10-05:00"],
    ["yes stays a string", "[yes, No, on, y]", ["yes", "No", "on", "y"]],
    ["numbers and booleans", "[1, 1.5, 0x10, true, null, ~]", [1, 1.5, 16, true, null, null]],
    ["merge keys", "{<<: {a: 1, b: 2}, b: 3}", { a: 1, b: 3 }],
    ["merge of an array", "{<<: [{a: 1}, {a: 2, b: 2}]}", { a: 1, b: 2 }],
    ["unknown tags", "[!a x, !b [1], !c {d: 1}, !e ]", ["x", [1], { d: 1 }, null]],
    ["tags of YAML 1.1", "[!!timestamp 2020-01-01, !!binary aGk=]", ["2020-01-01", "aGk="]],
    ["numeric keys", "{200: a}", { "200": "a" }],
    [
      "keys as they were written",
      "{1.0: a, 1: b, 0x1F: c, 010: d, True: e, 1e3: f}",
      { "1.0": "a", "1": "b", "0x1F": "c", "010": "d", True: "e", "1e3": "f" },
    ],
    ["numbers and booleans written in other ways", "[1.0, 007, 1e3, True]", [1, 7, 1000, true]],
    ["numbers that JSON does not have", "[.inf, -.INF, .nan]", [".inf", "-.INF", ".nan"]],
    ["aliases", "[&a {b: 1}, *a]", [{ b: 1 }, { b: 1 }]],
    ["a quoted <<", '{"<<": {a: 1}}', { "<<": { a: 1 } }],
  ];
  it.each(values)("YAML: %s", async (_given, yaml, want) => {
    const spec = await loadText(`openapi: 3.0.0\nx: ${yaml}\n`, "spec.yaml");
    expect(spec.root.x).toEqual(want);
  });

  const unquoted: [given: string, yaml: string, want: unknown][] = [
    [
      "an enum, and a default",
      "{type: string, enum: [1.0, 1.1, 2.0], default: 2.0}",
      { type: "string", enum: ["1.0", "1.1", "2.0"], default: "2.0" },
    ],
    [
      "other forms of numbers",
      "{type: string, enum: [007, 010, 1e3, 0x1F, 0o7, .5, .inf, -0, 12345678901234567890, 1]}",
      {
        type: "string",
        enum: ["007", "010", "1e3", "0x1F", "0o7", ".5", ".inf", "-0", "12345678901234567890", "1"],
      },
    ],
    ["booleans", "{type: string, enum: [True, false]}", { type: "string", enum: ["True", "false"] }],
    ["null, which stays", "{type: string, enum: [1.0, ~, null, ]}", { type: "string", enum: ["1.0", null, null] }],
    [
      "a constant and examples",
      "{type: string, const: 1.0, example: 02138, examples: [1.50, a]}",
      { type: "string", const: "1.0", example: "02138", examples: ["1.50", "a"] },
    ],
    [
      "block style, with comments",
      "\n  type: string\n  enum:\n  - 1.0 # one\n  # two\n  - 2.0\n  -\n    3.0\n  default: # none\n    1.0",
      { type: "string", enum: ["1.0", "2.0", "3.0"], default: "1.0" },
    ],
    [
      "quotes and tags",
      "{type: string, enum: ['1.0', !!float 2.0, !!str 3.0]}",
      { type: "string", enum: ["1.0", "2.0", "3.0"] },
    ],
    [
      "a string or null",
      "{type: [string, 'null'], enum: [1.0, null]}",
      { type: ["string", "null"], enum: ["1.0", null] },
    ],
    [
      "words for null",
      "{type: string, enum: [NONE, NULL, Null], const: NULL, default: Null}",
      { type: "string", enum: ["NONE", "NULL", "Null"], const: "NULL", default: "Null" },
    ],
    [
      "null itself, and other values",
      "{type: string, enum: [NONE, null, ~], default: null, example: }",
      { type: "string", enum: ["NONE", null, null], default: null, example: null },
    ],
    [
      "words for null where null may be",
      "[{type: string, nullable: True, enum: [NULL]}, {type: [string, NULL], enum: [NULL]}, {enum: [NULL], default: NULL}]",
      [
        { type: "string", nullable: true, enum: [null] },
        { type: ["string", null], enum: [null] },
        { enum: [null], default: null },
      ],
    ],
    [
      "words for null as names",
      "{required: [NULL, ~], properties: {NULL: {type: string}, null: {}}, name: Null}",
      { required: ["NULL", null], properties: { NULL: { type: "string" }, null: {} }, name: "Null" },
    ],
    [
      "keywords that are objects with members of any name",
      "{type: {toString: 1}, nullable: {toString: 1}, enum: [1.0]}",
      { type: { toString: 1 }, nullable: { toString: 1 }, enum: [1] },
    ],
    [
      "a string or a number",
      "{type: [string, integer], enum: [1.0, True]}",
      { type: ["string", "integer"], enum: [1, "True"] },
    ],
    [
      "a string or a boolean",
      "{type: [string, boolean], enum: [1.0, True]}",
      { type: ["string", "boolean"], enum: ["1.0", true] },
    ],
    [
      "other types",
      "{a: {type: number, enum: [1.0]}, b: {enum: [1.0]}}",
      { a: { type: "number", enum: [1] }, b: { enum: [1] } },
    ],
    [
      "an array in place of a string",
      "{type: [string, array], default: [1.0]}",
      { type: ["string", "array"], default: [1] },
    ],
    [
      "an alias under two types",
      "{a: {type: number, enum: &e [1.0, 2]}, b: {type: string, enum: *e, default: &d 1.0}, c: {default: *d, enum: *e}}",
      {
        a: { type: "number", enum: [1, 2] },
        b: { type: "string", enum: ["1.0", "2"], default: "1.0" },
        c: { default: 1, enum: [1, 2] },
      },
    ],
    [
      "a merge key under two types",
      "{a: &a {type: string, enum: [1.0]}, b: {<<: *a, type: number}}",
      { a: { type: "string", enum: ["1.0"] }, b: { type: "number", enum: [1] } },
    ],
    [
      "a parameter or header of Swagger 2.0",
      "{name: 1.0, in: query, type: string, enum: [1.0]}",
      { name: "1.0", in: "query", type: "string", enum: ["1.0"] },
    ],
    [
      "an example beside the schema",
      "{in: query, schema: {type: string}, example: 1.0}",
      { in: "query", schema: { type: "string" }, example: "1.0" },
    ],
    [
      "required properties, and properties called like keywords",
      "{required: [1.0, true], properties: {default: {type: string, default: 1.0}, 1.0: {type: number, default: 1.0}}}",
      {
        required: ["1.0", "true"],
        properties: { default: { type: "string", default: "1.0" }, "1.0": { type: "number", default: 1 } },
      },
    ],
    [
      "what an operation is called, its tags, and those of the document",
      "{tags: [{name: 2024, x-order: 1.0}], paths: {/a: {get: {operationId: 1.0, tags: [2024, on, 1.0]}}}}",
      {
        tags: [{ name: "2024", "x-order": 1 }],
        paths: { "/a": { get: { operationId: "1.0", tags: ["2024", "on", "1.0"] } } },
      },
    ],
    [
      "a value that looks like a schema",
      "{type: object, example: {type: string, default: 1.0, name: 1.0}}",
      { type: "object", example: { type: "string", default: 1, name: 1 } },
    ],
    [
      "variables of a server",
      "{url: 'https://x/{v}', variables: {v: {enum: [1.0, 2.0], default: 1.0}}}",
      { url: "https://x/{v}", variables: { v: { enum: ["1.0", "2.0"], default: "1.0" } } },
    ],
  ];
  it.each(unquoted)("YAML, unquoted strings: %s", async (_given, yaml, want) => {
    const spec = await loadText(`openapi: 3.0.0\nx: ${yaml}\n`, "spec.yaml");
    expect(spec.root.x).toEqual(want);
    expect(spec.diagnostics).toEqual([]);
  });

  it("JSON, without unquoted strings", async () => {
    const x = { type: "string", enum: [1, true], default: 2 };
    expect((await loadText(JSON.stringify({ openapi: "3.0.0", x }))).root.x).toEqual(x);
  });

  it.each([
    ["1e400", Number.MAX_VALUE],
    ["[-1e400, 1e308]", [-Number.MAX_VALUE, 1e308]],
    ['{ "\u00e9": 1e400 }', { "\u00e9": Number.MAX_VALUE }],
  ])("JSON, a number too large: %s", async (text, want) => {
    expect((await loadText(`{ "openapi": "3.0.0", "x": ${text} }`)).root.x).toEqual(want);
  });

  it("a document that is a number", async () => {
    expect((await parseDocument("1.0\n", { display: "a.yaml" })).value).toBe(1);
  });

  it.each([
    ["JSON", minimal.replace("paths", "__proto__")],
    ["YAML", "openapi: 3.0.0\n__proto__: {}\n"],
  ])("keeps a member named __proto__ as an own one: %s", async (_given, text) => {
    const spec = await loadText(text);
    expect(Object.keys(spec.root)).toContain("__proto__");
    expect(Object.getPrototypeOf(spec.root)).toBe(Object.prototype);
  });

  const encodings: [given: string, bytes: Uint8Array][] = [
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${minimal}`)],
    ["UTF-16 little endian", Buffer.from(`\ufeff${minimal}`, "utf16le")],
    ["UTF-16 big endian", Buffer.from(`\ufeff${minimal}`, "utf16le").swap16()],
  ];
  it.each(encodings)("%s", async (_given, bytes) => {
    const { document } = await loadText(bytes);
    expect(document.text).toBe(minimal);
  });

  const otherBytes: [given: string, bytes: Uint8Array, want: { x: string; at: [number, number]; says: string }][] = [
    [
      "Latin-1",
      Buffer.from("openapi: 3.0.0\nx: caf\u00e9 stra\u00dfe\n", "latin1"),
      { x: "caf\u00e9 stra\u00dfe", at: [2, 7], says: "2 characters" },
    ],
    [
      "Windows-1252",
      Buffer.from("openapi: 3.0.0\nx: 5 \u0080\n", "latin1"),
      { x: "5 \u20ac", at: [2, 6], says: "Windows-1252" },
    ],
    [
      "UTF-8 in which a byte is broken, behind a byte order mark",
      Buffer.concat([Buffer.from("\ufeffopenapi: 3.0.0\nx: \u20ac\ufffd"), Buffer.from([0xe9]), Buffer.from("b\n")]),
      { x: "\u20ac\ufffd\ufffdb", at: [2, 6], says: "this part is" },
    ],
    [
      "UTF-8 in which characters are cut",
      Buffer.concat([
        Buffer.from("openapi: 3.0.0\nx: \u20ac"),
        Buffer.from([0xef, 0xbf]),
        Buffer.from("b\xff", "latin1"),
      ]),
      { x: "\u20ac\ufffdb\ufffd", at: [2, 5], says: "2 parts" },
    ],
    [
      "bytes that are not Windows-1252 either",
      Buffer.from("openapi: 3.0.0\nx: a\u0081\n", "latin1"),
      { x: "a\ufffd", at: [2, 5], says: "not all UTF-8" },
    ],
  ];
  it.each(otherBytes)("%s, with a warning", async (_given, bytes, { x, at: [line, column], says }) => {
    const { root, diagnostics } = await loadText(bytes);
    expect(root.x).toBe(x);
    expect(diagnostics).toMatchObject([{ code: "B44-113", location: { file: "spec.json", line, column } }]);
    expect(diagnostics[0]?.message).toContain(says);
  });
});

describe("what loads with a warning", () => {
  const sloppy: [given: string, text: string, want: [line: number, column: number]][] = [
    ["JSON with a trailing comma", '{"openapi":"3.0.0",\n "paths":{},\n}', [3, 1]],
    ["JSON with a comment after #", '{"openapi":"3.0.0", # here\n "paths":{}}', [1, 21]],
    ["JSON with comments in front", '// a\n/* b\n */ {"openapi":"3.0.0"}', [1, 1]],
    ["JSON with a comment after //", '{\n  // "openapi": 1,\n  "openapi":"3.0.0"}', [2, 3]],
    ["JSON with a comment in /* */", '{"openapi":"3.0.0", /* "x": "\n */ "x": "a\nb"}', [1, 21]],
    ["JSON with a line break in a string", '{"openapi":"3.0.0", "x": "a\nb"}', [1, 28]],
    ["a key twice in a YAML mapping", "openapi: 3.0.0\npaths: {}\npaths: {}\n", [3, 1]],
    ["a second YAML document", "---\nopenapi: 3.0.0\n---\n\n# other\nother: 1\n", [6, 1]],
    ["a third YAML document", "---\n---\nopenapi: 3.0.0\n...\n---\n  - 1\n--- 2\n", [6, 3]],
    ["control characters in YAML", "openapi: 3.0.0\nx: a\u000bb\n", [2, 5]],
  ];
  it.each(sloppy)("%s", async (_given, text, [line, column]) => {
    const spec = await loadText(text);
    expect(spec.diagnostics).toMatchObject([{ code: "B44-113", location: { file: "spec.json", line, column } }]);
  });

  it("reports every duplicate key in YAML, but not merged ones", async () => {
    const text =
      "openapi: 3.0.0\nx: &x {a: 1, a: 2}\nb:\n  - c: 1\n    c: 2\n  - {<<: *x, a: 3}\npaths: {}\npaths: {}\n";
    const { diagnostics } = await loadText(text);
    expect(diagnostics.map(({ message, location }) => [message.split(" ")[2], location?.line])).toEqual([
      ['"a"', 2],
      ['"c"', 5],
      ['"paths"', 8],
    ]);
  });

  const templates: [given: string, text: string, want: [line: number, column: number][]][] = [
    [
      "twice, beside null",
      "openapi: 3.0.0\nx:\n{{a}}: {y: null}\nz:\n  - {{b}}: 1\n",
      [
        [3, 1],
        [5, 5],
      ],
    ],
    ["in what is in two places by an alias", "openapi: 3.0.0\nx: &x\n  {{a}}: 1\ny: *x\n", [[3, 3]]],
    ["of the name that it is read as", 'openapi: 3.0.0\n"[object Object]": 1\n', []],
    [
      "in more places than are told of",
      `openapi: 3.0.0\nx:\n${"- {{a}}: 1\n".repeat(31)}`,
      Array.from({ length: 30 }, (_, index) => [index + 3, 3]),
    ],
  ];
  it.each(templates)("keys that are mappings: %s", async (_given, text, want) => {
    const { diagnostics } = await loadText(text);
    expect(diagnostics.map(({ location }) => [location?.line, location?.column])).toEqual(want);
    for (const { message } of diagnostics) expect(message).toContain("A key is a mapping");
  });

  const repeated: [given: string, text: string, want: [key: string, line: number, column: number][]][] = [
    [
      "in JSON",
      '{"openapi":"3.0.0",\n "paths": {"/a": {"get": {}},\n  "/a" : {"post": {}}},\n "x": [{"a":1}, {"a":2, "a":3}]}',
      [
        ['"/a"', 3, 3],
        ['"a"', 4, 25],
      ],
    ],
    ["in JSON, escaped in another way", '{"openapi":"3.0.0", "a":1, "\\u0061":2}', [['"a"', 1, 28]]],
    [
      "in JSON, named as objects have members",
      '{"openapi":"3.0.0", "__proto__":1, "__proto__":2}',
      [['"__proto__"', 1, 36]],
    ],
    ["only as values or elsewhere in JSON", '{"openapi":"3.0.0", "a":"a", "b":["a","a",":\\":{"], "c":{"a":1}}', []],
  ];
  it.each(repeated)("a key twice %s", async (_given, text, want) => {
    const { diagnostics } = await loadText(text);
    expect(
      diagnostics.map(({ message, location }) => [message.split(" ")[2], location?.line, location?.column]),
    ).toEqual(want);
  });

  it("a key twice in JSON with comments", async () => {
    const { diagnostics } = await loadText('{"openapi":"3.0.0", // "x": 1\n "x": 1, "x": 2}');
    expect(diagnostics.map(({ location }) => location?.line)).toEqual([1, 2]);
  });

  it("names thirty duplicate keys, and counts the rest", async () => {
    const members = Array.from({ length: 35 }, (_, index) => `"k${index}":1`).join();
    const { diagnostics } = await loadText(`{"openapi":"3.0.0",${members},${members}}`);
    expect(diagnostics).toHaveLength(31);
    expect(diagnostics.at(-1)?.message).toBe("Here and below, 5 more keys occur twice.");
  });

  it("keys in a comment do not count, keys after what looks like one do", async () => {
    const given = '{"openapi":"3.0.0", // "y": 1,\n "x": ["// no", "/* no */", 1, /* , */ ], }';
    expect((await loadText(given)).root).toEqual({ openapi: "3.0.0", x: ["// no", "/* no */", 1] });
    expect((await loadText("{openapi: 3.0.0, x: [https://example.com, text/*]}")).root.x).toEqual([
      "https://example.com",
      "text/*",
    ]);
  });

  it("the last of two equal keys counts", async () => {
    const spec = await loadText("openapi: 3.0.0\nx: 1\nx: 2\n");
    expect(spec.root.x).toBe(2);
  });
});

describe("what does not load", () => {
  const refused: [given: string, text: string, code: string, line?: number, column?: number][] = [
    ["JSON without a comma", '{"openapi":"3.0.0"\n "paths":{}}', "B44-104", 2, 2],
    ["JSON that ends early", '{"openapi":"3.0.0",', "B44-104", 1, 20],
    ["JSON with text after its end", '{"openapi":"3.0.0"}}', "B44-104", 1, 20],
    ["JSON with an unknown escape", '{"openapi":"3.0.0", "x": "\\q"}', "B44-104", 1, 27],
    ["JSON without a colon", '{"openapi" "3.0.0"}', "B44-104", 1, 12],
    ["JSON without its first bracket", '\n"openapi":"3.0.0",\n"paths":{}}', "B44-104", 2, 1],
    ["JSON with a string that does not end", '{"openapi":"3.0.0', "B44-104", 1, 12],
    ["YAML indented with a tab", "openapi: 3.0.0\npaths:\n\t/a: {}\n", "B44-105", 3, 1],
    ["YAML with a quote that does not end", 'openapi: "3.0.0\n', "B44-105", 1, 10],
    ["the same far from the end", "openapi: 3.0.0\ninfo:\n  title: 'a\n  b: c\npaths: {}\n", "B44-105", 3, 10],
    ["the same at the start", '"openapi: 3.0.0\npaths: {}\n', "B44-105", 1, 1],
    ["YAML with a quote that the next one ends", 'a: 1\nb: "x\nc: "y"\nd: "z"\n', "B44-105", 2, 4],
    ["the same with single quotes", "a: 1\nb: 'x\nc: 'y'\n", "B44-105", 2, 4],
    ["the same before a quoted key", 'a:\n  b: "x\n  c:\n    "200": {}\n', "B44-105", 2, 6],
    ["YAML with more behind a quote", "a: 1\nb: 'x' y\n", "B44-105", 2, 8],
    ["YAML with a bracket that does not end", "a: [1,\n  2\n", "B44-105", 1, 4],
    ["YAML with a bracket in the way", "a: [1, 2\nb: 3\n", "B44-105", 2, 1],
    ["YAML with a colon too many", "openapi: 3.0.0\ninfo: a: b\n", "B44-105", 2, 8],
    ["YAML with an unknown alias", "openapi: 3.0.0\nx: *y\n", "B44-105", 2, 4],
    ["YAML with an unknown alias that more stands behind", "a: 1\nx: [1, *yes, 2] # no\n", "B44-105", 2, 8],
    [
      "YAML with merge conflict markers",
      "a: 1\r\n<<<<<<< HEAD\r\nb: 1\r\n=======\r\nb: 2\r\n>>>>>>> x\r\n",
      "B44-105",
      2,
      1,
    ],
    ["JSON with merge conflict markers", '{\n=======\n"a":1\n>>>>>>> x\n}', "B44-104", 2, 1],
    ["text with a NUL character", "openapi: 3.0.0\nx: a\0b\n", "B44-106", 2, 5],
    ["YAML that ends in text that is not a key", "openapi: 3.0.0\npaths: {}\nstray\n", "B44-105", 3, 1],
    ["YAML nested too deep", `a: 1\nb: ${"[".repeat(1010)}${"]".repeat(1010)}\n`, "B44-111", 2, 1003],
    ["HTML", "<!DOCTYPE html><html></html>", "B44-103"],
    ["HTML in capitals after a comment", "\n<!-- x --> <HTML>", "B44-103"],
    ["an empty file", "", "B44-106"],
    ["an array", "# all of it\n- a\n", "B44-106", 1, 1],
    ["plain text", "Not Found", "B44-106", 1, 1],
    ["a number", "404", "B44-106", 1, 1],
    ["binary data", "\u001f\u008b\u0008\u0000\u0000", "B44-106"],
    ["an object without a version", '{"paths":{}}', "B44-106", 1, 1],
    ["a version that is not a string", '{"openapi":null}', "B44-106", 1, 1],
    ["AsyncAPI", "# events\nasyncapi: 2.0.0\n", "B44-106", 2, 1],
    ["a Postman collection", '{"info": {},\n  "item": []}', "B44-106", 2, 3],
    ["Swagger 1.2", 'apis: []\nswaggerVersion: "1.2"\n', "B44-107", 2, 1],
    ["OpenAPI 4", '{"openapi":"4.0.0"}', "B44-107", 1, 2],
    ["OpenAPI 3.3", "# new\nopenapi: 3.3.0\n", "B44-107", 2, 1],
    ["OpenAPI 3.10", 'openapi: "3.10"\n', "B44-107", 1, 1],
    ["Swagger 1.2 in the wrong field", '{"swagger":"1.2"}', "B44-107", 1, 2],
  ];
  it.each(refused)("%s", async (_given, text, code, line, column) => {
    const found = await diagnosticOf(loadText(text));
    expect([found.code, found.location?.line, found.location?.column]).toEqual([code, line, column]);
    expect(found.message).toContain("spec.json");
  });

  it.each<[text: string, wanted: string]>([
    ["PK\u0003\u0004\u0014\0\0", "is a ZIP archive. Unpack it"],
    ["\u001f\u008b\b\0\0", "is a file compressed with gzip. Unpack it"],
    [
      "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 1\n",
      "is a pointer of Git LFS, not an OpenAPI document. Run",
    ],
    ["#%RAML 1.0\ntitle: A\n/users:\n  get:\n", "is a RAML document"],
    ['<?xml version="1.0"?>\n<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>', "is a WSDL document"],
    ["<Edmx><a/></Edmx>", "is an XML document"],
    ['// ours\nsyntax = "proto3";\nservice S {\n  rpc A(B) returns (C);\n}\n', "is a Protocol Buffers schema"],
    ['"""Ours"""\ntype Query { me: User }\ntype User { id: ID! name: String }\n', "is a GraphQL schema"],
    ["schema {\n  query: Query\n}\n", "is a GraphQL schema"],
    ['{"data":{"__schema":{}}}', "is a GraphQL schema"],
    ['{"log":{"entries":[]}}', "is a HAR file"],
    ["type: collection.insomnia.rest/5.0\nname: A\n", "is an Insomnia export"],
    ['{"openrpc":"1.2.6","methods":[]}', "is an OpenRPC document"],
    ["overlay: 1.0.0\nactions: []\n", "is an OpenAPI overlay, not an OpenAPI document. Apply it to its document"],
    ['{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object"}', "is a JSON Schema"],
    [
      "paths:\n  /a: {}\n",
      "has neither `openapi` nor `swagger`, so it is not an OpenAPI document. If it is one, add its version",
    ],
  ])("says what another kind of document is: %j", async (text, wanted) => {
    const { code, message, help } = await diagnosticOf(loadText(text));
    expect([code, `${message} ${help}`]).toEqual(["B44-106", expect.stringContaining(wanted)]);
  });

  it.each<[display: string, page: string, wanted: string]>([
    ["https://a.com/docs", "<script>SwaggerUIBundle({ url: '/openapi.json' })</script>", "https://a.com/openapi.json."],
    ["https://a.com/v1/docs", '<redoc spec-url="spec.yaml?key=1"></redoc>', "https://a.com/v1/spec.yaml?…."],
    ["docs.html", '<script>ui = SwaggerUIBundle({ "url": "https://b.com/v2" })</script>', "https://b.com/v2."],
    ["docs.html", '<script>ui = SwaggerUIBundle({ "url": "/openapi.json" })</script>', "such pages usually link to it"],
    ["https://a.com/docs", "<redoc spec-url='javascript:alert(1)'></redoc>", "such pages usually link to it"],
    ["https://a.com/docs", "<a data-x='url: \"/x\"'>Sign in</a>", "On GitHub that is the “Raw” link"],
  ])("says where the spec is that a page shows: %s %s", async (display, page, wanted) => {
    const { code, help } = await diagnosticOf(parseDocument(`<!doctype html><html>${page}</html>`, { display }));
    expect([code, help]).toEqual(["B44-103", expect.stringContaining(wanted)]);
  });

  it.each<[text: string, wanted: string]>([
    ["summary: Read a batch: of\nx: 1\n", "1:22 an unquoted string contains a colon"],
    ["a:\n  - summary: Read a: b\n    x: 1\n", "2:20 an unquoted string contains a colon"],
    ["a:\n  $b: Read a: b # c\n", "2:13 an unquoted string contains a colon"],
    ["'a': Read a: b\n", "1:12 an unquoted string contains a colon"],
    ["a: some text\n  goes on\n  and on: here\n", "3:9 an unquoted string contains a colon"],
    ["a:\n  b: 1\n  summary Read\n  c: 1\n", "3:3 a colon after the key that starts here is missing"],
    ["a:\n  summary Read\n  c: 1\n", "2:3 a colon after the key that starts here is missing"],
    ["a:\n  b: 1\n  summary Read\n\n  # c\n  c: 1\n", "3:3 a colon after the key that starts here is missing"],
    ["a:\n  b: 1\n  summary Read\nc: 1\n", "3:3 a colon after the key that starts here is missing"],
    ["a:\n  b: 1\n  c:x\n  d: 1\n", "3:3 a space after the colon of the key that starts here is missing"],
    ["a:\n  b: 1\n   c: 2\n", "3:5 bad indentation"],
    ['a: "x" y: z\n', "1:8 bad indentation"],
  ])("says of a colon what is wrong with it: %j", async (text, wanted) => {
    const { code, location, message } = await diagnosticOf(parseDocument(text, { display: "x" }));
    expect([code, `${location?.line}:${location?.column} ${message.replace('"x" is not valid YAML: ', "")}`]).toEqual([
      "B44-105",
      expect.stringContaining(wanted),
    ]);
  });

  it.each([
    ["opnapi: 3.1", "B44-106", "Did you mean `openapi`?"],
    ["openapi: release 3.0.0", "B44-107", 'Did you mean `openapi: "3.0.0"`?'],
    ["openapi: release 2.0", "B44-107", 'Did you mean `swagger: "2.0"`?'],
    ["openapi: 3.3.0", "B44-107", "Write the version that the document follows"],
    ["openapi: ${VERSION}", "B44-107", "Write the version that the document follows"],
    ["swagger: '1.2'", "B44-107", "Convert the document"],
    ["swagger: 4.0", "B44-107", "Write the version that the document follows"],
  ])("says of a version what to do: %s", async (text, code, help) => {
    const found = await diagnosticOf(loadText(`x: 1\n${text}\n`));
    expect([found.code, found.location?.line]).toEqual([code, 2]);
    expect(found.help).toContain(help);
  });

  it.each<[text: string, wanted: Record<string, unknown>]>([
    ["openapi: v3.0.0", { openapi: "3.0.0" }],
    ["openapi: openapi 3.0.0", { openapi: "3.0.0" }],
    ["openapi: OAS v3.1", { openapi: "3.1" }],
    ["swagger: Swagger 2.0", { swagger: "2.0" }],
    ["OpenAPI: 3.1", { openapi: "3.1" }],
    ["swagger: 3.0.1", { openapi: "3.0.1" }],
    ["swagger: '3.0'\nbasePath: /", { swagger: "2.0", basePath: "/" }],
    ["swagger: '3.0'\nbasePath: /\ncomponents: {}", { openapi: "3.0", basePath: "/", components: {} }],
    ["openapi: '2.0'", { swagger: "2.0" }],
    ["openapi: '2.0'\ncomponents: {}", { openapi: "3.0.0", components: {} }],
  ])("reads the version that is meant by %j", async (text, wanted) => {
    const { root, document, diagnostics } = await loadText(`x: 1\n${text}\n`);
    expect([root, document.value]).toEqual([{ x: 1, ...wanted }, root]);
    expect(diagnostics.map(({ code, location }) => [code, location?.line])).toEqual([["B44-113", 2]]);
  });

  it.each([
    ["comments of JSON", '{ // { "a": 1\n"OpenAPI": "3.0.0", "x":\n{ "a": 1 } }'],
    ["a key twice in JSON", '{"OpenAPI": "3.0.0", "x": { "a": 1 }, "x": {\n\n"a": 2 } }'],
    ["control characters of YAML", 'OpenAPI: 3.0.0\nx: { y: "\u0001",\n  a: 1 }'],
  ])("finds places beside a version that is meant and %s", async (_given, text) => {
    const { document } = await loadText(text, "spec");
    expect(locate(document, "/x/a")?.line).toBe(3);
  });

  it.each([
    ["JSON", '{"openapi":"3.0.0"\n "paths":{}}', ' "paths":{}}'],
    ["YAML", "openapi: 3.0.0\npaths: [", "paths: ["],
  ])("hands over the text of %s that does not parse, for an excerpt", async (_form, text, line) => {
    const { location } = await diagnosticOf(loadText(`\ufeff${text}`));
    expect(rememberedSource(location!)?.lines(location!.line!, location!.line!)).toEqual([line]);
  });

  it.each([
    ["a missing file", "missing.yaml"],
    ["a folder", "."],
    ["a path through a file", "spec.json/x"],
    ["a URL of another kind", "ftp://example.com/spec.json"],
    ["no URL", "https://:0/"],
    ["a file URL of another machine", "file://elsewhere%2F/x"],
    ["an empty path", ""],
  ])("%s", async (_given, input) => {
    const cwd = folderOf({ "spec.json": minimal });
    expect((await diagnosticOf(loadSpec(input, { cwd }))).code).toBe("B44-101");
  });

  const cut: [given: string, text: string, reason: string][] = [
    [
      "aliases that multiply",
      Array.from({ length: 10 }, (_, i) => `a${i}: &a${i} [${Array(9).fill(i ? `*a${i - 1}` : "x")}]`).join("\n"),
      "aliases",
    ],
    ["an alias inside itself", "a: &a\n  b: *a\n", "circle"],
    [
      "aliases that go deep",
      `a0: &a0 []\n${Array.from({ length: 3000 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`).join("\n")}`,
      "nesting",
    ],
    ["deep JSON", "[".repeat(1_000_000) + "]".repeat(1_000_000), "nesting"],
    ["YAML that is deep for a spec", `a: ${"[".repeat(500)}${"]".repeat(500)}`, "nesting"],
  ];
  it.each(cut)("shortens %s", async (_given, text, reason) => {
    const { value, cuts } = await parseDocument(text, { display: "x" });
    expect([...new Set(cuts?.values())]).toEqual([reason]);
    expect(JSON.stringify(value).length).toBeLessThan(20_000_000);
  });

  it("removes what is below 200 levels, and nothing else", async () => {
    const lists = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
    for (const [levels, count] of [
      [200, 0],
      [201, 1],
    ] as const) {
      const { value, cuts } = await parseDocument(lists(levels), { display: "x" });
      expect([JSON.stringify(value), cuts?.size]).toEqual([lists(levels), count]);
    }
  });

  it("removes only what is necessary, and first what has the most aliases", async () => {
    const wide = `&w [${"x,".repeat(1000)}]`;
    const text = `huge: [${wide}${", *w".repeat(2000)}]\nlarge: [*w, *w]\nplain: [{a: 1}]\n`;
    const { value } = await parseDocument(text, { display: "x" });
    const { huge, large, plain } = value as Record<string, string[][]>;
    expect(large?.map(({ length }) => length)).toEqual([1000, 1000]);
    expect(plain).toEqual([{ a: 1 }]);
    const ofSize = (size: number) => huge?.filter(({ length }) => length === size).length ?? 0;
    expect(ofSize(1000)).toBeGreaterThan(900);
    expect(ofSize(1000) + ofSize(0)).toBe(2001);
  });

  const large: [given: string, text: string][] = [
    ["deep YAML", "- ".repeat(3000)],
    ["deep broken JSON", "[".repeat(1_000_000)],
    [
      "merge keys that multiply",
      `a: &a {${Array.from({ length: 1200 }, (_, i) => `k${i}: 1`)}}\n${Array.from({ length: 1000 }, (_, i) => `m${i}: {<<: *a}`).join("\n")}`,
    ],
  ];
  it.each(large)("%s", async (_given, text) => {
    expect((await diagnosticOf(parseDocument(text, { display: "x" }))).code).toBe("B44-111");
  });

  it("does not treat a comment as the beginning of something long", async () => {
    await expect(parseDocument("<!---->".repeat(1000), { display: "x" })).resolves.toBeDefined();
  });

  it("a file over the limit", async () => {
    const cwd = folderOf({ "spec.json": minimal });
    expect((await diagnosticOf(loadSpec("spec.json", { cwd, maxBytes: 10 }))).code).toBe("B44-111");
  });
});

describe("the location of a spec", () => {
  it("a path, relative to the working folder", async () => {
    const cwd = folderOf({ "specs/a b#c.json": minimal });
    const { document } = await loadSpec("specs/a b#c.json", { cwd });
    expect(document).toMatchObject({
      uri: pathToFileURL(path.join(cwd, "specs/a b#c.json")).href,
      display: "specs/a b#c.json",
      text: minimal,
      hash: contentHash(minimal),
    });
  });

  it("has the hash of its bytes, by which a run detects that nothing changed", async () => {
    const bytes = Buffer.from(`\ufeff${minimal}`, "utf16le");
    const { document } = await loadSpec("-", { cwd: "/", stdin: async () => bytes });
    expect([document.text, document.hash]).toEqual([minimal, contentHash(bytes)]);
  });

  it("an absolute path and a file URL", async () => {
    const cwd = folderOf({ "spec.json": minimal });
    const file = path.join(cwd, "spec.json");
    const byPath = await loadSpec(file, { cwd: "/" });
    const byUrl = await loadSpec(pathToFileURL(file).href, { cwd: "/" });
    expect(byPath.document.uri).toBe(byUrl.document.uri);
  });

  it("standard input", async () => {
    const { document } = await loadSpec("-", { cwd: "/", stdin: async () => Buffer.from(minimal) });
    expect([document.uri, document.display]).toEqual(["stdin:", "<stdin>"]);
  });

  it("standard input over the limit", async () => {
    const stdin = async () => Buffer.from(minimal);
    expect((await diagnosticOf(loadSpec("-", { cwd: "/", stdin, maxBytes: 5 }))).code).toBe("B44-111");
  });

  it("a URL with redirects, the last of which is the base of references", async () => {
    const origin = await serve((request, response) => {
      if (request.url === "/old") response.writeHead(301, { location: "v2/moved" }).end();
      else if (request.url === "/v2/moved") response.writeHead(307, { location: "/v3/spec.json?x=1" }).end();
      else response.writeHead(200, { location: "/elsewhere" }).end(minimal);
    });
    const { document } = await loadSpec(`${origin}/old#x`, { cwd: "/" });
    expect([document.uri, document.display]).toEqual([`${origin}/v3/spec.json?x=1`, `${origin}/old`]);
  });

  it("a URL with credentials, which are not sent elsewhere or shown", async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end(minimal);
    });
    const origin = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: `${other}/spec?token=secret` }).end();
    });
    const { document } = await loadSpec(origin.replace("//", "//ann:p%40ss@"), { cwd: "/" });
    expect(seen).toEqual([`Basic ${Buffer.from("ann:p@ss").toString("base64")}`, undefined]);
    expect(`${document.uri} ${document.display}`).not.toMatch(/ann|p%40ss|p@ss/);
  });

  it("a URL, without its query in messages", async () => {
    const origin = await serve((_request, response) => response.writeHead(403).end());
    const found = await diagnosticOf(loadSpec(`${origin}/a.json?key=secret`, { cwd: "/" }));
    expect(found.code).toBe("B44-102");
    expect(found.message).toBe(`"${origin}/a.json?…" returned 403 Forbidden.`);
    expect(JSON.stringify(found)).not.toContain("secret");
  });

  const answers: [
    given: string,
    want: [code: string, message: RegExp],
    status: number,
    headers: object,
    body: string,
  ][] = [
    ["404", ["B44-102", /returned 404 Not Found/], 404, {}, ""],
    ["500 with HTML", ["B44-102", /returned 500/], 500, { "content-type": "text/html" }, "<html>"],
    ["304 that nobody asked for", ["B44-102", /returned 304/], 304, {}, ""],
    ["a redirect to nowhere", ["B44-102", /returned 302/], 302, {}, ""],
    ["redirects without end", ["B44-102", /more than 5 times/], 302, { location: "/again" }, ""],
    ["a redirect to a file", ["B44-102", /not an http/], 302, { location: "file:///etc/passwd" }, ""],
    [
      "HTML that looks like YAML",
      ["B44-103", /web page/],
      200,
      { "content-type": "text/html; charset=utf-8" },
      "Please log in",
    ],
    ["HTML that does not parse", ["B44-103", /web page/], 200, { "content-type": "text/html" }, "<p>a: b: c</p>"],
    ["nothing", ["B44-106", /is empty/], 200, {}, ""],
    ["204", ["B44-106", /is empty/], 204, {}, ""],
    [
      "an announced size above the limit",
      ["B44-111", /larger than 1,000 bytes/],
      200,
      { "content-length": "1001" },
      "x".repeat(1001),
    ],
    ["a size above the limit", ["B44-111", /larger than 1,000 bytes/], 200, {}, "x".repeat(1001)],
  ];
  it.each(answers)("a URL that responds with %s", async (_given, [code, message], status, headers, body) => {
    const origin = await serve((_request, response) => {
      response.writeHead(status, { ...headers });
      response.write(body);
      response.end();
    });
    const found = await diagnosticOf(loadSpec(`${origin}/spec`, { cwd: "/", maxBytes: 1000 }));
    expect(found.code).toBe(code);
    expect(found.message).toMatch(message);
  });

  it("a URL whose content type is wrong", async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end(minimal);
    });
    expect((await loadSpec(origin, { cwd: "/" })).family).toBe("3.1");
  });

  it.each([
    ["answers nothing", () => {}],
    ["answers half", (response: ServerResponse) => void response.writeHead(200).write("{")],
    ["answers nothing, and memory is short", () => collectGarbage()],
  ])("a URL that %s in time", async (_given, answer) => {
    const origin = await serve((_request, response) => answer(response));
    const found = await diagnosticOf(loadSpec(origin, { cwd: "/", timeoutMs: 100 }));
    expect([found.code, found.message]).toEqual(["B44-102", expect.stringContaining("longer than 0.1 seconds")]);
  });

  it("a URL that refuses connections", async () => {
    const found = await diagnosticOf(loadSpec(await closedOrigin(), { cwd: "/" }));
    expect([found.code, found.message]).toEqual(["B44-102", expect.stringContaining("refuses connections")]);
  });

  it.each<[code: string, proxy: string, message: RegExp, help: RegExp]>([
    ["CERT_HAS_EXPIRED", "", /its certificate has expired\.$/, /in a browser/],
    [
      "SELF_SIGNED_CERT_IN_CHAIN",
      "",
      /authority that Node trusts \(SELF_SIGNED_CERT_IN_CHAIN\)/,
      /NODE_EXTRA_CA_CERTS/,
    ],
    ["ENOTFOUND", "", /its host does not exist/, /in a browser/],
    ["ENOTFOUND", "http://proxy.local:3128", /its host does not exist/, /^HTTPS_PROXY is set.+NODE_USE_ENV_PROXY=1/],
  ])("a URL that fails with %s, where HTTPS_PROXY is %j", async (code, proxy, message, help) => {
    for (const name of ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "NODE_USE_ENV_PROXY"]) {
      vi.stubEnv(name, name === "HTTPS_PROXY" ? proxy : "");
    }
    const fetch = () => Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(), { code }) }));
    const found = await diagnosticOf(loadSpec("https://example.com/spec", { cwd: "/", fetch }));
    vi.unstubAllEnvs();
    expect([found.code, found.message, found.help]).toEqual([
      "B44-102",
      expect.stringMatching(message),
      expect.stringMatching(help),
    ]);
  });

  it("a URL with a host that does not exist", async () => {
    const found = await diagnosticOf(loadSpec("http://nowhere.invalid/spec.json", { cwd: "/" }));
    expect([found.code, found.message]).toEqual(["B44-102", expect.stringContaining("host")]);
  });

  it("a redirect from https to https", async () => {
    const asked: [url: string, redirect: unknown][] = [];
    const fetcher: typeof fetch = async (input, init) => {
      asked.push([String(input), init?.redirect]);
      return asked.length > 1 ? new Response(minimal) : new Response("", { status: 302, headers: { location: "/b" } });
    };
    const { document } = await loadSpec("https://example.com/a", { cwd: "/", fetch: fetcher });
    expect([document.uri, asked]).toEqual([
      "https://example.com/b",
      [
        ["https://example.com/a", "manual"],
        ["https://example.com/b", "manual"],
      ],
    ]);
  });

  it("a public URL cannot redirect to the local network", async () => {
    const asked: string[] = [];
    const fetcher: typeof fetch = async (input) => {
      asked.push(String(input));
      return new Response("", { status: 302, headers: { location: "http://169.254.169.254/latest" } });
    };
    const found = await diagnosticOf(loadSpec("https://example.com/spec", { cwd: "/", fetch: fetcher }));
    expect([found.code, asked]).toEqual(["B44-102", ["https://example.com/spec"]]);
  });
});

describe("private hosts", () => {
  const hosts: [host: string, want: boolean][] = [
    ["localhost", true],
    ["api.localhost", true],
    ["127.0.0.1", true],
    ["10.1.2.3", true],
    ["172.16.0.1", true],
    ["172.32.0.1", false],
    ["192.168.1.1", true],
    ["169.254.169.254", true],
    ["0.0.0.0", true],
    ["[::1]", true],
    ["[::ffff:7f00:1]", true],
    ["[fe80::1]", true],
    ["[fd00::1]", true],
    ["[2606:4700::1111]", false],
    ["1.1.1.1", false],
    ["intranet", true],
    ["printer.local", true],
    ["api.local.example.com", false],
    ["example.com", false],
    ["example.com.", false],
    ["localhost.", true],
  ];
  it.each(hosts)("%s: %s", (host, want) => {
    expect(isPrivateHost(host)).toBe(want);
  });
});

describe("specs of other projects", () => {
  const folder = path.resolve("../shared/specs");
  it.skipIf(!existsSync(folder))(
    "all load, with the version that the index says (skipped without ../shared/specs)",
    async () => {
      const rows = readFileSync(path.join(folder, "index.tsv"), "utf8").trim().split("\n").slice(1);
      const specs = rows.map((row) => row.split("\t")).filter(([, bytes]) => Number(bytes) < 200_000);
      for (const [file = "", , , version = ""] of specs) {
        const { family } = await loadSpec(file, { cwd: folder });
        expect([file, family]).toEqual([file, version === "2" ? "2.0" : version.slice(0, 3)]);
      }
    },
  );
});
