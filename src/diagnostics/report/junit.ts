import { catalogue } from "../catalogue/index.js";
import type { Diagnostic } from "../diagnostic.js";
import { visible } from "../visible.js";
import { type ReportFolders, repositoryPath } from "./repository.js";

/** What a JUnit report says besides the diagnostics. */
export interface JunitOptions extends ReportFolders {
  /** Whether a diagnostic makes the command fail. */
  fails: (diagnostic: Diagnostic) => boolean;
}

/**
 * Diagnostics as a JUnit report, which CI servers read as the results of tests: a test case for each diagnostic, in their
 * order. One that makes the command fail is a failure, any other a case that passed and says something. Without any there is
 * one that passed, for servers take a report without cases for a fault. Two runs that find the same give the same text, and
 * a case keeps its name when lines move. Without a line break at the end.
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
  const said = fails(diagnostic)
    ? `<failure type="${attribute(title)}" message="${attribute(message)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return [
    `    <testcase ${attributes}${file === undefined ? "" : ` file="${attribute(file)}"`}>`,
    `      ${said}`,
    "    </testcase>",
  ].join("\n");
}

/** The names of test cases: equal ones of a code are numbered, for servers take them for one. */
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

/** Text of an element (XML 1.0, section 2.4), in which nothing is hidden; U+FFFE and U+FFFF are no characters of XML. */
function escaped(text: string): string {
  const lines = text.split(/\r?\n/).map(visible).join("\n");
  return lines.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "").replace(/[\ufffe\uffff]/g, "�");
}

/** The value of an attribute: one line. */
function attribute(text: string): string {
  return escaped(text).replaceAll("\n", " ");
}
