import { ts } from "ts-morph";

/** An error of the app that changed generated code brings. */
export interface NewError {
  file: string;
  start: number;
  length: number;
  code: number;
  /** The compiler's whole message. */
  message: string;
  /** The message's first line, and its last, which says what it comes down to, with types that are written out cut short. */
  summary: string;
}

/** A property in brackets that is not there. */
const NO_SUCH_ELEMENT = 7053;

/**
 * True of an error that says that something has no type. Where a function is gone, everything that came from it has
 * none: the error at its import says so already.
 */
function isOfMissingType(code: number): boolean {
  return code >= 7000 && code < 8000 && code !== NO_SUCH_ELEMENT;
}

/** The errors of these files in a program, by file, place and kind of error. */
export function errorsIn(program: ts.Program, files: readonly string[]): Map<string, NewError> {
  const errors = new Map<string, NewError>();
  for (const path of files) {
    const file = program.getSourceFile(path);
    if (!file) continue;
    for (const { start = 0, length = 0, code, category, messageText } of program.getSemanticDiagnostics(file)) {
      if (category !== ts.DiagnosticCategory.Error || isOfMissingType(code)) continue;
      const message = ts.flattenDiagnosticMessageText(messageText, "\n");
      const summary = summaryOf(message);
      errors.set(`${path}:${start}:${code}`, { file: path, start, length, code, message, summary });
    }
  }
  return errors;
}

/** A type that is written out, and too long to be read in a sentence. */
const LONG_TYPE = /'\{[^']{60,}\}'/g;

function summaryOf(message: string): string {
  const lines = message.split("\n").map((line) => line.trim());
  const [first = "", last = ""] = [lines[0], lines.length > 1 ? lines.at(-1) : ""];
  const all = last === "" ? first : `${first.replace(/\.$/, "")}: ${last}`;
  return all.replace(LONG_TYPE, "'{ … }'");
}

/** The errors that only the second has. */
export function newErrors(before: ReadonlyMap<string, NewError>, after: ReadonlyMap<string, NewError>): NewError[] {
  return [...after].filter(([key]) => !before.has(key)).map(([, error]) => error);
}
