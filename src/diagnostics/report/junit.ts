import { catalogue } from "../catalogue/index.js";
import type { Diagnostic } from "../diagnostic.js";
import { visible } from "../visible.js";
import { type ReportFolders, repositoryPath } from "./repository.js";

/** The options of a JUnit report. */
export interface JunitOptions extends ReportFolders {
  /** True if a diagnostic makes the command fail. */
  fails: (diagnostic: Diagnostic) => boolean;
}

/**
 * Writes diagnostics as a JUnit report, which CI servers read as test results: a test case for each diagnostic, in
 * order. One that makes the command fail is a failure; any other is a passed case with output. If there are none, there
 * is one passed case, because servers reject a report without cases. The same findings give the same text, and a case
 * keeps its name when lines move. Without a final line break.
 */
export function junitReport(diagnostics: readonly Diagnostic[], options: JunitOptions): string {
  const names = new Names();
  const cases = diagnostics.map((item) => testCase(item, names, options));
  if (cases.length === 0) cases.push('    <testcase classname="b44-gen" name="no findings"/>');
  const failures = diagnostics.filter(options.fails).length;
  const counts = `name="b44-gen" tests="${cases.length}" failures="${failures}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite ${counts}>`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
  ].join("\n");
}

function testCase(diagnostic: Diagnostic, names: Names, { fails, ...folders }: JunitOptions): string {
  const { code, message, location, help } = diagnostic;
  const file = location && (repositoryPath(location.file, folders) ?? location.file);
  const { line, column, pointer } = location ?? {};
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(":");
  const where = [place, pointer === undefined ? "" : `(#${pointer})`].filter((part) => part !== "").join(" ");
  const text = escaped([message, where === "" ? "" : `at ${where}`, help].filter((part) => part !== "").join("\n"));
  const name = names.of(code, file === undefined ? message : `${file}: ${message}`);
  const attributes = `classname="b44-gen.${code}" name="${attribute(name)}"`;
  const title = `${code} ${catalogue[code].title}`;
  const outcome = fails(diagnostic)
    ? `<failure type="${attribute(title)}" message="${attribute(message)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return [
    `    <testcase ${attributes}${file === undefined ? "" : ` file="${attribute(file)}"`}>`,
    `      ${outcome}`,
    "    </testcase>",
  ].join("\n");
}

/** Creates the names of test cases. Equal names of a code are numbered, because servers would merge them. */
class Names {
  readonly #seen = new Map<string, number>();

  of(code: string, name: string): string {
    const key = `${code} ${name}`;
    const count = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, count);
    return count === 1 ? name : `${name} (${count})`;
  }
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/**
 * Escapes the text of an element (XML 1.0, section 2.4), and makes invisible characters visible. U+FFFE and U+FFFF are
 * not allowed in XML.
 */
function escaped(text: string): string {
  const lines = text.split(/\r?\n/).map(visible).join("\n");
  return lines.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "").replace(/[\ufffe\uffff]/g, "�");
}

/** Escapes the value of an attribute, on one line. */
function attribute(text: string): string {
  return escaped(text).replaceAll("\n", " ");
}
