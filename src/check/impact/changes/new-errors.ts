import { ts } from "ts-morph";

/** A type error in the app that changed generated code causes. */
export interface NewError {
  file: string;
  start: number;
  length: number;
  code: number;
  /** The compiler's whole message. */
  message: string;
  /** The first and last line of the message (the last has the actual reason), with long type literals shortened. */
  summary: string;
}

/** The error code for an unknown property in brackets. */
const NO_SUCH_ELEMENT = 7053;

/**
 * True for errors about values without a type. After a function is removed, everything that came from it has none, and
 * the error at its import reports that already.
 */
function isOfMissingType(code: number): boolean {
  return code >= 7000 && code < 8000 && code !== NO_SUCH_ELEMENT;
}

/** The type errors of files in a program, by a key of file, place and code. */
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

/** A type literal that is too long for a sentence. */
const LONG_TYPE = /'\{[^']{60,}\}'/g;

function summaryOf(message: string): string {
  const lines = message.split("\n").map((line) => line.trim());
  const [first = "", last = ""] = [lines[0], lines.length > 1 ? lines.at(-1) : ""];
  const all = last === "" ? first : `${first.replace(/\.$/, "")}: ${last}`;
  return all.replace(LONG_TYPE, "'{ … }'");
}

/** The errors that are only in the second map. */
export function newErrors(before: ReadonlyMap<string, NewError>, after: ReadonlyMap<string, NewError>): NewError[] {
  return [...after].filter(([key]) => !before.has(key)).map(([, error]) => error);
}
