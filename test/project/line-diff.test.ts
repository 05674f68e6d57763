import { describe, expect, test } from "vitest";
import { lineDiff } from "../../src/project/line-diff.js";

describe("lineDiff", () => {
  test.each<[string, string, string, string, number]>([
    ["a changed line", "a\nb\nc", "a\nB\nc", "@@ -1 +1 @@\n a\n-b\n+B\n c", 2],
    ["an added line", "a\nb", "a\nx\nb", "@@ -1 +1 @@\n a\n+x\n b", 2],
    ["a removed line", "a\nx\nb", "a\nb", "@@ -1 +1 @@\n a\n-x\n b", 2],
    ["everything", "a", "b", "@@ -1 +1 @@\n-a\n+b", 1],
    [
      "two places",
      "1\n2\n3\n4\n5\n6\n7\n8",
      "x\n2\n3\n4\n5\n6\n7\ny",
      "@@ -1 +1 @@\n-1\n+x\n 2\n 3\n@@ -6 +6 @@\n 6\n 7\n-8\n+y",
      1,
    ],
    ["common lines between", "a\nb\nc\nd", "b\nx\nd", "@@ -1 +1 @@\n-a\n b\n-c\n+x\n d", 1],
  ])("%s", (_, expected, there, text, line) => {
    expect(lineDiff(expected, there)).toEqual({ text, line });
  });

  test("equal texts", () => expect(lineDiff("a\n", "a\n")).toBeUndefined());

  test("is short, and counts the omitted lines", () => {
    const many = (sign: string) => Array.from({ length: 3000 }, (_, index) => `${sign}${index}`).join("\n");
    const lines = lineDiff(many("a"), many("b"))!.text.split("\n");
    expect(lines).toHaveLength(20);
    expect(lines.at(-1)).toBe("… 5982 more lines");
  });

  test.each([
    ["marks of direction", "a\u202eb\u2066c", "+a\ufffdb\ufffdc"],
    ["controls of both kinds", "a\u001b[31m\u009b1mb", "+a␛[31m\ufffd1mb"],
    ["a character at the end of what is shown", `${"y".repeat(159)}😀z`, `+${"y".repeat(159)}…`],
    ["tabs", "\ta", "+  a"],
  ])("%s", (_, line, want) => {
    expect(lineDiff("", line)!.text.split("\n").at(-1)).toBe(want);
  });

  test("long lines and control characters", () => {
    const { text } = lineDiff("", `\u001b]0;x\u0007${"y".repeat(500)}`)!;
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(text.length).toBeLessThan(220);
  });
});
