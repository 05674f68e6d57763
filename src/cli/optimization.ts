/** By major version of Node, the flag of V8 that says when a function is worth optimizing, and the value for a run. */
const FLAGS: Partial<Record<string, string>> = {
  // Bytes of bytecode that run before V8 looks at a function. 66 KB, which is V8's own, suits servers.
  20: "--interrupt-budget=300000",
  // How often a function is called before its last optimization. V8's own is 3,000.
  22: "--invocation-count-for-turbofan=10000",
};

/**
 * Makes V8 wait longer before it optimizes a function: a run is over after seconds, most of what was optimized for it by
 * then is not used any more, and the thread that optimizes takes time from the one that works. Later versions have a
 * quick optimizer before the thorough one, and are left alone. See docs/decisions/0018-late-optimization.md.
 */
export function optimizeLate(): void {
  const flag = FLAGS[/^v(\d+)\./.exec(process.version)?.[1] ?? ""];
  if (flag !== undefined) process.getBuiltinModule("node:v8").setFlagsFromString(flag);
}
