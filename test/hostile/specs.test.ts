import { describe, expect, it } from "vitest";
import { shortCases } from "./cases.js";
import { judgeAll } from "./judge-all.js";
import { FORMS, outputOf } from "./outputs.js";
import { PAYLOADS } from "./payloads.js";
import { documentWith, POSITIONS } from "./positions/index.js";
import { runFaults } from "./run.js";
import { parsed, textFaults } from "./shape.js";

describe("the coverage of the suite", () => {
  it("is at least 60 distinct payloads and 30 distinct positions", () => {
    expect(new Set(PAYLOADS.map(({ text }) => text)).size).toBe(PAYLOADS.length);
    expect(new Set(POSITIONS.map(({ name }) => name)).size).toBe(POSITIONS.length);
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(60);
    expect(POSITIONS.length).toBeGreaterThanOrEqual(30);
  });

  it("includes every payload, position and form in its short form", () => {
    const cases = shortCases();
    expect(new Set(cases.map(({ text }) => text)).size).toBe(PAYLOADS.length);
    expect(new Set(cases.map(({ position }) => position)).size).toBe(POSITIONS.length);
    expect(new Set(cases.map(({ form }) => form)).size).toBe(FORMS.length);
  });

  it.each(FORMS.map((form) => [form.name, form] as const))("%s writes code that parses and runs", async (_, form) => {
    const { files, refused } = await outputOf(documentWith(POSITIONS[0]!, "harmless"), form);
    expect(refused).toBe(false);
    const code = [...files].filter(([path]) => /\.[jt]s$/.test(path));
    expect(code.flatMap(([path, text]) => textFaults(parsed(path, text)))).toEqual([]);
    expect(await runFaults(files)).toEqual([]);
  });
});

describe("names that objects inherit", () => {
  it.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"])(
    "a path parameter called %s never comes to the encoder that looks at prototypes",
    async (name) => {
      const position = POSITIONS.find((one) => one.name === "path parameter")!;
      const { files } = await outputOf(documentWith(position, name), FORMS[0]!);
      const code = files.get("src/api/generated/my-api.ts") ?? "";
      expect(code).toContain(`"get:/extra/{${name}}"`);
      expect(/"get:\/extra\/[^;]*/.exec(code)?.[0]).toMatch(/pathWith\(/);
    },
  );
});

/** The harness itself has to see what it is there for. */
describe("the suite detects", () => {
  const code: [given: string, text: string, want: RegExp][] = [
    ["text that becomes code", "export const a = 1; globalThis.pwned = 1;", /a mark/],
    ["a prototype that is changed", "Object.prototype.evil = 1;", /a mark/],
    ["an import", 'import fs from "node:fs"; fs.a;', /it imports "node:fs"/],
    ["code that fails", "null.x;", /does not load/],
  ];
  it.each(code)("%s, when it runs", async (_, text, want) => {
    expect((await runFaults(new Map([["a.ts", text]]))).join()).toMatch(want);
  });

  const texts: [given: string, text: string, want: RegExp][] = [
    ["a syntax error", "const a = ;", /^syntax/],
    ["a directive", "// @ts-ignore\nexport {};", /a tool obeys|directive/],
    ["a pragma", "/** @jsx h */\nexport {};", /pragma/],
    ["a reference", '/// <reference path="/etc/passwd" />\nexport {};', /reference to/],
    ["a source map", "export {};\n//# sourceMappingURL=x", /a tool obeys/],
    ["markup", 'export const a = "</script>";', /markup/],
    ["a direction", 'export const a = "\u202e";', /invisible/],
  ];
  it.each(texts)("%s, in a text", (_, text, want) => {
    expect(textFaults(parsed("a.ts", text)).join()).toMatch(want);
  });
});

describe.skipIf(process.env.MODE === "long")(
  "every payload in some positions, every position with some payloads",
  () => {
    it.each(FORMS.map(({ name }) => name))("%s", async (name) => {
      const { faults, counts } = await judgeAll(shortCases().filter(({ form }) => form.name === name));
      expect(faults).toEqual([]);
      expect(counts.shape).toBeGreaterThan(counts.less + counts.refused);
    });
  },
);
