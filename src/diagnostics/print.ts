import type { Severity } from "./catalogue/index.js";
import type { Location } from "./diagnostic.js";
import type { ShownDiagnostic } from "./merge-similar.js";
import { visible } from "./visible.js";

/** How a diagnostic is printed. */
interface PrintOptions {
  /** From {@link sourceExcerpt}, or none. */
  excerpt?: string | undefined;
  /** Colours and bold type, with ANSI escape sequences. */
  color: boolean;
}

/** The maximum number of files named in one diagnostic. */
const MOST_FILES = 20;

const severityColors: Record<Severity, string> = { error: "31;1", warning: "33;1", info: "36;1" };

/**
 * Formats a diagnostic for people, in several lines without a final line break:
 *
 *     error B44-104 "crm.json" is not valid JSON: a comma or "}" is missing.
 *       at crm.json:3:5
 *         2 |   "info": {}
 *       > 3 |   "paths": {}
 *           |   ^
 *       help: Fix the JSON at the place shown.
 *
 * Text from a spec cannot control the terminal: control characters are made visible, and no line of it looks like the
 * beginning of a diagnostic.
 */
export function printDiagnostic(diagnostic: ShownDiagnostic, { excerpt, color }: PrintOptions): string {
  const paint = (codes: string, text: string) => (color ? `\u001b[${codes}m${text}\u001b[0m` : text);
  const { severity, code, location } = diagnostic;
  const lines = [`${paint(severityColors[severity], severity)} ${paint("1", code)} ${multiline(diagnostic.message)}`];
  const { files = [] } = diagnostic;
  if (files.length > 0)
    lines.push(...files.slice(0, MOST_FILES).map((file) => `  ${paint("2", "at")} ${visible(file)}`));
  else if (location) lines.push(`  ${paint("2", "at")} ${place(location)}`);
  if (files.length > MOST_FILES) lines.push(`  and ${files.length - MOST_FILES} more`);
  if (excerpt) lines.push(...excerpt.split("\n").map((line) => paintExcerpt(visible(line), paint)));
  if (diagnostic.help !== "") lines.push(`  ${paint("36", "help:")} ${multiline(diagnostic.help)}`);
  return lines.join("\n");
}

/** Prefixes continuation lines with a bar, so that a message cannot pass for another diagnostic or for a CI command. */
function multiline(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => visible(line))
    .join("\n  | ");
}

function place({ file, line, column, pointer }: Location): string {
  const position = line === undefined ? "" : `:${line}${column === undefined ? "" : `:${column}`}`;
  return visible(`${file}${position}${pointer === undefined ? "" : ` (#${pointer})`}`);
}

function paintExcerpt(line: string, paint: (codes: string, text: string) => string): string {
  return /^ *\| *\^$/.test(line) ? line.replace("^", paint("31;1", "^")) : line;
}
