import { type ChildProcess, spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

/** A process that serves, and all that it printed. */
export interface Serving {
  /** Standard output and standard error, as they came. */
  log(): string;
  stop(): Promise<void>;
}

/** What to start, and which text in its output says that it serves. */
export interface ServingOptions {
  command: string;
  args: readonly string[];
  cwd: string;
  env: Record<string, string>;
  ready: string;
}

/** Milliseconds in which a process has to serve: less than a hook has, so that what it printed is told. */
const START = 60_000;

/**
 * Milliseconds in which a process has to end by itself. `base44 dev` at times waits for good for a function that has ended.
 */
const END = 5_000;

/**
 * Starts a process and waits until it serves; rejects with what it printed where it ends before that, or takes too long.
 */
export async function startServing({ command, args, cwd, env, ready }: ServingOptions): Promise<Serving> {
  // A group of its own, so that what it starts ends with it.
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, detached: true });
  let log = "";
  await new Promise<void>((resolve, reject) => {
    const take = (text: string) => {
      log += text;
      if (log.includes(ready)) resolve();
    };
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`${command} ended:\n${log}`)));
    setTimeout(() => reject(new Error(`${command} does not serve yet:\n${log}`)), START).unref();
  }).catch(async (error) => {
    await stopGroup(child);
    throw error;
  });
  return { log: () => log, stop: () => stopGroup(child) };
}

async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const group = -child.pid;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(group, "SIGTERM");
  const late = setTimeout(() => process.kill(group, "SIGKILL"), END);
  await ended;
  clearTimeout(late);
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
