import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { json5Value } from "../src/json5/index.js";
import { processorTime } from "./support/processor-time.js";

describe("the value of JSON5", () => {
  test.each<[string, unknown]>([
    ['{ "a": [1, -2.5e3, true, false, null, "\\u00e9\\n"] }', { a: [1, -2500, true, false, null, "é\n"] }],
    ["null", null],
    ["\ufeff{}", {}],
    ["\ufeff// mine\n{} // end", {}],
    ["{ /* a */ a /* b */ : /* c */ 1, /* d */ } // e", { a: 1 }],
    ["[1, // one\n 2,\n]", [1, 2]],
    ['{ "https://a.b/*": "// no comment, ]" /* , */ }', { "https://a.b/*": "// no comment, ]" }],
    ["{ a$_1: 'it\\'s \"so\"', 'b': 2, ü: 3 }", { a$_1: `it's "so"`, b: 2, ü: 3 }],
    [`{ a: "a\\\nb\\x41\\v\\0\\q\t" }`, { a: "abA\v\0q\t" }],
    ["[+1, .5, 5., 0x1F, -Infinity, NaN]", [1, 0.5, 5, 31, Number.NEGATIVE_INFINITY, Number.NaN]],
    ['{ "a": 1, "a": 2 }', { a: 2 }],
  ])("%j", (text, want) => {
    expect(json5Value(text)).toEqual(want);
  });

  test.each(['{ "__proto__": 1 }', "{ __proto__: 1 }"])("has the own members of %j", (text) => {
    expect(Object.entries(json5Value(text) as object)).toEqual([["__proto__", 1]]);
  });

  test.each([
    "",
    "{",
    "also {",
    "{ broken",
    "{} {}",
    '{ "a" 1 }',
    "{ a-b: 1 }",
    "{ a: b }",
    "[01]",
    "[1 2]",
    "[,]",
    "[infinity]",
    '["a\n"]',
    '["\\u12"]',
    "['\\x4']",
    "{} /* more",
    "undefined",
    `// ${"["} \n${"[".repeat(5000)}`,
  ])("%j is none", (text) => {
    expect(json5Value(text)).toBeUndefined();
  });

  test("equals that of any JSON, with or without comments", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(json5Value(json)).toEqual(JSON.parse(json));
        expect(json5Value(`// a\n${json}/* b */`)).toEqual(JSON.parse(json));
      }),
      { seed: 44 },
    );
  });
});

describe("text that used to be slow", () => {
  const slashes = "/".repeat(5000);
  test.each<[string, string, unknown]>([
    ["a banner behind a comma", `{ "a": 1, // ${slashes}\n "b": 2, // ${slashes}\n}`, { a: 1, b: 2 }],
    ["5,000 comments behind a comma", `{ "a": 1, ${"/* */ // a\n".repeat(5000)} }`, { a: 1 }],
    ["5,000 comments, and no end", `[1, ${"/**/\t/**/".repeat(5000)}*`, undefined],
    ["a banner, and no end", `{ "a": 1, // ${slashes}`, undefined],
    ["5,000 comments that begin", `[1, ${"/* ".repeat(5000)}`, undefined],
    ["5,000 line breaks in a string", `["${"\\\r\n".repeat(5000)}`, undefined],
    ["a long invalid number", `[${"1".repeat(50_000)}x]`, undefined],
  ])("%s", async (_, text, want) => {
    expect(await processorTime(() => expect(json5Value(text)).toEqual(want))).toBeLessThan(2000);
  });
});
