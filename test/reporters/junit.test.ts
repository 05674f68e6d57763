import { expect, test } from "vitest";
import { failsOn } from "../../src/cli/fail-on.js";
import { type Diagnostic, diagnostic } from "../../src/diagnostics/index.js";
import { junitReport } from "../../src/diagnostics/report/junit.js";

const options = { workingFolder: "/repo/apps/web", repository: "/repo", fails: failsOn() };

/** The lines of a report between those of its suite. */
const casesOf = (diagnostics: Diagnostic[]) =>
  junitReport(diagnostics, options)
    .split("\n")
    .slice(3, -2)
    .map((line) => line.trim());

const edited = (line: number) =>
  diagnostic("B44-601", {
    message: "It was edited.",
    location: { file: "src/a.ts", line, column: 2 },
    help: "Move it.",
  });

test("a finding that fails is a failed case, with place and help", () => {
  expect(casesOf([edited(4)])).toEqual([
    '<testcase classname="b44-gen.B44-601" name="apps/web/src/a.ts: It was edited." file="apps/web/src/a.ts">',
    '<failure type="B44-601 Generated file was edited" message="It was edited.">It was edited.',
    "at apps/web/src/a.ts:4:2",
    "Move it.</failure>",
    "</testcase>",
  ]);
});

test("another finding is a passed case", () => {
  const location = { file: "https://example.com/a.json", pointer: "/paths" };
  expect(casesOf([diagnostic("B44-721", { message: "More.", location, help: "" })])).toEqual([
    '<testcase classname="b44-gen.B44-721" name="https://example.com/a.json: More." file="https://example.com/a.json">',
    "<system-out>More.",
    "at https://example.com/a.json (#/paths)</system-out>",
    "</testcase>",
  ]);
});

test("no findings are one passed case", () => {
  expect(junitReport([], options)).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="b44-gen" tests="1" failures="0" errors="0">',
      '  <testsuite name="b44-gen" tests="1" failures="0" errors="0">',
      '    <testcase classname="b44-gen" name="no findings"/>',
      "  </testsuite>",
      "</testsuites>",
    ].join("\n"),
  );
});

test("cases have unique names, which do not change when lines move", () => {
  const names = (diagnostics: Diagnostic[]) =>
    casesOf(diagnostics).flatMap((line) => / name="([^"]*)"/.exec(line) ?? []);
  expect(new Set(names([edited(1), edited(2)])).size).toBe(4);
  expect(names([edited(1), edited(2)])).toEqual(names([edited(7), edited(8)]));
});

test("untrusted text contains no markup, and no character that XML does not allow", () => {
  const message = "a</failure>]]><x y='\"'>&\u0000\u001b[2K\ud800\uffff\r\nb";
  const text = casesOf([diagnostic("B44-601", { message, help: "" })]).join("\n");
  expect(text).toContain('message="a&lt;/failure&gt;]]&gt;&lt;x y=&apos;&quot;&apos;&gt;&amp;␀␛[2K�� b"');
  expect(text.match(/<[^>]*/g)).toHaveLength(4);
});

test.each([
  ["B44-720", "breaking", true],
  ["B44-721", "breaking", false],
  ["B44-721", "risky", true],
  ["B44-722", "risky", false],
  ["B44-722", "safe", true],
  ["B44-809", "safe", false],
  ["B44-713", "breaking", true],
] as const)("%s with --fail-on %s fails: %s", (code, failOn, fails) => {
  expect(failsOn(failOn)(diagnostic(code, { message: "x" }))).toBe(fails);
});
