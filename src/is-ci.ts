/** True if an environment (`process.env`) is that of a CI server: `CI` is set, and is not empty, `0` or `false`. */
export function isCi({ CI = "" }: Record<string, string | undefined>): boolean {
  return !["", "0", "false"].includes(CI);
}
