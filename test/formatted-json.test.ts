import { describe, expect, test } from "vitest";
import { formattedJson } from "../src/json/index.js";

/** Eight characters with its quotes. */
const item = "abcdef";
const items = (count: number) => Array.from({ length: count }, () => item);

describe("JSON as Prettier and Biome write it", () => {
  test.each<[what: string, value: Parameters<typeof formattedJson>[0], want: string]>([
    ["no object", "a\n", '"a\\n"'],
    ["nothing in it", { a: {}, b: [] }, '{\n  "a": {},\n  "b": []\n}'],
    ["short arrays", { a: [1, "b"], c: { d: [null] } }, '{\n  "a": [1, "b"],\n  "c": {\n    "d": [null]\n  }\n}'],
    ["objects in an array", [{ a: 1 }], '[\n  {\n    "a": 1\n  }\n]'],
    ["80 columns", { aaaa: items(7) }, `{\n  "aaaa": ${JSON.stringify(items(7)).replaceAll(",", ", ")}\n}`],
    [
      "a comma after 80 columns",
      { aaaa: items(7), b: 1 },
      `{\n  "aaaa": [\n${items(7)
        .map((one) => `    "${one}"`)
        .join(",\n")}\n  ],\n  "b": 1\n}`,
    ],
  ])("%s", (_, value, want) => {
    expect(formattedJson(value)).toBe(want);
  });
});
