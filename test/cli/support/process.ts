import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const repository = join(import.meta.dirname, "../../..");

/** The built command line. `npm test` builds it first; a bare `vitest run` gets it built here, once. */
export const cli: string = join(repository, "dist/cli.js");

/** What the build writes last. */
const built = join(repository, "dist/meta.json");

function buildOnce(): void {
  if (existsSync(built)) return;
  const turn = join(repository, "node_modules/.b44-gen-build");
  try {
    mkdirSync(turn);
  } catch {
    while (existsSync(turn)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    return;
  }
  try {
    execFileSync(process.execPath, [join(repository, "scripts/build.mjs"), "--no-types"], { stdio: "inherit" });
  } finally {
    rmSync(turn, { recursive: true });
  }
}

buildOnce();

/** What a process answered. */
export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd: string;
  /** Standard input; empty without it. */
  input?: string | Uint8Array;
  /** Besides the environment of the tests. */
  env?: Record<string, string>;
  /** The most files that the process may have open; the system's limit without it. */
  openFiles?: number;
}

/** Runs `b44-gen` with these arguments, as a user's shell would. */
export function run(args: readonly string[], options: RunOptions): Promise<Outcome> {
  return runNode([cli, ...args], options);
}

/** Runs Node with these arguments. */
export function runNode(args: readonly string[], { cwd, input, env, openFiles }: RunOptions): Promise<Outcome> {
  const command = [process.execPath, ...args];
  const [program = "", ...rest] = openFiles
    ? ["sh", "-c", `ulimit -n ${openFiles} && exec "$0" "$@"`, ...command]
    : command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { cwd, env: { ...process.env, FORCE_COLOR: "", ...env } });
    const texts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        texts[name] += text;
      });
    }
    child.once("error", reject).once("close", (status) => resolve({ status, ...texts }));
    child.stdin.on("error", () => {}).end(input ?? "");
  });
}
