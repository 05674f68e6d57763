/**
 * What the JSON document of a command has beside its diagnostics where the command was given up: the members that it
 * always has, with nothing in them. `argv` is the command line.
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
