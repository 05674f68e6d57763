/** Returns why no call can use a path with `{}`, which names no parameter; empty for other paths. */
export function emptyBraces(path: string): string[] {
  return path.includes("{}") ? ["its path has {} without a parameter name"] : [];
}
