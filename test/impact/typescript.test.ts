import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { findImpact, type Impact } from "../../src/check/impact/index.js";
import { copyOf, found, marked, regenerated } from "./support.js";

/** The lines that TypeScript finds fault with, by the app's own tsconfig.json, in the code that stands on disk. */
function faultyLines(folder: string): string[] {
  const { config } = ts.readConfigFile(join(folder, "tsconfig.json"), (path) => readFileSync(path, "utf8"));
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options));
  const lines = diagnostics.map(({ file, start = 0 }) => {
    if (!file) return "the options";
    return `${relative(folder, file.fileName).split(sep).join("/")}:${file.getLineAndCharacterOfPosition(start).line + 1}`;
  });
  return [...new Set(lines)].sort();
}

describe("an app in TypeScript", () => {
  let folder = "";
  let impact: Impact = { places: [], calls: [] };
  beforeAll(async () => {
    folder = copyOf("impact-ts");
    impact = await findImpact(await regenerated(folder, { language: "ts" }));
  });

  it("has exactly these broken places", () => {
    expect(marked(folder, "breaks").length).toBeGreaterThan(20);
    expect(found(impact.places)).toEqual(marked(folder, "breaks").map(({ place, kinds }) => `${place} ${kinds}`));
  });

  it("has these calls whose results lose their types", () => {
    expect(found(impact.calls)).toEqual(marked(folder, "untold").map(({ place, kinds }) => `${place} ${kinds}`));
  });

  it("has the compiler's errors after regeneration, and raw calls whose results are not used", () => {
    const isRaw = new Set(marked(folder, "breaks").flatMap(({ place, isRaw }) => (isRaw ? [place] : [])));
    const lines = impact.places.map(({ file, line }) => `${file}:${line}`).filter((place) => !isRaw.has(place));
    expect(lines.sort()).toEqual(faultyLines(folder));
  });

  it("has place, expression and reason", () => {
    const [place] = impact.places.filter(({ file, line }) => file === "src/pages/Contacts.tsx" && line === 12);
    expect(place).toMatchObject({
      column: 20,
      expression: "contact.nick",
      why: "Property 'nick' does not exist on type 'Contact'.",
      changes: [{ operation: "get:/contacts", kind: "response-property-removed" }],
    });
  });

  it("reports that an operation was removed or renamed, without a suggestion", () => {
    const whys = impact.places.flatMap(({ expression, why, changes }) =>
      changes.some(({ place }) => place.part === "operation") ? [`${expression}: ${why}`] : [],
    );
    expect(whys).toEqual([
      '"get:/reports": The operation get:/reports no longer exists.',
      "listCompanies: get:/companies was renamed to listOrganizations.",
      "listReports: get:/reports was removed.",
      "book.listReports: get:/reports was removed.",
    ]);
  });

  it("reports the actual reason of an error, at a readable length", () => {
    const whys = impact.places.map(({ why }) => why);
    expect(whys).toEqual(
      expect.arrayContaining([expect.stringMatching(/: (?:Property|Type) '.* (?:missing|assignable)/)]),
    );
    expect(whys.filter((why) => why.length > 250)).toEqual([]);
  });

  it("names no folder outside the app", () => {
    const texts = [...impact.places, ...impact.calls].flatMap(({ file, expression, why }) => [file, expression, why]);
    expect(texts.filter((text) => text.includes(folder))).toEqual([]);
  });
});
