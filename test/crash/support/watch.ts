import { type ChildProcess, spawn } from "node:child_process";
import { cli } from "../../cli/support/process.js";

/** `b44-gen --watch`, in a process of its own. */
export interface Watch {
  /** Waits, up to a minute, until it has said something so many times. */
  says(text: string, times?: number): Promise<void>;
  /** Ends it as Ctrl-C does, and waits until it has ended. */
  end(): Promise<void>;
}

/** Starts {@link Watch} in a folder. */
export function startWatch(folder: string): Watch {
  const child: ChildProcess = spawn(process.execPath, [cli, "--watch"], { cwd: folder, stdio: "pipe" });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return {
    async says(text, times = 1) {
      for (let end = Date.now() + 60_000; said.split(text).length <= times; ) {
        if (Date.now() > end) throw new Error(`not said: ${text}\n${said}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async end() {
      child.kill("SIGINT");
      await ended;
    },
  };
}
