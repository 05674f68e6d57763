import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the repository is. */
export const root = fileURLToPath(new URL("..", import.meta.url));
const preload = join(root, "bench/peak-memory.cjs");

/** Slower than this is no figure any more, but a failure: milliseconds. */
const LONGEST = 90_000;

/** The folder of everything that the benchmark makes; it goes when the benchmark ends. */
export const work = mkdtempSync(join(tmpdir(), "b44-bench-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

/**
 * Runs one process of node from its start to its end.
 *
 * @param {{ args: string[], cwd?: string, env?: Record<string, string>, out?: string, ends?: number }} run `env`: what its
 *   environment has besides; `out` is made anew before; `ends`: the exit status, 0 where it is left out
 * @returns {Promise<{ time: number, memory: number } | { failed: string }>} milliseconds; peak resident memory in MiB,
 *   as the operating system counted it, or why there is neither
 */
export async function measure({ args, cwd = work, env = {}, out, ends = 0 }) {
  if (out) {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
  }
  const peak = join(work, "peak");
  rmSync(peak, { force: true });
  const start = process.hrtime.bigint();
  const child = spawn(process.execPath, ["-r", preload, ...args], {
    cwd,
    env: { ...process.env, ...QUIET, ...env, B44_BENCH_PEAK: peak },
    stdio: ["ignore", "ignore", "pipe"],
    timeout: LONGEST,
    killSignal: "SIGKILL",
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said = (said + text).slice(-2000);
  });
  const { status, signal } = await new Promise((resolve) => {
    child.once("close", (status, signal) => resolve({ status, signal }));
  });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (signal === "SIGKILL") return { failed: time >= LONGEST ? `more than ${LONGEST / 1000} s` : "killed" };
  if (status !== ends) return { failed: reason(said, status) };
  return { time, memory: Number(readFileSync(peak, "utf8")) / 1024 };
}

/** No process of the comparison is to call home, to ask for its newest version, or to be slowed by a setting of ours. */
const QUIET = {
  NODE_OPTIONS: "",
  CI: "1",
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
};

function reason(said, status) {
  const lines = said.replaceAll(root, "").replaceAll(work, "").split("\n");
  const line = lines.find((one) => /error|heap/i.test(one)) ?? `status ${status}`;
  return `failed: ${line.trim().slice(0, 80)}`;
}
