import { type Code, catalogue, type Severity } from "./catalogue/index.js";

/**
 * Where something is: a file or URL, and inside it a JSON pointer (RFC 6901), a line and a column (both from 1).
 * Stages that work on parsed documents give `file` and `pointer`; `locateDiagnostics` adds line and column.
 */
export interface Location {
  file: string;
  pointer?: string;
  line?: number;
  column?: number;
}

/** One thing said to the user. The command line, `--json` and the library all give this same object. */
export interface Diagnostic {
  /** Stable: `B44-` and three digits, documented in docs/diagnostics.md. */
  code: Code;
  severity: Severity;
  /** One sentence: what happened. */
  message: string;
  location?: Location;
  /**
   * The part of an entry of the config that is to be changed, by its keys: `["operations", 0]` of an API. Where there
   * is a config, `locateSettings` makes it the location.
   */
  setting?: (string | number)[];
  /** What to do about it. */
  help: string;
}

/** What {@link diagnostic} needs besides the code. */
export interface DiagnosticDetails {
  message: string;
  location?: Location | undefined;
  setting?: Diagnostic["setting"] | undefined;
  /** Replaces the catalogue's help where the place knows better. */
  help?: string | undefined;
  /** Replaces the catalogue's severity where it depends on the situation. */
  severity?: Severity | undefined;
}

/** How long a message may be. Specs have names of a hundred thousand characters, and messages name them. */
const LONGEST = 4000;

function shortened(message: string): string {
  return message.length <= LONGEST ? message : `${message.slice(0, LONGEST - 500)} … ${message.slice(-500)}`;
}

/** Makes a diagnostic: severity and help come from the catalogue unless `details` says otherwise. */
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
 * Thrown by a stage that cannot give a value. It carries what the stage had to say, so a caller prints
 * diagnostics and never a stack trace.
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
