import { vi } from "vitest";
import { run } from "../../../src/cli/run.js";
import type { Outcome } from "./process.js";

// The build puts it in; here it is looked up when a command is loaded.
vi.stubGlobal("__VERSION__", "0.0.0");

/**
 * Runs `b44-gen` with these arguments in a folder, within the process of the tests: for tests of many runs one after
 * another, each of which would start a process. Never two at once.
 */
export async function command(args: readonly string[], cwd: string): Promise<Outcome> {
  const from = process.cwd();
  const texts = { stdout: "", stderr: "" };
  const catches = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      texts[name] += String(text);
      return true;
    }),
  );
  const { log, info, debug } = console;
  process.chdir(cwd);
  try {
    return { status: await run(args), ...texts };
  } finally {
    process.chdir(from);
    Object.assign(console, { log, info, debug });
    for (const each of catches) each.mockRestore();
  }
}
