import { expect, test } from "vitest";
import type { Change, ChangeLevel } from "../../src/check/diff/model.js";
import { fittingEntries, type Heading } from "../../src/check/report/budget.js";
import { markdownCode, markdownText } from "../../src/check/report/escape.js";
import { type MarkdownReport, reportMarkdown } from "../../src/check/report/markdown.js";

function change(level: ChangeLevel, message: string, name = "getContact"): Change {
  const place = { part: "operation" } as const;
  const operation = "get:/contacts/{id}";
  return { kind: message, level, operation, name, place, message, before: undefined, after: undefined };
}

const report: MarkdownReport = {
  apis: [
    { name: "my-crm", changes: [change("safe", "New."), change("breaking", "Gone."), change("risky", "May be null.")] },
    { name: "quiet", changes: [] },
  ],
  impact: [{ file: "src/a.ts", line: 3, expression: "data.name", why: "name is gone." }],
};

test("places come first, then each API with breaking changes open and the others folded", () => {
  expect(reportMarkdown(report)).toBe(`1 breaking, 1 risky and 1 safe changes in 1 API. Fix 1 place in the app.

## Code in the app that breaks

| Place | Code | Why |
| --- | --- | --- |
| \`src/a.ts:3\` | \`data.name\` | name is gone. |

## \`my-crm\`

### 1 breaking

- \`getContact\` (\`get:/contacts/{id}\`): Gone.

<details>
<summary>1 risky</summary>

- \`getContact\` (\`get:/contacts/{id}\`): May be null.

</details>

<details>
<summary>1 safe</summary>

- \`getContact\` (\`get:/contacts/{id}\`): New.

</details>
`);
});

test.each([
  [12, ["a", "é", "bb", "c"]],
  [11, ["a", "é", "bb"]],
  [10, ["a", "é"]],
  [7, ["a"]],
  [6, []],
])("of entries, those that fit into %i bytes: by rank, with what stands around them counted once", (bytes, want) => {
  const heading: Heading = { before: "ü", after: "1234" };
  const entry = (text: string, rank: number) => ({ text, rank, headings: [heading] });
  const entries = [entry("c", 2), entry("é", 1), entry("bb", 1), entry("a", 0)];
  expect([...fittingEntries(entries, bytes)].map(({ text }) => text)).toEqual(want);
});

test("no changes are one sentence", () => {
  expect(reportMarkdown({ apis: [], impact: [] })).toBe("Nothing that this app uses changed in the specs.\n");
});

test.each([
  ["<img src=x onerror=1>", "&#60;img src=x onerror=1&#62;"],
  ["@octocat and a@b.example", "&#64;&#8203;octocat and a&#64;&#8203;b.example"],
  ["fixes #12, GH-7, !3 and ~label", "fixes &#35;&#8203;12, GH&#45;&#8203;7, &#33;&#8203;3 and &#126;&#8203;label"],
  ["see https://evil.example or www.evil.example", "see https&#58;&#8203;//evil.example or www&#46;evil.example"],
  ["[a](b) ![c](d)", "&#91;a&#93;(b) &#33;&#91;c&#93;(d)"],
  ["`x` *y* _z_ ~~w~~", "&#96;x&#96; &#42;y&#42; &#95;z&#95; &#126;&#126;&#8203;w&#126;&#126;"],
  ["a | b\\|c", "a &#124; b&#92;&#124;c"],
  ["one\n\n# two\r\n- three", "one &#35; two - three"],
  ["- a", "&#45; a"],
  ["1. a", "1&#46; a"],
  ["# a", "&#35; a"],
  ["&lt;b&gt;", "&#38;&#8203;lt;b&#38;&#8203;gt;"],
  ["<!-- a -->", "&#60;&#33;&#8203;-- a --&#62;"],
  ["\u202etrap\u0007", "�trap␇"],
  ["the property name is now required", "the property name is now required"],
])("text %j is shown as it is", (given, want) => {
  expect(markdownText(given)).toBe(want);
});

test.each([
  ["data.name", "`data.name`"],
  ["a || b", "<code>a &#124;&#124; b</code>"],
  ["`${x}`", "<code>&#96;&#36;&#123;x&#125;&#96;</code>"],
  ["a\\n@b", "<code>a&#92;n&#64;b</code>"],
  ["  one\n  two  ", "`one two`"],
  ["<b>@x</b>", "`<b>@x</b>`"],
  ["", "<code></code>"],
])("code %j is shown as it is", (given, want) => {
  expect(markdownCode(given)).toBe(want);
});

test("a long text is shortened, but not in the middle of a character", () => {
  expect(markdownText("é".repeat(9000)).length).toBeLessThan(700);
  expect(markdownText(`${"a".repeat(599)}😀b`)).toBe(`${"a".repeat(599)}…`);
});

test("if it would be too long, whole entries are omitted and counted, with places and breaking ones last", () => {
  const changes = (["safe", "risky", "breaking"] as const).flatMap((level) =>
    Array.from({ length: 400 }, (_, index) => change(level, `${level} ${index} ${"ü".repeat(60)}.`)),
  );
  const place = (index: number) => ({ file: `src/${index}.ts`, line: 1, expression: "x", why: "y" });
  const impact = Array.from({ length: 10 }, (_, index) => place(index));
  const text = reportMarkdown({ apis: [{ name: "big", changes }], impact });
  expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  const shown = (level: string) => text.match(new RegExp(`^- .+: ${level} \\d+ ü{60}\\.$`, "gm"))?.length ?? 0;
  expect(text.split("\n").filter((line) => line.startsWith("- "))).toHaveLength(
    shown("breaking") + shown("risky") + shown("safe"),
  );
  const given = { breaking: shown("breaking"), risky: shown("risky"), safe: shown("safe") };
  expect(given.breaking).toBeGreaterThan(200);
  expect(given.risky).toBe(0);
  expect(given.safe).toBe(0);
  expect(text.match(/^\| `src\//gm)).toHaveLength(10);
  const left = 400 - given.breaking;
  expect(text).toContain("400 breaking, 400 risky and 400 safe changes in 1 API. Fix 10 places in the app.");
  expect(text).toContain(
    `\n*${left} breaking changes, 400 risky changes and 400 safe changes are omitted because the report would be too long.*\n`,
  );
});

test("a change of the spec is one entry, however many operations and paths it reaches", () => {
  const pointer = "/components/schemas/Charge/properties/amount";
  const at = { file: "crm.yaml", pointer };
  const removed = (name: string, status: number | string, ...path: string[]): Change => ({
    ...change("breaking", `data.${path.join(".")} in the ${status} response was removed.`, name),
    kind: "response-property-removed",
    operation: `get:/${name}`,
    place: {
      part: "response",
      status,
      mediaType: "application/json",
      path: path.map((property) => ({ property })),
    },
    before: at as Change["before"],
  });
  const changes = ["a", "b", "c", "d"].flatMap((name) => [
    removed(name, "default", "error", "amount"),
    removed(name, 200, "charge", "amount"),
    removed(name, 200, "amount"),
  ]);
  const text = reportMarkdown({ apis: [{ name: "crm", changes }], impact: [] });
  expect(text).toBe(`1 breaking change in 1 API.

## \`crm\`

### 1 breaking

- \`a\` (\`get:/a\`), \`b\` (\`get:/b\`), \`c\` (\`get:/c\`) and 1 more: data.amount in the 200 response was removed. The same applies to 2 other places.
`);
});

test("folds are complete if entries are omitted", () => {
  const safe = Array.from({ length: 50 }, (_, index) => change("safe", `Change ${index}.`));
  const apis = [
    { name: "a", changes: [change("breaking", "Gone."), ...safe] },
    { name: "b", changes: [change("risky", "Odd.")] },
  ];
  for (let mostBytes = 1000; mostBytes < 5000; mostBytes += 97) {
    const text = reportMarkdown({ apis, impact: [] }, { mostBytes });
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(mostBytes);
    if (text.includes("safe</summary>")) expect(text).toMatch(/safe<\/summary>\n\n- /);
  }
});
