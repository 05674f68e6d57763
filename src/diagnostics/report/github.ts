import { catalogue, type Severity } from "../catalogue/index.js";
import type { Diagnostic } from "../diagnostic.js";
import { visible } from "../visible.js";
import { type ReportFolders, repositoryPath } from "./repository.js";

const COMMANDS: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

/**
 * Writes diagnostics as workflow commands, which GitHub Actions shows as annotations at the lines of a pull request:
 * one line per diagnostic, without a final line break; empty if there are none. A place outside the repository becomes
 * part of the message.
 */
export function githubReport(diagnostics: readonly Diagnostic[], folders: ReportFolders): string {
  return diagnostics.map((item) => annotation(item, folders)).join("\n");
}

function annotation(diagnostic: Diagnostic, folders: ReportFolders): string {
  const { code, severity, message, location, help } = diagnostic;
  const file = location && repositoryPath(location.file, folders);
  const properties: [string, string | number | undefined][] = [
    ["file", file],
    ["line", file === undefined ? undefined : location?.line],
    ["col", file === undefined || location?.line === undefined ? undefined : location.column],
    ["title", `${code} ${catalogue[code].title}`],
  ];
  const place = location && file === undefined ? `at ${location.file}` : "";
  const pointer = location?.pointer === undefined ? "" : `at #${location.pointer}`;
  const where = place !== "" && pointer !== "" ? `${place} (#${location?.pointer})` : place || pointer;
  const text = [message, where, help].filter((part) => part !== "").join("\n");
  const known = properties.flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${property(String(value))}`],
  );
  return `::${COMMANDS[severity]} ${known.join(",")}::${data(text)}`;
}

/** Escapes the text of a command. The runner decodes `%25`, `%0D` and `%0A` to `%` and line breaks. */
function data(text: string): string {
  const lines = text.split(/\r?\n/).map(visible);
  return lines.map((line) => line.replaceAll("%", "%25")).join("%0A");
}

/** Escapes the value of a property, which `:` and `,` would end. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
