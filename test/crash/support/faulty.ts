import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cli, type Outcome } from "../../cli/support/process.js";
import { temporary } from "../../support/temporary-folder.js";

/** What goes wrong, and at which of the calls that change something in the project's folder, counted from 0. */
export interface Fault {
  at: number;
  /** The error of the system that the call has. */
  code?: string;
  /** Instead of an error, SIGKILL; where it is a write, after half of it. */
  kill?: boolean;
  /** Counts the calls of this name only. */
  call?: string;
  /** All such calls after it fail too. */
  lasting?: boolean;
  /** Just before the call, another program writes this text into a file. */
  edit?: { path: string; text: string };
  /** What b44-gen takes the system for. */
  platform?: string;
}

/** Runs `b44-gen` in a folder with a fault. `calls`: the names of the calls that were made. */
export function faulty(folder: string, args: string[], fault: Fault): Promise<Outcome & { calls: string[] }> {
  const log = temporary(`${folder}.calls.json`);
  const env = { ...process.env, FAULT: JSON.stringify({ ...fault, folder, log }), NO_COLOR: "1" };
  const preload = join(import.meta.dirname, "faults.cjs");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--require", preload, cli, ...args], { cwd: folder, env });
    const texts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        texts[name] += text;
      });
    }
    child.once("error", reject).once("close", (status) => {
      const calls: string[] = existsSync(log) ? JSON.parse(readFileSync(log, "utf8")) : [];
      resolve({ status, ...texts, calls });
    });
  });
}

/** What is wrong with how a failed run said so; undefined where it is right: a diagnostic, with help, and no stack. */
export function badFailure({ status, stderr }: Outcome): string | undefined {
  if (status === 0) return "succeeded";
  if (/^ +at .*(file:\/\/|node:|dist\/)/m.test(stderr)) return `a stack trace: ${stderr}`;
  if (!/^error B44-(604|610|830) \S.*\n(.*\n)*?\s+help: /m.test(stderr)) return `no diagnostic: ${stderr}`;
  return undefined;
}
