/**
 * Whether to print colours to a stream. `NO_COLOR` turns them off; otherwise `FORCE_COLOR` decides, which task runners
 * set because their streams are not terminals (0 and false turn colours off); otherwise colours are on if the stream is
 * a terminal that is not dumb.
 */
export function isColoured(isTerminal: boolean, env: Record<string, string | undefined>): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return !["0", "false"].includes(env.FORCE_COLOR);
  return isTerminal && env.TERM !== "dumb";
}
