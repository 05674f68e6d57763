/** Whether an environment (`process.env`) is a CI's. `CI=false`, `CI=0` and an empty `CI` are none. */
export function isCi({ CI = "" }: Record<string, string | undefined>): boolean {
  return !["", "0", "false"].includes(CI);
}
