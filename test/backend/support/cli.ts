import { execFile } from "node:child_process";

/** Runs a Node program to its end. */
export function run(
  program: string,
  args: readonly string[],
  { cwd, env }: { cwd: string; env: Record<string, string> },
): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...env } };
    execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) => {
      const failed = error ? 1 : 0;
      resolve({ status: typeof error?.code === "number" ? error.code : failed, output: stdout + stderr });
    });
  });
}
