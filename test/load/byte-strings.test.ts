import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { sourceExcerpt } from "../../src/diagnostics/excerpt.js";
import { diagnostic, marksOf, setMarks } from "../../src/diagnostics/index.js";
import { rememberedSource } from "../../src/diagnostics/source-text.js";
import type { Json } from "../../src/json/index.js";
import { loadSpec, locateDiagnostics } from "../../src/spec/load/index.js";
import { locate } from "../../src/spec/load/locate/locate.js";
import { parseDocument } from "../../src/spec/load/parse/parse.js";

const load = (text: string | Uint8Array) => loadSpec("-", { cwd: "/", stdin: async () => Buffer.from(text) });

/** A document whose member `x` is written so. */
const withMember = (x: string) => `{"openapi":"3.1.0","x":${x}}`;

describe("JSON with characters beyond ASCII", () => {
  it.each([
    ["a string", '"caf\u00e9 \u2019 \u{1f600}"'],
    ["text twice, and another of its length", '["\u00e9a", "\u00e9a", "abc", "\u00e9b"]'],
    ["keys, in their order", '{"b":1,"\u00e9":{"\u4e2d":"\u6587"},"a":2}'],
    ["a key that is a number", '{"\u00e9":1,"2":"\u00e9","1":3}'],
    ["__proto__ beside them", '{"\u00e9":1,"__proto__":{"\u00e9":"\u00fc"}}'],
    ["escapes in the same text", '"\\"\u00e9\\\\\\"\\u2019\u2019\\n"'],
    ["the same text behind a backslash", '["\\\\","\u00e9"]'],
    ["escapes that stand for what bytes of another text are", '["\u2019","\\u00e2\\u0080\\u0099"]'],
    ["an escaped character of Latin-1", '["\u00e9","\\u00e9"]'],
    [
      "more strings than are decoded one by one",
      JSON.stringify(Array.from({ length: 10_002 }, (_, at) => `\u00e9${at}`)),
    ],
    ["a control character of Latin-1", '"\u0085\u0080"'],
  ])("%s", async (_given, x) => {
    const text = withMember(x);
    const { root, diagnostics } = await load(text);
    expect([JSON.stringify(root), diagnostics]).toEqual([JSON.stringify(JSON.parse(text)), []]);
  });

  it("can have a byte order mark", async () => {
    expect((await load(`\ufeff${withMember("1")}`)).root.x).toBe(1);
  });

  it("can have a key twice, once escaped", async () => {
    const { root, diagnostics } = await load(withMember('{"\u00fc\u2019": 1,\n"\u00fc\\u2019": 2}'));
    expect(root.x).toEqual({ "\u00fc\u2019": 2 });
    expect(diagnostics).toMatchObject([{ code: "B44-113", location: { line: 2, column: 1 } }]);
    expect(diagnostics[0]?.message).toContain('"\u00fc\u2019"');
  });

  it.each([
    ["a comment", '"\u00e9\u2019" /* \u00e9 */', 1, 29],
    ["a comma too many", '["\u00e9\u2019",]', 1, 30],
  ])("is mended: %s", async (_given, x, line, column) => {
    const { root, diagnostics } = await load(withMember(x));
    expect(root.x).toEqual(x.startsWith("[") ? ["\u00e9\u2019"] : "\u00e9\u2019");
    expect(diagnostics).toMatchObject([{ code: "B44-113", location: { line, column } }]);
  });
});

describe("a place in it", () => {
  const text = '{"openapi":"3.1.0",\n "\u00e9\u2019":{"\u{1f600}":1, "b":[2]}}';

  it("is counted in characters, and shown as they are", async () => {
    const { document } = await load(text);
    const at = (pointer: string) =>
      diagnostic("B44-306", { message: "", location: { file: document.display, pointer } });
    const given = [at("/\u00e9\u2019"), at("/\u00e9\u2019/\u{1f600}"), at("/\u00e9\u2019/b/0")];
    const located = locateDiagnostics(given, [document]);
    expect(located.map(({ location }) => [location?.line, location?.column])).toEqual([
      [2, 2],
      [2, 8],
      [2, 21],
    ]);
    const copies = structuredClone(located);
    setMarks(copies, structuredClone(marksOf(located)));
    const [first] = copies;
    const source = first?.location && rememberedSource(first.location);
    expect(source && sourceExcerpt(source, { line: 2, column: 8 })).toContain(
      '2 |  "\u00e9\u2019":{"\u{1f600}":1, "b":[2]}}',
    );
  });
});

describe("a long line of it", () => {
  it("is searched repeatedly", async () => {
    const paths = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, index) => [`/p${index}`, { get: { description: `\u2019${"x".repeat(500)}` } }]),
    );
    const { document } = await load(JSON.stringify({ openapi: "3.1.0", paths }));
    const at = (index: number) => locate(document, `/paths/~1p${index}/get`)?.column;
    const columns = Array.from({ length: 5_000 }, (_, index) => at(index));
    const lengths = columns.slice(1).map((column, index) => (column ?? 0) - (columns[index] ?? 0));
    const member = (digits: number) => '"/p":{"get":{"description":"\u2019"}},'.length + 500 + digits;
    expect([columns[0], lengths[8], lengths[9], lengths[4_998]]).toEqual([36, member(1), member(2), member(4)]);
  });
});

describe("JSON specs of other projects", () => {
  const folder = path.resolve("../shared/specs/real");
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".json")) : [];

  it.skipIf(files.length === 0)("are read unchanged (skipped without ../shared/specs)", async () => {
    let beyondAscii = 0;
    for (const file of files.filter((_, index) => index % 3 === 0)) {
      const bytes = readFileSync(path.join(folder, file));
      const { document } = await load(bytes);
      if (document.isByteString) beyondAscii++;
      const text = bytes.toString("utf8").replace(/^\ufeff/, "");
      const given = await parseDocument(text, { display: file });
      expect([file, JSON.stringify(document.value) === JSON.stringify(given.value as Json)]).toEqual([file, true]);
    }
    expect(beyondAscii).toBeGreaterThan(0);
  });
});
