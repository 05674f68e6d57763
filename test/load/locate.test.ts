import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { diagnostic } from "../../src/diagnostics/index.js";
import { appendPointer, type Json } from "../../src/json/index.js";
import { locateDiagnostics } from "../../src/spec/load/index.js";
import { locate } from "../../src/spec/load/locate/locate.js";
import { parseDocument } from "../../src/spec/load/parse/parse.js";
import type { SourceDocument } from "../../src/spec/model.js";

async function documentOf(text: string, display = "spec"): Promise<SourceDocument> {
  const { value, format } = await parseDocument(text, { display });
  return { uri: `file:///${display}`, display, text, format, value, hash: "" };
}

/** The text from the place on, to the end of its line. */
async function textAt(text: string, pointer: string): Promise<string | undefined> {
  const position = locate(await documentOf(text), pointer);
  return position && text.split(/\r\n?|\n/)[position.line - 1]?.slice(position.column - 1);
}

describe("JSON", () => {
  const text = String.raw`{
  "a": {"b": [10, {"c": "}\"]"}, []], "e\"\u002fx": 1},
  "d/e": { "~": null , "" : [ ] },
  "twice": 1, "twice": 2,
  "s": "text with \"quotes\" and \\", "last" : true
}`;
  const places: [pointer: string, want: string][] = [
    ["", "{"],
    ["/a", '"a": {"b": [10, {"c": "}\\"]"}, []], "e\\"\\u002fx": 1},'],
    ["/a/b", '"b": [10, {"c": "}\\"]"}, []], "e\\"\\u002fx": 1},'],
    ["/a/b/0", '10, {"c": "}\\"]"}, []], "e\\"\\u002fx": 1},'],
    ["/a/b/1", '{"c": "}\\"]"}, []], "e\\"\\u002fx": 1},'],
    ["/a/b/1/c", '"c": "}\\"]"}, []], "e\\"\\u002fx": 1},'],
    ["/a/b/2", '[]], "e\\"\\u002fx": 1},'],
    ['/a/e"~1x', '"e\\"\\u002fx": 1},'],
    ["/d~1e", '"d/e": { "~": null , "" : [ ] },'],
    ["/d~1e/~0", '"~": null , "" : [ ] },'],
    ["/d~1e/", '"" : [ ] },'],
    ["/twice", '"twice": 2,'],
    ["/s", String.raw`"s": "text with \"quotes\" and \\", "last" : true`],
    ["/last", '"last" : true'],
    ["/a/missing/x", '"a": {"b": [10, {"c": "}\\"]"}, []], "e\\"\\u002fx": 1},'],
    ["/a/b/7", '"b": [10, {"c": "}\\"]"}, []], "e\\"\\u002fx": 1},'],
    ["/s/x", String.raw`"s": "text with \"quotes\" and \\", "last" : true`],
    ["/missing", "{"],
  ];
  it.each(places)("%j", async (pointer, want) => {
    expect(await textAt(text, pointer)).toBe(want);
  });

  it.each([
    ["CRLF", '{\r\n"a": 1,\r\n  "b": 2}', { line: 3, column: 3 }],
    ["CR", '{\r"a": 1,\r  "b": 2}', { line: 3, column: 3 }],
    ["one line", '{"a":1,"b":2}', { line: 1, column: 8 }],
    ["comments", '{"a": 1, // "b": {\n /* } */ "b": [1,],}', { line: 2, column: 10 }],
  ])("%s", async (_given, given, want) => {
    expect(locate(await documentOf(given), "/b")).toEqual(want);
  });
});

describe("YAML", () => {
  const text = `# comment
openapi: 3.0.0
"quoted \\"key\\"": 1
'it''s': 2
200: a
info:   # comment
  title: x
  contact: {name: a, "url": 'b', bare, nested: [1, {two: 2}, three: 3]}
paths:
  /a/{b}:
    get:
      tags: [x, "y",
        z]
      parameters:
      - name: one
        in: query
      -
        name: two
      - # comment
        - deep
        - deeper: 1
      -
      - last
      description: |
        key: not a key
         - nor this
      folded: >-
        a
    put: &anchored
      x: 1
    post: *anchored
    ? explicit
    : value
    ? [complex]
    : value
    ? alone
    delete:
      <<: *anchored
      y: 2
    patch: !tag
      z: 3
    head: &a !!map
      w: 4
    plain: several
      lines
flow:
  [a, b,
   c]
twice: 1
twice: 2
empty:
&k anchoredKey: 1
`;
  const places: [pointer: string, want: string][] = [
    ["", "# comment"],
    ["/openapi", "openapi: 3.0.0"],
    ['/quoted "key"', '"quoted \\"key\\"": 1'],
    ["/it's", "'it''s': 2"],
    ["/200", "200: a"],
    ["/info", "info:   # comment"],
    ["/info/title", "title: x"],
    ["/info/contact/name", `name: a, "url": 'b', bare, nested: [1, {two: 2}, three: 3]}`],
    ["/info/contact/url", `"url": 'b', bare, nested: [1, {two: 2}, three: 3]}`],
    ["/info/contact/bare", "bare, nested: [1, {two: 2}, three: 3]}"],
    ["/info/contact/nested", "nested: [1, {two: 2}, three: 3]}"],
    ["/info/contact/nested/0", "1, {two: 2}, three: 3]}"],
    ["/info/contact/nested/1/two", "two: 2}, three: 3]}"],
    ["/info/contact/nested/2", "three: 3]}"],
    ["/info/contact/nested/2/three", "three: 3]}"],
    ["/paths/~1a~1{b}/get", "get:"],
    ["/paths/~1a~1{b}/get/tags/1", '"y",'],
    ["/paths/~1a~1{b}/get/tags/2", "z]"],
    ["/paths/~1a~1{b}/get/parameters/0", "name: one"],
    ["/paths/~1a~1{b}/get/parameters/0/in", "in: query"],
    ["/paths/~1a~1{b}/get/parameters/1/name", "name: two"],
    ["/paths/~1a~1{b}/get/parameters/2/0", "deep"],
    ["/paths/~1a~1{b}/get/parameters/2/1/deeper", "deeper: 1"],
    ["/paths/~1a~1{b}/get/parameters/3", "parameters:"],
    ["/paths/~1a~1{b}/get/parameters/4", "last"],
    ["/paths/~1a~1{b}/get/description", "description: |"],
    ["/paths/~1a~1{b}/get/description/key", "description: |"],
    ["/paths/~1a~1{b}/get/folded", "folded: >-"],
    ["/paths/~1a~1{b}/put/x", "x: 1"],
    ["/paths/~1a~1{b}/post/x", "post: *anchored"],
    ["/paths/~1a~1{b}/explicit", "explicit"],
    ["/paths/~1a~1{b}/complex", "[complex]"],
    ["/paths/~1a~1{b}/alone", "alone"],
    ["/paths/~1a~1{b}/delete/x", "delete:"],
    ["/paths/~1a~1{b}/delete/y", "y: 2"],
    ["/paths/~1a~1{b}/patch/z", "z: 3"],
    ["/paths/~1a~1{b}/head/w", "w: 4"],
    ["/paths/~1a~1{b}/plain", "plain: several"],
    ["/flow/1", "b,"],
    ["/flow/2", "c]"],
    ["/twice", "twice: 2"],
    ["/empty", "empty:"],
    ["/empty/x", "empty:"],
    ["/anchoredKey", "&k anchoredKey: 1"],
    ["/missing/x", "# comment"],
  ];
  it.each(places)("%j", async (pointer, want) => {
    expect(await textAt(text, pointer)).toBe(want);
  });

  it.each([
    ["CRLF", "a: 1\r\nb:\r\n  c: 2\r\n", { line: 3, column: 3 }],
    ["an array at the margin", "b:\n- 1\n- 2\n", { line: 1, column: 1 }],
    ["a document mark", "%YAML 1.2\n---\nb:\n  c: 1\n", { line: 4, column: 3 }],
    ["the first of several documents", "---\n---\nb: {c: 1}\n---\nb:\n  c: 1\n", { line: 3, column: 5 }],
    ["control characters", "a: \u0007\u0007\nb: {c: 1}\n", { line: 2, column: 5 }],
    ["JSON that is YAML", '{"b": {c: 1}}', { line: 1, column: 8 }],
    [
      "keys and items that JSON writes in another way",
      "1.0: [1.0, True, {x: 1}]\nb: {1: 1.0, c: 2}\n",
      { line: 2, column: 13 },
    ],
    ["a block in an array", "- b\n- c", { line: 1, column: 1 }],
  ])("%s", async (_given, given, want) => {
    expect(locate(await documentOf(given), "/b/c")).toEqual(want);
  });
});

describe("specs of other projects", () => {
  const folder = path.resolve("../shared/specs/real");
  const files = existsSync(folder) ? readdirSync(folder).filter((_, index) => index % 9 === 0) : [];

  it.skipIf(files.length === 0)(
    "have their keys where they are said to be (skipped without ../shared/specs)",
    async () => {
      for (const file of files) {
        const document = await documentOf(readFileSync(path.join(folder, file), "utf8"), file);
        const lines = document.text.split(/\r\n?|\n/);
        for (const { pointer, key, value } of sample(members(document.value), 200)) {
          const { line, column } = locate(document, pointer)!;
          const found = lines[line - 1]!.slice(column - 1);
          expect([file, pointer, found, key === undefined ? isItem(found, value) : isKey(found, key)]).toEqual([
            file,
            pointer,
            found,
            true,
          ]);
        }
      }
    },
  );
});

interface Member {
  pointer: string;
  /** Undefined for an array's item. */
  key: string | undefined;
  value: Json;
}

function members(value: Json, pointer = "", into: Member[] = []): Member[] {
  if (typeof value !== "object" || value === null) return into;
  for (const [token, child] of Object.entries(value)) {
    const next = appendPointer(pointer, token);
    into.push({ pointer: next, key: Array.isArray(value) ? undefined : token, value: child });
    members(child, next, into);
  }
  return into;
}

/** Spread over the whole list, the same ones in every run. */
function sample<T>(list: T[], count: number): T[] {
  const step = Math.max(1, Math.floor(list.length / count));
  return list.filter((_, index) => index % step === 0);
}

function isKey(found: string, key: string): boolean {
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(found)?.[0];
  if (quoted !== undefined) return JSON.parse(quoted) === key;
  return found.startsWith(`${key}:`) || found.startsWith(`'${key.replaceAll("'", "''")}'`) || /^\? /.test(found);
}

function isItem(found: string, value: Json): boolean {
  if (typeof value === "string")
    return /^["'|>]/.test(found) || value.startsWith(found.split(/\s/, 1)[0]!.replace(/[\],]+$/, ""));
  if (typeof value !== "object" || value === null) return found.startsWith(String(value)) || /^[\d~.-]/.test(found);
  const [first] = Object.keys(value);
  if (Array.isArray(value)) return /^[[-]/.test(found);
  return found.startsWith("{") || (first !== undefined && isKey(found, first));
}

describe("diagnostics", () => {
  it("get line and column if they have a document and a pointer", async () => {
    const documents = [await documentOf('{\n"a": 1}', "a.json"), await documentOf("b:\n  c: 1\n", "b.yaml")];
    const place = (location?: object) =>
      diagnostic("B44-306", { message: "", location: location && { file: "", ...location } });
    const located = locateDiagnostics(
      [
        place({ file: "a.json", pointer: "/a" }),
        place({ file: "b.yaml", pointer: "/b/c/d" }),
        place({ file: "b.yaml", pointer: "" }),
        place({ file: "b.yaml" }),
        place({ file: "b.yaml", pointer: "/b", line: 9 }),
        place({ file: "other.yaml", pointer: "/b" }),
        place(),
      ],
      documents,
    );
    expect(located.map((item) => item.location)).toEqual([
      { file: "a.json", pointer: "/a", line: 2, column: 1 },
      { file: "b.yaml", pointer: "/b/c/d", line: 2, column: 3 },
      { file: "b.yaml", pointer: "", line: 1, column: 1 },
      { file: "b.yaml" },
      { file: "b.yaml", pointer: "/b", line: 9 },
      { file: "other.yaml", pointer: "/b" },
      undefined,
    ]);
  });
});

describe("a large document", () => {
  it("is searched repeatedly", async () => {
    const paths = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [
        `/p${index}`,
        { get: { description: 'Some "text" with \\ in it. '.repeat(20), responses: { 200: { description: "x" } } } },
      ]),
    );
    const document = await documentOf(JSON.stringify({ openapi: "3.1.0", paths }, undefined, 1));
    expect(document.text.length).toBeGreaterThan(13_000_000);
    expect(locate(document, "/paths/~1p19999/get/responses/200")).toEqual({ line: 199_998, column: 6 });
    for (let index = 0; index < 20_000; index++) locate(document, `/paths/~1p${index}/get`);
  });
});
