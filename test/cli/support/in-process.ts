import { Readable } from "node:stream";
import { vi } from "vitest";
import { run as runCommand } from "../../../src/cli/run.js";
import type { Outcome, RunOptions } from "./process.js";

let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs `b44-gen` with these arguments within the process of the tests: the same as a process of its own, which takes a
 * hundred times as long to start as most commands take to run. Runs that are begun together come one after another.
 */
export function run(args: readonly string[], options: RunOptions): Promise<Outcome> {
  const outcome = turn.then(() => inThisProcess(args, options));
  turn = outcome.catch(() => {});
  return outcome;
}

async function inThisProcess(args: readonly string[], { cwd, input = "", env = {} }: RunOptions): Promise<Outcome> {
  const from = process.cwd();
  const texts = { stdout: "", stderr: "" };
  const catches = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      texts[name] += String(text);
      return true;
    }),
  );
  const stdin = vi.spyOn(process, "stdin", "get").mockReturnValue(Readable.from([Buffer.from(input)]) as never);
  const { log, info, debug } = console;
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  process.chdir(cwd);
  try {
    return { status: await runCommand(args), ...texts };
  } finally {
    process.chdir(from);
    vi.unstubAllEnvs();
    Object.assign(console, { log, info, debug });
    for (const each of [...catches, stdin]) each.mockRestore();
  }
}
