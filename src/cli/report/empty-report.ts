/**
 * Returns the members, besides `diagnostics`, of a command's JSON document, empty, for a command that failed. `argv` is
 * the command line.
 */
export function emptyReport(argv: readonly string[]): Record<string, never[]> {
  switch (argv[0]) {
    case "check":
      return argv.includes("--upstream") ? { apis: [], places: [] } : {};
    case "inspect":
    case "export":
      return {};
    case "init":
      return { files: [], apis: [], next: [] };
    case "diff":
      return { apis: [], places: [] };
    case "update":
      return { files: [], apis: [], changes: [], places: [] };
    default:
      return { files: [], apis: [] };
  }
}
