import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { type Diagnostic, diagnostic } from "../../src/diagnostics/index.js";
import { sarifReport } from "../../src/diagnostics/report/sarif.js";
import { sarifSchema } from "./sarif-schema.js";

const options = { version: "1.2.3", workingFolder: "/repo/apps/web", repository: "/repo" };
const validate = new Ajv({ allErrors: true }).compile(sarifSchema);

interface Log {
  runs: {
    tool: { driver: { rules: { id: string }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      locations?: unknown[];
      partialFingerprints: Record<string, string>;
    }[];
  }[];
}

function runOf(diagnostics: Diagnostic[]): Log["runs"][number] {
  const log = JSON.parse(sarifReport(diagnostics, options)) as Log;
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
  const [run] = log.runs;
  if (!run || log.runs.length !== 1) throw new Error("a log has one run");
  for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
  return run;
}

const edited = (line: number, file = "src/a b#ü.ts") =>
  diagnostic("B44-601", { message: "It was edited.", location: { file, line, column: 2 } });

test("the schema in the test refuses invalid logs", () => {
  const log = JSON.parse(sarifReport([edited(1)], options)) as Log;
  const result = log.runs[0]?.results[0];
  if (!result) throw new Error("no result");
  for (const broken of [
    { ...log, version: "2.0.0" },
    { ...log, runs: [{ results: [] }] },
    { ...log, runs: [{ ...log.runs[0], results: [{ ...result, message: {} }] }] },
    { ...log, runs: [{ ...log.runs[0], results: [{ ...result, level: "info" }] }] },
    { ...log, runs: [{ ...log.runs[0], results: [{ ...result, severity: "error" }] }] },
  ]) {
    expect(validate(broken)).toBe(false);
  }
});

test.each<[string, Diagnostic, unknown]>([
  [
    "a file of the repository",
    edited(4),
    [
      {
        physicalLocation: {
          artifactLocation: { uri: "apps/web/src/a%20b%23%C3%BC.ts", uriBaseId: "%SRCROOT%" },
          region: { startLine: 4, startColumn: 2 },
        },
      },
    ],
  ],
  [
    "a place in a spec from the network",
    diagnostic("B44-720", { message: "Gone.", location: { file: "https://example.com/a b.json", pointer: "/paths" } }),
    [
      {
        physicalLocation: { artifactLocation: { uri: "https://example.com/a%20b.json" } },
        logicalLocations: [{ fullyQualifiedName: "#/paths" }],
      },
    ],
  ],
  ["nothing of another place on this machine", edited(1, "/etc/secret.ts"), undefined],
  ["no place", diagnostic("B44-715", { message: "Nothing there." }), undefined],
])("a result names %s", (_, given, want) => {
  expect(runOf([given]).results[0]?.locations).toEqual(want);
});

test("rules are those that occur, without duplicates and sorted; levels are SARIF's", () => {
  const run = runOf([
    diagnostic("B44-722", { message: "Safe." }),
    edited(1),
    diagnostic("B44-721", { message: "Risky.", help: "Look at line 7." }),
    edited(2),
  ]);
  expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(["B44-601", "B44-721", "B44-722"]);
  expect(run.results.map(({ level }) => level)).toEqual(["note", "error", "warning", "error"]);
  expect(run.results[2]?.message.text).toBe("Risky.\nLook at line 7.");
  expect(run.results[1]?.message.text).toBe("It was edited.");
});

test("without diagnostics, the log has no results", () => {
  expect(runOf([])).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
});

test("fingerprints do not change when lines move, and differ between equal diagnostics", () => {
  const prints = (diagnostics: Diagnostic[]) =>
    runOf(diagnostics).results.map(({ partialFingerprints }) => Object.values(partialFingerprints).join());
  expect(prints([edited(1)])).toEqual(prints([edited(90)]));
  const many = prints([edited(1), edited(2), edited(1, "other.ts")]);
  expect(new Set(many).size).toBe(3);
  expect(sarifReport([edited(1)], options)).toBe(sarifReport([edited(1)], options));
});
