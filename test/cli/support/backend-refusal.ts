import { expect } from "vitest";
import { placesOf } from "./backend-project.js";
import { timedTree } from "./folders.js";
import { command } from "./in-process.js";
import { expectNoStackTrace, type Refusal } from "./refusal.js";
import { printedCodes, reportOf } from "./report.js";

/**
 * Runs a command with `--json` within the process of the tests, and expects what `expectRefusal` expects of two
 * processes: one error, its place, words and help, as text and as JSON, and nothing written.
 */
export async function expectRefusedIn(cwd: string, args: readonly string[], want: Refusal): Promise<void> {
  const before = timedTree(cwd);
  const { status, stdout, stderr } = await command([...args, "--json"], cwd);
  expect(timedTree(cwd)).toEqual(before);
  const report = reportOf(stdout);
  const errors = report.diagnostics.filter(({ severity }) => severity === "error");
  expect({ status, codes: errors.map(({ code }) => code), files: report.files, apis: report.apis }).toEqual({
    status: want.status,
    codes: [want.code],
    files: [],
    apis: [],
  });
  expect(errors[0]?.message).toMatch(want.says ?? /./);
  expect(errors[0]?.help).toMatch(want.help ?? /./);
  if (want.at) expect(placesOf(errors, want.code)).toEqual([`${want.code} ${want.at}`]);
  expect(printedCodes(stderr).filter((code) => code.startsWith("error"))).toEqual([`error ${want.code}`]);
  if (want.at) expect(stderr).toContain(`\n  at ${want.at}`);
  expectNoStackTrace(stderr);
}
