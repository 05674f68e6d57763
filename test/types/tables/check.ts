import { expect } from "vitest";
import { type Problem, show } from "../support/compile.js";
import { type Case, errorLine } from "./case.js";

/** A file for each case of some tables: the prelude in its first line, then the case's own lines. */
export function caseFiles(tables: Record<string, Case[]>, prelude: string, extension: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tables).flatMap(([table, cases]) =>
      cases.map(([, code], index) => [`src/cases/${table}-${index}.${extension}`, `${prelude}\n${code}\nexport {};\n`]),
    ),
  );
}

/** Compares what a compiler said of a case's file with what the table says. */
export function checkCase(problems: readonly Problem[], file: string, [, code, error, says]: Case): void {
  const own = problems.filter((problem) => problem.file === file);
  const want = error === undefined ? [] : [{ isExpected: true, line: errorLine(code) + 1 }];
  const said = own.map((problem) => ({ isExpected: error?.split(" or ").includes(problem.code), line: problem.line }));
  expect(said, own.map(show).join("\n")).toEqual(want);
  if (says) expect(own[0]?.message).toMatch(says);
}
