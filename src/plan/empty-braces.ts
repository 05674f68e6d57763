/** Why no call can be made to a path with braces that name no parameter. Empty where it has none. */
export function emptyBraces(path: string): string[] {
  return path.includes("{}") ? ["its path has {} without a parameter name"] : [];
}
