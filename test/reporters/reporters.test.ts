import { expect, test } from "vitest";
import { reportFindings } from "../../src/cli/report/findings.js";
import type { Terminal } from "../../src/cli/terminal.js";
import { type Diagnostic, diagnostic } from "../../src/diagnostics/index.js";
import { githubReport } from "../../src/diagnostics/report/github.js";
import { reportDiagnostics } from "../../src/diagnostics/report/index.js";
import { repositoryPath } from "../../src/diagnostics/report/repository.js";

const fails = () => true;
const folders = { workingFolder: "/repo/apps/web", repository: "/repo" };

test.each([
  ["src/api/a.ts", "apps/web/src/api/a.ts"],
  ["../other/b.ts", "apps/other/b.ts"],
  ["/repo/c.json", "c.json"],
  ["../../../outside.ts", undefined],
  ["/elsewhere/d.ts", undefined],
  ["/repository/e.ts", undefined],
  ["https://example.com/openapi.json", undefined],
  ["<stdin>", undefined],
  ["..fine/f.ts", "apps/web/..fine/f.ts"],
  ["../..", undefined],
])("%s is named %s from the repository's root", (file, want) => {
  expect(repositoryPath(file, folders)).toBe(want);
});

const edited = diagnostic("B44-601", {
  message: "100% of a,b:c was edited.",
  location: { file: "src/api/generated/a,b:c%.ts", line: 3, column: 7 },
  help: "Move it.",
});

test.each<[string, Diagnostic, string]>([
  [
    "escapes %, : and , in properties, and % and line breaks in the message",
    edited,
    "::error file=apps/web/src/api/generated/a%2Cb%3Ac%25.ts,line=3,col=7,title=B44-601 Generated file was edited::100%25 of a,b:c was edited.%0AMove it.",
  ],
  [
    "makes a notice of an info, and leaves out what is not known",
    diagnostic("B44-722", { message: "A.", location: { file: "x.ts" }, help: "" }),
    "::notice file=apps/web/x.ts,title=B44-722 Safe change in a spec::A.",
  ],
  [
    "cannot be made to give a command of a stranger",
    diagnostic("B44-721", { message: "a\r\n::set-env name=X::y\rz\u001b[2K", help: "" }),
    "::warning title=B44-721 Risky change in a spec::a%0A::set-env name=X::y␍z␛[2K",
  ],
  [
    "puts a place outside the repository into the message",
    diagnostic("B44-720", {
      message: "Gone.",
      location: { file: "https://example.com/a.json", pointer: "/paths", line: 2, column: 3 },
      help: "Look.",
    }),
    "::error title=B44-720 Breaking change in a spec::Gone.%0Aat https://example.com/a.json (#/paths)%0ALook.",
  ],
])("the reporter for GitHub %s", (_, given, want) => {
  expect(githubReport([given], folders)).toBe(want);
});

test("the reporter for GitHub writes one line per diagnostic, and nothing for none", () => {
  expect(githubReport([], folders)).toBe("");
  expect(githubReport([edited, edited], folders).split("\n")).toHaveLength(2);
});

test("a command's findings are one JSON document, with unchanged diagnostics last", async () => {
  const written: string[] = [];
  const terminal = { json: (value: unknown) => written.push(JSON.stringify(value)) } as unknown as Terminal;
  await reportFindings([edited], { reporter: "json", clean: "" }, terminal);
  await reportFindings(
    [],
    { reporter: "json", report: { apis: [], impact: undefined, diagnostics: [] }, clean: "" },
    terminal,
  );
  expect(written.map((text) => JSON.parse(text))).toEqual([
    { diagnostics: [edited] },
    { apis: [], places: [], diagnostics: [] },
  ]);
  expect(Object.keys(JSON.parse(written[1] ?? "")).at(-1)).toBe("diagnostics");
});

test("reporters are chosen by name", () => {
  const options = { diagnostics: [edited], version: "1.2.3", fails, ...folders };
  expect(reportDiagnostics("github", options)).toMatch(/^::error /);
  expect(JSON.parse(reportDiagnostics("sarif", options))).toHaveProperty("version", "2.1.0");
  expect(reportDiagnostics("junit", options)).toMatch(/^<\?xml /);
});
