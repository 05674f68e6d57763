import { describe, expect, it } from "vitest";
import { sourceExcerpt } from "../../src/diagnostics/excerpt.js";
import { type Diagnostic, diagnostic, NewDiagnostics, SourceText } from "../../src/diagnostics/index.js";
import { mergeSimilar } from "../../src/diagnostics/merge-similar.js";
import { printDiagnostic } from "../../src/diagnostics/print.js";
import { logText } from "../../src/plugin/message.js";

const text = ["openapi: 3.0.0", "info:", "  title: x", "paths:", "  /a: b: c", "components: {}", "tags: []"].join("\n");

describe("equal diagnostics of several files", () => {
  const missing = (file: string) => diagnostic("B44-710", { message: `${file} is missing.`, location: { file } });
  const printed = (items: Diagnostic[]) =>
    mergeSimilar(items).map((item) => printDiagnostic({ ...item, help: "" }, { color: false }));

  it("are merged at the position of the first", () => {
    const other = diagnostic("B44-713", { message: "The API crm was added.", location: { file: "a.json" } });
    const edited = diagnostic("B44-601", { message: "d was edited.", location: { file: "d", line: 3 } });
    const mail = { ...missing("e"), help: "Another help." };
    expect(printed([missing("a"), other, missing("b"), edited, missing("c"), mail])).toEqual([
      "error B44-710 3 files are missing.\n  at a\n  at b\n  at c",
      "error B44-713 The API crm was added.\n  at a.json",
      "error B44-601 d was edited.\n  at d:3",
      "error B44-710 e is missing.\n  at e",
    ]);
  });

  it("name as many files as fit on a page", () => {
    const [text = ""] = printed(Array.from({ length: 300 }, (_, index) => missing(`f${index}`)));
    expect(text).toMatch(/^error B44-710 300 files are missing\.\n {2}at f0\n[\s\S]* {2}at f19\n {2}and 280 more$/);
  });
});

describe("operations that cannot be carried", () => {
  const found = (count: number, code: Diagnostic["code"] = "B44-301") =>
    Array.from({ length: count }, (_, index) =>
      diagnostic(code, {
        message: `An integration cannot call post:/p${index}: its request body is XML.`,
        location: { file: "a.json", pointer: `/paths/~1p${index}/post` },
      }),
    );

  it("for the same reason are merged, with some of the operations and the place of the first", () => {
    const other = diagnostic("B44-301", { message: "An integration cannot call get:/a: its answer is a stream." });
    const [first, second, ...more] = mergeSimilar([...found(104), other]);
    expect([first?.message, second?.message, more]).toEqual([
      "An integration cannot call post:/p0, post:/p1, post:/p2, post:/p3, post:/p4 and 99 more: its request body is XML.",
      other.message,
      [],
    ]);
    expect(first?.location?.pointer).toBe("/paths/~1p0/post");
    expect(mergeSimilar(found(2)).map(({ message }) => message)).toEqual([
      "An integration cannot call post:/p0, post:/p1: its request body is XML.",
    ]);
    expect(mergeSimilar(found(1))).toEqual(found(1));
    const [error] = mergeSimilar(found(9).map((item) => ({ ...item, severity: "error" as const })));
    expect(error?.message).toContain("post:/p7, post:/p8: its");
  });

  it("take a few lines of a build's log", () => {
    const many = found(60, "B44-113").map((item, index) => ({ ...item, message: `Fault ${index}.` }));
    const text = logText([...found(104), ...many]);
    expect(text.match(/^warning B44-301/gm)).toHaveLength(1);
    expect(text.match(/^warning B44-113/gm)).toHaveLength(5);
    expect(text).toContain("… and 55 more B44-113; `b44-gen --json` lists them all.");
  });
});

describe("the same fault in several places of a spec", () => {
  const found = (message: string, index: number, severity: Diagnostic["severity"] = "warning") =>
    diagnostic("B44-113", { message, severity, location: { file: "a.json", pointer: `/paths/${index}` } });

  it("is reported once, at the first of them, unless it is an error", () => {
    const twice = [found("No name.", 3, "error"), found("No name.", 4, "error")];
    const other = { ...found("No name.", 1), location: { file: "b.json", pointer: "/paths/1" } };
    const items = [found("No name.", 0), other, found("No name.", 2), found("No name.", 5), ...twice];
    const want = [found("No name, here and in 2 more places.", 0), other, ...twice];
    expect(mergeSimilar(items)).toEqual(want);
  });

  it("is reported once for references with the same fault", () => {
    const broken = (ref: string, what: string) => found(`The reference ${JSON.stringify(ref)} ${what}.`, 0);
    const items = [
      broken('a"', "points to nothing; it is ignored"),
      broken("b", "points to nothing; it is typed unknown"),
      broken("c", "points to nothing; it is ignored"),
    ];
    expect(mergeSimilar(items).map(({ message }) => message)).toEqual([
      'The reference "a\\"" points to nothing; it is ignored. The same applies to 1 more.',
      'The reference "b" points to nothing; it is typed unknown.',
    ]);
  });
});

describe("new diagnostics", () => {
  it("are those that the previous run did not report, wherever they are now", () => {
    const said = (message: string, line: number) => diagnostic("B44-301", { message, location: { file: "a", line } });
    const news = new NewDiagnostics();
    const runs = [[said("One.", 1)], [said("One.", 4), said("Two.", 9)], [said("Two.", 9)], [said("One.", 1)]];
    expect(runs.map((run) => news.of(run).map(({ message }) => message))).toEqual([["One."], ["Two."], [], ["One."]]);
  });
});

describe("a diagnostic", () => {
  const location = { file: "crm.yaml", line: 5, column: 8, pointer: "/paths/~1a" };
  const broken = diagnostic("B44-105", { message: "Broken.", help: "Mend it.", location });

  it("has severity, code, message, place, excerpt and help", () => {
    const printed = printDiagnostic(broken, {
      excerpt: sourceExcerpt(new SourceText(text), { line: 5, column: 8 }),
      color: false,
    });
    expect(printed).toBe(
      [
        "error B44-105 Broken.",
        "  at crm.yaml:5:8 (#/paths/~1a)",
        "    3 |   title: x",
        "    4 | paths:",
        "  > 5 |   /a: b: c",
        "      |        ^",
        "    6 | components: {}",
        "  help: Mend it.",
      ].join("\n"),
    );
  });

  const shorter: [given: string, change: Partial<Diagnostic>, want: string[]][] = [
    ["no place", { location: undefined }, ["error B44-105 Broken.", "  help: Mend it."]],
    ["a file only", { location: { file: "a" } }, ["error B44-105 Broken.", "  at a", "  help: Mend it."]],
    ["a line only", { location: { file: "a", line: 2 } }, ["error B44-105 Broken.", "  at a:2", "  help: Mend it."]],
    [
      "the whole document",
      { location: { file: "a", pointer: "" } },
      ["error B44-105 Broken.", "  at a (#)", "  help: Mend it."],
    ],
    ["a warning", { severity: "warning", location: undefined }, ["warning B44-105 Broken.", "  help: Mend it."]],
    ["no help", { help: "", location: undefined }, ["error B44-105 Broken."]],
    ["lines", { message: "a\nb\r\nc", location: undefined }, ["error B44-105 a", "  | b", "  | c", "  help: Mend it."]],
  ];
  it.each(shorter)("with %s", (_given, change, want) => {
    expect(printDiagnostic({ ...broken, ...change }, { color: false }).split("\n")).toEqual(want);
  });

  it("has colours only on demand, with the same text", () => {
    const excerpt = sourceExcerpt(new SourceText(text), { line: 5, column: 8 });
    const colored = printDiagnostic(broken, { excerpt, color: true });
    expect(colored).toContain("\u001b[");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what colours are made of
    expect(colored.replace(/\u001b\[[\d;]*m/g, "")).toBe(printDiagnostic(broken, { excerpt, color: false }));
  });

  const hostile: [given: string, text: string][] = [
    ["a colour", "\u001b[31mred"],
    ["a control sequence in one character", "\u009b2J"],
    ["a return to the line's beginning", "good\rbad"],
    ["a backspace", "a\u0008b"],
    ["a change of direction", "a\u202eb\u2066c"],
    ["a hidden character", "a\u200bb\ufeffc"],
    ["a line separator", "a\u2028b"],
    ["half a character", "a\ud800b"],
    ["a tag", "a\u{e0041}b"],
    ["a title for the window", "\u001b]0;x\u0007"],
  ];
  it.each(hostile)("makes %s visible", (_given, given) => {
    const evil = diagnostic("B44-105", { message: given, help: given, location: { file: given, pointer: given } });
    const printed = printDiagnostic(evil, {
      excerpt: `${given}\n${sourceExcerpt(new SourceText(given), { line: 1, column: 1 })}`,
      color: false,
    });
    expect(printed.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u200b\u2028\u202e\u2066\ufeff\u{e0041}]/u);
  });

  it("has no line that could pass for another diagnostic or a command", () => {
    const evil = diagnostic("B44-105", { message: "x\n::error::y\n  error B44-101 z" });
    const lines = printDiagnostic(evil, { color: false }).split("\n").slice(1, -1);
    expect(lines.every((line) => line.startsWith("  | "))).toBe(true);
  });
});

describe("an excerpt", () => {
  const cases: [given: string, text: string, line: number, column: number, want: string[]][] = [
    ["the first line", "a\nb\nc", 1, 1, ["  > 1 | a", "      | ^", "    2 | b"]],
    ["the last line", "a\nb\nc", 3, 1, ["    1 | a", "    2 | b", "  > 3 | c", "      | ^"]],
    ["a string of one line", "abc", 1, 3, ["  > 1 | abc", "      |   ^"]],
    ["the place behind the end", "abc", 1, 4, ["  > 1 | abc", "      |    ^"]],
    ["a column that does not exist", "abc", 1, 99, ["  > 1 | abc", "      |    ^"]],
    ["a line that does not exist", "abc", 2, 1, [""]],
    ["an empty string", "", 1, 1, ["  > 1 |", "      | ^"]],
    ["an empty last line", "a\n", 2, 1, ["    1 | a", "  > 2 |", "      | ^"]],
    ["CRLF and CR", "a\r\nb\rc", 2, 1, ["    1 | a", "  > 2 | b", "      | ^", "    3 | c"]],
    ["tabs", "\ta: b", 1, 2, ["  > 1 |  a: b", "      |  ^"]],
    ["wide characters", "名前: x", 1, 5, ["  > 1 | 名前: x", "      |       ^"]],
    ["a pair of code units", "😀: x", 1, 5, ["  > 1 | 😀: x", "      |     ^"]],
    [
      "line numbers that grow",
      Array(12).fill("x").join("\n"),
      10,
      1,
      ["     8 | x", "     9 | x", "  > 10 | x", "       | ^", "    11 | x"],
    ],
  ];
  it.each(cases)("of %s", (_given, given, line, column, want) => {
    expect(sourceExcerpt(new SourceText(given), { line, column }).split("\n")).toEqual(want);
  });

  const long = `${"a".repeat(500)}X${"b".repeat(500)}`;
  it.each([[1], [50], [95], [120], [501], [990], [1001]])("of a long line is cut around column %i", (column) => {
    const [line, caret] = sourceExcerpt(new SourceText(long), { line: 1, column }).split("\n") as [string, string];
    const shown = line.slice("  > 1 | ".length);
    expect(shown.replaceAll("…", "").length).toBeLessThanOrEqual(100);
    expect(line[caret.indexOf("^")]).toBe(long[column - 1]);
    expect([shown.startsWith("…"), shown.endsWith("…")]).toEqual([column > 90, column < 950]);
  });

  it("of a very long line is a short one", () => {
    const huge = `{"a":"${"x".repeat(20_000_000)}"}`;
    expect(sourceExcerpt(new SourceText(huge), { line: 1, column: 10_000_000 }).length).toBeLessThan(1000);
  });
});
