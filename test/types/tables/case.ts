/**
 * Lines of a user's source and what the compiler makes of them: nothing, or one error of this code, which stands in the
 * line that ends in `// !`, or in the only line.
 */
export type Case = [name: string, code: string, error?: `TS${number}` | `TS${number} or TS${number}`, says?: RegExp];

/** The number of the line in which a case's error stands, counted from 1. */
export function errorLine(code: string): number {
  const lines = code.split("\n");
  const marked = lines.findIndex((line) => line.endsWith("// !"));
  if (marked < 0 && lines.length > 1) throw new Error(`No line is marked: ${code}`);
  return Math.max(marked, 0) + 1;
}
