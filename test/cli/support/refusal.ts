import { expect } from "vitest";
import { timedTree } from "./folders.js";
import { run } from "./in-process.js";
import type { RunOptions } from "./process.js";
import { printedCodes, refusalOf } from "./report.js";

/** How a command must be refused. */
export interface Refusal {
  /** The code of the one error. */
  code: string;
  /** 2: the command or config is wrong. 3: a spec cannot be used. */
  status: 2 | 3;
  /** What the message says. */
  says?: string | RegExp;
  /** What the help says. */
  help?: string | RegExp;
  /** `file:line:column`, or the file alone. */
  at?: string;
}

/**
 * Runs a command as it is and with `--json`, and expects that it is refused with one error, that no stack trace is
 * shown, that standard output is empty or the JSON document, and that nothing is written.
 */
export async function expectRefusal(args: readonly string[], want: Refusal, options: RunOptions): Promise<void> {
  const before = timedTree(options.cwd);
  const [plain, json] = await Promise.all([run(args, options), run([...args, "--json"], options)]);
  expect(timedTree(options.cwd)).toEqual(before);

  expect(printedCodes(plain.stderr).filter((code) => code.startsWith("error"))).toEqual([`error ${want.code}`]);
  expect(plain).toMatchObject({ status: want.status, stdout: "" });
  if (want.at) expect(plain.stderr).toMatch(new RegExp(`^  at ${escaped(want.at)}(?: |$)`, "m"));

  expect(json.status).toBe(want.status);
  const report = refusalOf(json.stdout);
  const errors = report.diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code }) => code)).toEqual([want.code]);
  expect(errors[0]!.message).toMatch(want.says ?? "");
  expect(errors[0]!.help).toMatch(want.help ?? /./);
  if (want.at) {
    const { file, line, column } = errors[0]!.location!;
    expect([file, line, column].filter((part) => part !== undefined).join(":")).toBe(want.at);
  }
  for (const text of [plain.stderr, json.stderr]) expectNoStackTrace(text);
}

/** Fails where a text has a stack trace in it, or an object that nobody put into words. */
export function expectNoStackTrace(text: string): void {
  expect(text).not.toMatch(/^ {4}at \S|\(file:\/\/|node:internal|dist\/chunks|\[object |Node\.js v/m);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
