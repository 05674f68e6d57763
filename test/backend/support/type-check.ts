import { execFile } from "node:child_process";
import { join } from "node:path";
import { repository } from "./paths.js";

/** What `tsc -p` says, in the order in which it says it: a fault is `FILE CODE`, the file relative to the folder. */
export function typeCheck(folder: string, config: string): Promise<string[]> {
  const tsc = join(repository, "node_modules/typescript/bin/tsc");
  return new Promise((resolve) => {
    const args = [tsc, "-p", config, "--pretty", "false"];
    execFile(process.execPath, args, { cwd: folder }, (_error, stdout) => {
      const lines = stdout.split(/\r?\n/).filter((line) => /^\S/.test(line));
      resolve(lines.map((line) => line.replace(/^(.*)\(\d+,\d+\): error (TS\d+): .*$/, "$1 $2")));
    });
  });
}
