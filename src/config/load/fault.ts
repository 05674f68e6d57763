import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, diagnostic, SourceText } from "../../diagnostics/index.js";
import { errorCode, mergeConflict, shownFile } from "../../files/index.js";
import { findJsonFault } from "../../json/index.js";
import { realPath } from "../files/resolve.js";
import { scanSource } from "../text/tokens.js";

/** A config that does not load, with the texts that may contain the fault. */
interface FailedConfig {
  /** Absolute path of the config. */
  file: string;
  /** Texts of the config and of the local files that it imports, by absolute path. */
  texts: Map<string, string>;
}

interface Place {
  file: string;
  line?: number;
  column?: number;
}

/** Returns the diagnostic (B44-503) for an error that running a config threw, at its place in the user's own files. */
export function loadFault(error: unknown, config: FailedConfig): Diagnostic {
  const fault: LoadFault = syntaxFault(error, config) ?? missingImport(error, config) ?? { message: describe(error) };
  const place = fault.place ?? placeInStack(error, config) ?? { file: config.file };
  const what = place.file === config.file ? "The config" : `\`${shownFile(place.file)}\`, which the config imports,`;
  return diagnostic("B44-503", {
    message: `${what} does not load: ${oneLine(fault.message)}.`,
    location: { file: shownFile(place.file), ...withinText(place, config) },
    help: fault.help,
  });
}

/** The reason why a config does not load. */
interface LoadFault {
  message: string;
  /** The place, if the fault itself has one. */
  place?: Place | undefined;
  help?: string;
}

/** Finds merge conflict markers in one of the files. */
function conflictFault({ texts }: FailedConfig): LoadFault | undefined {
  for (const [file, text] of texts) {
    const offset = mergeConflict(text);
    if (offset === undefined) continue;
    const help = "Keep the lines that you need from both sides, and remove the markers.";
    const place = { file, ...new SourceText(text).positionAt(offset) };
    return { message: "it has merge conflict markers", place, help };
  }
  return undefined;
}

/** Finds a file in UTF-16, which `>` in PowerShell before version 7 writes. */
function encodingFault({ texts }: FailedConfig): LoadFault | undefined {
  for (const [file, text] of texts) {
    if (!text.includes("\0")) continue;
    const help = "Save it as UTF-8. PowerShell's `>` may write UTF-16; `| Set-Content -Encoding utf8 FILE` does not.";
    return { message: "it is UTF-16, not UTF-8", place: { file }, help };
  }
  return undefined;
}

function syntaxFault(error: unknown, config: FailedConfig): LoadFault | undefined {
  const fault = parserFault(error, config) ?? (error instanceof SyntaxError ? engineFault(error, config) : undefined);
  return fault && (conflictFault(config) ?? encodingFault(config) ?? fault);
}

/** Reads an error of jiti's parser, which has file, line and column (from 0) in its message. */
function parserFault(error: unknown, config: FailedConfig): LoadFault | undefined {
  const match = /^ParseError: ([\s\S]*?)\s*\n\s*([^\n]+):(\d+):(\d+)$/.exec(messageOf(error));
  if (!match) return undefined;
  const [, message, file, line, column] = match;
  return {
    message: `syntax error: ${message!.replace(/\s*\(\d+:\d+\)$/, "")}`,
    place: { file: ownFile(file!, config) ?? config.file, line: Number(line), column: Number(column) + 1 },
  };
}

/**
 * Reads a syntax error of Node, whose stack begins with file and line, the line itself, and a caret; or one of JSON,
 * which has no place.
 */
function engineFault(error: SyntaxError, config: FailedConfig): LoadFault | undefined {
  const [top, , caret] = String(error.stack ?? "").split("\n");
  const match = /^(.+):(\d+)$/.exec(top ?? "");
  const file = match ? ownFile(match[1]!, config) : undefined;
  if (match && file !== undefined) {
    const column = /^\s*\^/.exec(caret ?? "")?.[0].length;
    return { message: `syntax error: ${error.message}`, place: { file, line: Number(match[2]), column } };
  }
  for (const [json, text] of config.texts) {
    const fault = extname(json) === ".json" ? findJsonFault(text) : undefined;
    if (fault)
      return { message: fault.reason, place: { file: json, ...new SourceText(text).positionAt(fault.offset) } };
  }
  return undefined;
}

function missingImport(error: unknown, config: FailedConfig): LoadFault | undefined {
  const code = errorCode(error);
  if (code !== "MODULE_NOT_FOUND" && code !== "ERR_MODULE_NOT_FOUND") return undefined;
  const specifier = /Cannot find (?:module|package) '([^']+)'/.exec(messageOf(error))?.[1];
  if (specifier === undefined) return undefined;
  const isFile = specifier.startsWith(".");
  return {
    message: isFile ? `the file \`${specifier}\` does not exist` : `the package \`${specifier}\` is not installed`,
    place: placeOfString(specifier, config),
    help: isFile ? "Fix the path of the import." : "Install it, or remove the import.",
  };
}

function placeOfString(value: string, config: FailedConfig): Place | undefined {
  for (const [file, text] of config.texts) {
    const token = scanSource(text).tokens.find((item) => item.kind === "string" && item.text === value);
    if (token && extname(file) !== ".json") return { file, ...new SourceText(text).positionAt(token.start) };
  }
  return undefined;
}

/** Finds the innermost frame of the stack that is in the config or its imports. */
function placeInStack(error: unknown, config: FailedConfig): Place | undefined {
  const stack = error instanceof Error ? String(error.stack ?? "") : "";
  for (const line of stack.split("\n")) {
    const match = /^\s+at .*?((?:file:\/\/)?(?:[A-Za-z]:)?[\\/].*?):(\d+):(\d+)\)?$/.exec(line);
    const file = match ? ownFile(match[1]!, config) : undefined;
    if (match && file !== undefined) return { file, line: Number(match[2]), column: Number(match[3]) };
  }
  return undefined;
}

/** Finds the file of the config for a path or URL of the engine, which resolves links. */
function ownFile(name: string, config: FailedConfig): string | undefined {
  const path = comparable(name.startsWith("file:///") ? fileURLToPath(name) : name);
  return [...config.texts.keys()].find((file) => comparable(file) === path || comparable(realPath(file)) === path);
}

function comparable(path: string): string {
  return path.replaceAll("\\", "/");
}

/**
 * Returns the line and column of a place. The compiler changes columns, so one that the line does not have is left out.
 */
function withinText(place: Place, config: FailedConfig): { line?: number; column?: number } {
  const lines = (config.texts.get(place.file) ?? "").split("\n");
  if (place.line === undefined || place.line < 1 || place.line > lines.length) return {};
  const fits = place.column !== undefined && place.column <= lines[place.line - 1]!.length + 1;
  return fits ? { line: place.line, column: place.column } : { line: place.line };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? String(error.message) : "";
}

function describe(error: unknown): string {
  if (error instanceof Error) {
    const kind = error.name === "Error" ? "it throws" : `it throws a ${error.name}`;
    return error.message === "" ? kind : `${kind}: ${error.message}`;
  }
  return typeof error === "string" ? `it throws ${JSON.stringify(error)}` : `it throws a value of type ${typeof error}`;
}

/** Returns a message on one line, without control characters, which would move the terminal's cursor. */
function oneLine(message: string): string {
  const line = message
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .replace(/\.$/, "");
  return line.length > 400 ? `${line.slice(0, 400)}…` : line;
}
