/** After how many bytes of bytecode V8 looks at whether a function is worth optimizing. */
const BYTES = 300_000;

/**
 * Makes V8 wait longer before it optimizes a function. In Node 20 it does so after 66 KB of bytecode, which suits
 * servers: a run is over after seconds, most of what was optimized for it by then is not used any more, and the thread
 * that optimizes takes time from the one that works. Later versions wait by themselves and no longer know the flag.
 * See docs/decisions/0018-late-optimization.md.
 */
export function optimizeLate(): void {
  if (!process.version.startsWith("v20.")) return;
  process.getBuiltinModule("node:v8").setFlagsFromString(`--interrupt-budget=${BYTES}`);
}
