/** The V8 flag, by major version of Node, that sets when a function is optimized, with the value for a run. */
const FLAGS: Partial<Record<string, string>> = {
  // The bytes of bytecode that run before V8 considers optimizing a function. V8's default of 66 KB suits servers.
  20: "--interrupt-budget=300000",
  // The number of calls of a function before its last optimization. V8's default is 3,000.
  22: "--invocation-count-for-turbofan=10000",
};

/**
 * Makes V8 wait longer before it optimizes a function. A run takes seconds: most optimized functions are not called
 * again, and optimizing takes processor time from the run. Later versions of Node have a quick optimizer before the
 * thorough one, and keep their default. See docs/decisions/0018-late-optimization.md.
 */
export function optimizeLate(): void {
  const flag = FLAGS[/^v(\d+)\./.exec(process.version)?.[1] ?? ""];
  if (flag !== undefined) process.getBuiltinModule("node:v8").setFlagsFromString(flag);
}
