import { type Diagnostic, DiagnosticError, diagnostic } from "../../diagnostics/index.js";

/** Returns B44-506 for the arguments of a command. By default, the help refers to the command's own `--help`. */
export function wrongCommand(command: string, message: string, help?: string): Diagnostic {
  return diagnostic("B44-506", {
    message,
    help: help ?? `Run \`b44-gen ${command} --help\` for its arguments and options.`,
  });
}

/** Throws {@link wrongCommand}. */
export function failCommand(command: string, message: string, help?: string): never {
  throw new DiagnosticError(wrongCommand(command, message, help));
}
