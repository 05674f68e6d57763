import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSatisfied } from "../../src/connectors/alternatives.js";
import type { ComparedScopes, UnreadableFile } from "../../src/connectors/connector-file.js";
import { type Alternatives, compareScopes } from "../../src/connectors/index.js";
import { connectorFileText } from "../../src/emit/connector/index.js";
import { json5Value } from "../../src/json5/index.js";

function compared(text: string, needed: string[], alternatives: Alternatives[]): ComparedScopes {
  const found = compareScopes({ text, needed, alternatives });
  if (!found.readable) throw new Error(found.problem);
  return found;
}

function unreadable(text: string): UnreadableFile {
  const found = compareScopes({ text, needed: [], alternatives: [] });
  return found.readable ? expect.unreachable(text) : found;
}

/** The text with what is missing put in where the comparison says. */
function mended(text: string, { missing }: ComparedScopes): string {
  if (!missing) return text;
  const lines = text.split("\n");
  const line = lines[missing.line - 1] ?? "";
  lines[missing.line - 1] = line.slice(0, missing.column - 1) + missing.text + line.slice(missing.column - 1);
  return lines.join("\n");
}

describe("the text of a connector file", () => {
  it("has a comment, the type, and one scope per line", () => {
    const scopes = ["https://www.googleapis.com/auth/calendar.events", 'a "quoted" one\\'];
    expect(connectorFileText({ type: "googlecalendar", scopes, title: "Google Calendar" }).split("\n")).toEqual([
      "/** Google Calendar: the OAuth scopes that the generated operations need, and no more. */",
      "{",
      '  "type": "googlecalendar",',
      '  "scopes": [',
      '    "https://www.googleapis.com/auth/calendar.events",',
      '    "a \\"quoted\\" one\\\\"',
      "  ]",
      "}",
      "",
    ]);
  });

  it.each(["Evil */ {} /*", "two\nlines", "\u2028{", ""])("survives the title %j", (title) => {
    const text = connectorFileText({ type: "slack", scopes: ["a"], title });
    expect(json5Value(text)).toEqual({ type: "slack", scopes: ["a"] });
    expect(compared(text, ["a"], [[["a"]]]).missing).toBeUndefined();
  });

  it("has no missing and no superfluous scopes", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: "binary" })), (scopes) => {
        const text = connectorFileText({ type: "slack", scopes, title: "Slack" });
        const alternatives = scopes.map((scope) => [[scope]]);
        expect(json5Value(text)).toEqual({ type: "slack", scopes });
        expect(compared(text, scopes, alternatives)).toMatchObject({ missing: undefined, superfluous: [] });
      }),
      { numRuns: 200, seed: 44 },
    );
  });
});

describe("a user's connector file", () => {
  const read: Alternatives = [["read"], ["write"], ["all"]];
  const write: Alternatives = [["write"], ["all"]];
  const cases: [
    given: string,
    scopes: string[],
    needed: string[],
    operations: Alternatives[],
    missing: string[],
    superfluous: string[],
  ][] = [
    ["what is needed", ["read"], ["read"], [read], [], []],
    ["nothing", [], ["read"], [read], ["read"], []],
    ["a broader scope", ["all"], ["read"], [read], [], []],
    ["a scope for one operation of two", ["read"], ["write"], [read, write], ["write"], ["read"]],
    ["a scope too many", ["all", "read"], ["read"], [read], [], ["all"]],
    ["two that would do", ["write", "all"], ["read"], [read], [], ["write"]],
    [
      "two that would do, one of them broader",
      ["write", "all", "x"],
      ["read", "x"],
      [read, [["x"], ["all"]]],
      [],
      ["all"],
    ],
    [
      "two that would do, one of them for another one too",
      ["write", "all"],
      ["all"],
      [write, [["all"]]],
      [],
      ["write"],
    ],
    ["a scope of other code", ["other", "read"], ["read"], [read], [], ["other"]],
    ["a scope twice", ["read", "read"], ["read"], [read], [], ["read"]],
    ["half of what belongs together", ["a"], ["a", "b"], [[["a", "b"]]], ["b"], []],
    ["one that makes another one unnecessary", ["all"], ["b", "read"], [read, [["b"]]], ["b"], []],
    ["not what the config names", ["all"], ["named"], [read], ["named"], []],
    ["nothing that an operation could use", ["a"], [], [[["b"]]], [], ["a"]],
  ];
  it.each(cases)("with %s", (_given, scopes, needed, operations, missing, superfluous) => {
    const found = compared(JSON.stringify({ type: "slack", scopes }), needed, operations);
    expect(found.missing?.scopes ?? []).toEqual(missing);
    expect(found.superfluous.map(({ scope }) => scope)).toEqual(superfluous);
  });

  const text = [
    "// mine",
    "{",
    '  "type": "slack", // not "scopes": [',
    "  /* https://example.com",
    '     "scopes": ["comment"] */',
    '  "scopes": [ // the list',
    '    "read", "spare",',
    '    "twice", "twice", // "no"',
    "  ],",
    "}",
  ].join("\r\n");

  it("is reported with the lines of superfluous scopes", () => {
    const { superfluous } = compared(text, ["read", "twice"], [[["read"]], [["twice"]]]);
    expect(superfluous).toEqual([
      { scope: "spare", line: 7, column: 13 },
      { scope: "twice", line: 8, column: 14 },
    ]);
  });

  it("is reported with the line to change and the text to insert", () => {
    const { missing } = compared(text, ["new", "read"], [[["read"]], [["new"]]]);
    expect(missing).toEqual({ scopes: ["new"], line: 6, column: 14, text: '\r\n    "new",' });
  });

  const forms: [given: string, text: string, want: string][] = [
    ["an empty array", '{"scopes": []}', '{"scopes": ["a", "b"]}'],
    ["an array on one line", '{"scopes": ["x"]}', '{"scopes": ["a", "b", "x"]}'],
    [
      "a multi-line array",
      '{\n  "scopes": [\n    "x"\n  ]\n}',
      '{\n  "scopes": [\n    "a",\n    "b",\n    "x"\n  ]\n}',
    ],
    ["no array", '{\n  "type": "slack"\n}', '{\n  "scopes": ["a", "b"],\n  "type": "slack"\n}'],
    ["nothing", "{}", '{"scopes": ["a", "b"]}'],
    ["two lists", '{"scopes": [], "scopes": []}', '{"scopes": [], "scopes": ["a", "b"]}'],
    ["names without quotes", "{scopes: ['x',],}", '{scopes: ["a", "b", \'x\',],}'],
  ];
  it.each(forms)("can be fixed if it has %s", (_given, before, want) => {
    const after = mended(before, compared(before, ["a", "b"], []));
    expect(after).toBe(want);
    expect(compared(after, ["a", "b"], []).missing).toBeUndefined();
  });

  it("has exactly the needed scopes once it is fixed and cleaned up", () => {
    const scope = fc.constantFrom(..."abcdef");
    const operation = fc.array(fc.uniqueArray(scope, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 });
    const given = fc.record({ scopes: fc.uniqueArray(scope), operations: fc.array(operation, { maxLength: 4 }) });
    fc.assert(
      fc.property(given, ({ scopes, operations }) => {
        const needed = [...new Set(operations.flatMap(([first = []]) => first))];
        const { missing, superfluous } = compared(JSON.stringify({ scopes }, undefined, 2), needed, operations);
        const spare = new Set(superfluous.map((entry) => entry.scope));
        const left = new Set([...scopes.filter((name) => !spare.has(name)), ...(missing?.scopes ?? [])]);
        expect(operations.every((sets) => isSatisfied(sets, left))).toBe(true);
        const now = new Set(scopes);
        if (operations.every((sets) => isSatisfied(sets, now))) expect(missing).toBeUndefined();
      }),
      { numRuns: 500, seed: 44 },
    );
  });

  const broken: [given: string, text: string, problem: RegExp, line: number, column: number][] = [
    ["is empty", "", /value is missing/, 1, 1],
    ["does not end", '{\n  "scopes": [', /value is missing/, 2, 14],
    ["lacks a comma", '{\n  "type": "a"\n  "scopes": []\n}', /comma or "}" is missing/, 3, 3],
    ["lacks a colon", '{ "scopes" [] }', /colon is missing/, 1, 12],
    ["has a string that does not end", '{ "scopes": ["a\n"] }', /value is missing/, 1, 14],
    ["has a comment that does not end", "{ } /* more", /comment is not closed/, 1, 5],
    ["has more behind it", "{ } { }", /after the end/, 1, 5],
    ["is nested without end", "[".repeat(100_000), /nested too deeply/, 1, 101],
    ["is too long", `"${"a".repeat(1_000_001)}"`, /too long/, 1, 1],
    ["is a long string", `"${"a".repeat(900_000)}"`, /not an object/, 1, 1],
    ["has much space", `${" ".repeat(900_000)}[]`, /not an object/, 1, 900_001],
    ["is an array", "[]", /not an object/, 1, 1],
    ["has scopes that are not an array", '{ "scopes": "a b" }', /not an array/, 1, 13],
    ["has a scope that is not a string", '{ "scopes": ["a", 1] }', /not a string/, 1, 19],
  ];
  it.each(broken)("that %s is reported", (_given, given, problem, line, column) => {
    expect(unreadable(given)).toEqual({ readable: false, problem: expect.stringMatching(problem), line, column });
  });

  it("never throws, whatever it is", () => {
    const piece = fc.constantFrom(
      ..."{}[],:'\"\\/* \n\ufeff",
      "//",
      "/*",
      "*/",
      "scopes",
      '"scopes"',
      '"a"',
      "1",
      "\\u12",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(() => compareScopes({ text: pieces.join(""), needed: ["a"], alternatives: [] })).not.toThrow();
      }),
      { numRuns: 2000, seed: 44 },
    );
  });
});
