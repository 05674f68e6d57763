import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const root = fileURLToPath(new URL("..", import.meta.url));
const preload = join(root, "bench/peak-memory.cjs");

/** The time limit of a run in milliseconds. A slower run counts as failed. */
const LONGEST = 90_000;

/** The temporary folder of the benchmark, removed at its end. */
export const work = mkdtempSync(join(tmpdir(), "b44-bench-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

/**
 * Runs one Node process from start to end.
 *
 * @param {{ args: string[], cwd?: string, env?: Record<string, string>, out?: string, ends?: number }} run `env`:
 *   additional environment variables; `out`: a folder to empty first; `ends`: the expected exit status, 0 by default
 * @returns {Promise<{ time: number, memory: number } | { failed: string }>} milliseconds and peak resident memory in
 *   MiB, as the operating system counted it; or the reason for the failure
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

/**
 * Keeps processes from sending telemetry, looking for their newest version, or being slowed by settings of this
 * environment.
 */
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
