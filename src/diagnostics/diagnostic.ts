import { type Code, catalogue, type Severity } from "./catalogue/index.js";

/**
 * A place: a file or URL, and in it a JSON pointer (RFC 6901), a line and a column (both from 1). Stages that work on
 * parsed documents set `file` and `pointer`; `locateDiagnostics` adds line and column.
 */
export interface Location {
  file: string;
  pointer?: string;
  line?: number;
  column?: number;
}

/** One message to the user. The command line, `--json` and the library all use this object. */
export interface Diagnostic {
  /** A stable code: `B44-` and three digits, documented in docs/diagnostics.md. */
  code: Code;
  severity: Severity;
  /** What happened, in one sentence. */
  message: string;
  location?: Location;
  /**
   * The path of the faulty setting in an entry of the config: `["operations", 0]` of an API. `locateSettings` turns it
   * into the location if there is a config.
   */
  setting?: (string | number)[];
  /** How to fix it. */
  help: string;
}

/** The parts of a diagnostic besides its code. */
export interface DiagnosticDetails {
  message: string;
  location?: Location | undefined;
  setting?: Diagnostic["setting"] | undefined;
  /** Replaces the catalogue's help, for a more specific one. */
  help?: string | undefined;
  /** Replaces the catalogue's severity, if it depends on the situation. */
  severity?: Severity | undefined;
}

/**
 * The maximum length of a message. Some specs have names of a hundred thousand characters, and messages contain names.
 */
const LONGEST = 4000;

function shortened(message: string): string {
  return message.length <= LONGEST ? message : `${message.slice(0, LONGEST - 500)} … ${message.slice(-500)}`;
}

/** Creates a diagnostic, with the catalogue's severity and help unless `details` replaces them. */
export function diagnostic(code: Code, details: DiagnosticDetails): Diagnostic {
  const entry = catalogue[code];
  return {
    code,
    severity: details.severity ?? entry.severity,
    message: shortened(details.message),
    ...(details.location ? { location: details.location } : {}),
    ...(details.setting === undefined ? {} : { setting: details.setting }),
    help: details.help ?? entry.help,
  };
}

/**
 * The error of a stage that cannot return a value. It has the stage's diagnostics, which callers print instead of a
 * stack trace.
 */
export class DiagnosticError extends Error {
  readonly diagnostics: Diagnostic[];

  constructor(diagnostics: Diagnostic | Diagnostic[]) {
    const list = Array.isArray(diagnostics) ? diagnostics : [diagnostics];
    super(list.map((item) => `${item.code} ${item.message}`).join("\n"));
    this.name = "DiagnosticError";
    this.diagnostics = list;
  }
}

/** Throws a single diagnostic as a {@link DiagnosticError}. */
export function fail(code: Code, details: DiagnosticDetails): never {
  throw new DiagnosticError(diagnostic(code, details));
}
