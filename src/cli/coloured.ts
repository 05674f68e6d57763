/**
 * Whether what goes to a stream has colours: on a terminal that knows them. `NO_COLOR` says no, else `FORCE_COLOR` says
 * what is so of any stream, as task runners that hand output on set it; 0 and false are none.
 */
export function isColoured(isTerminal: boolean, env: Record<string, string | undefined>): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return !["0", "false"].includes(env.FORCE_COLOR);
  return isTerminal && env.TERM !== "dumb";
}
