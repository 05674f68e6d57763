import type { YAMLException } from "js-yaml";
import {
  type Diagnostic,
  DiagnosticError,
  diagnostic,
  fail,
  type Position,
  rememberSource,
  SourceText,
} from "../../../diagnostics/index.js";
import type { Json } from "../../../json/index.js";
import { rememberParsedText } from "../parse/parsed-text.js";
import { repeatedKeyWarnings } from "../parse/repeated-keys.js";
import { documentOffsets, firstDocument } from "./documents.js";
import { explainYamlFault, type YamlFault } from "./fault.js";
import { loadYaml, type YamlReader } from "./module.js";
import { repeatedYamlKeys } from "./places.js";
import { settleScalars } from "./settle-scalars.js";

/** Characters that YAML forbids (YAML 1.2.2, section 5.1), which text pasted from elsewhere often holds. */
const forbidden = /[^\P{Cc}\t\n\r\x85]|[\uFFFE\uFFFF]|\p{Cs}/gu;

/**
 * Parses YAML 1.2, forgiving duplicate keys (the last one counts) and forbidden characters, each with a B44-113.
 * @throws DiagnosticError B44-105 with line and column, or B44-111 where it is nested too deep.
 */
export async function parseYaml(
  text: string,
  display: string,
): Promise<{ value: Json | undefined; diagnostics: Diagnostic[] }> {
  const reader = await loadYaml();
  const source = new SourceText(text);
  const diagnostics: Diagnostic[] = [];
  const sloppy = (message: string, place: Partial<Position>) =>
    diagnostics.push(diagnostic("B44-113", { message, location: rememberSource({ file: display, ...place }, source) }));

  let readable = text;
  let duplicateKeys = false;
  for (;;) {
    try {
      const { value: read, ignored } = firstDocument(reader.read(readable, { duplicateKeys }));
      const [next, ...others] = ignored;
      if (next !== undefined) {
        const more = others.length === 0 ? "" : `, and so are ${others.length} more`;
        const place = source.positionAt(documentOffsets(readable, reader)[next] ?? 0);
        sloppy(`The YAML document that begins here is ignored${more}: a spec is the first one alone.`, place);
      }
      if (duplicateKeys) {
        const repeated = repeatedYamlKeys(readable, reader);
        diagnostics.push(...repeatedKeyWarnings(repeated, { display, source, container: "mapping" }));
      }
      const value = settleScalars(read);
      rememberParsedText(value, readable);
      return { value, diagnostics };
    } catch (error) {
      const fault = yamlException(reader, error);
      const explain = () => explainYamlFault(fault, readable, reader);
      if (fault.reason === "duplicated mapping key" && !duplicateKeys) {
        duplicateKeys = true;
      } else if (isForbiddenCharacter(fault) && readable === text) {
        readable = text.replace(forbidden, "\uFFFD");
        if (readable === text) throw broken(explain(), text, display);
        const place = source.positionAt(text.search(forbidden));
        sloppy("The document holds control characters, which YAML forbids.", place);
      } else if (/^(?:nesting|merge keys) exceeded/.test(fault.reason)) {
        const what = fault.reason.startsWith("nesting") ? "is nested too deep" : "merges too many keys";
        const location = rememberSource({ file: display, ...explain().place }, source);
        fail("B44-111", { message: `"${display}" ${what}.`, location });
      } else throw broken(explain(), text, display);
    }
  }
}

function yamlException(reader: YamlReader, error: unknown): YAMLException {
  if (reader.isFault(error)) return error;
  throw error;
}

function isForbiddenCharacter(fault: YAMLException): boolean {
  return /non-printable characters|expected valid JSON character/.test(fault.reason);
}

function broken({ reason, place, help }: YamlFault, text: string, display: string): DiagnosticError {
  const message = `"${display}" is not valid YAML: ${reason}.`;
  const location = rememberSource({ file: display, ...place }, new SourceText(text));
  return new DiagnosticError(diagnostic("B44-105", { message, location, help }));
}
