import type { YAMLException } from "js-yaml";
import {
  type Diagnostic,
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
import { explainYamlFault } from "./fault.js";
import { loadYaml, type YamlReader } from "./module.js";
import { repeatedYamlKeys } from "./places.js";
import { settleScalars } from "./settle-scalars.js";

/** Characters that YAML forbids (YAML 1.2.2, section 5.1). Pasted text often contains them. */
const forbidden = /[^\P{Cc}\t\n\r\x85]|[\uFFFE\uFFFF]|\p{Cs}/gu;

/**
 * Parses YAML 1.2. Duplicate keys, of which the last one counts, and forbidden characters are accepted and reported (B44-113).
 * @throws DiagnosticError B44-105 with line and column, or B44-111 if it is nested too deeply.
 */
export async function parseYaml(
  text: string,
  display: string,
): Promise<{ value: Json | undefined; diagnostics: Diagnostic[] }> {
  const reader = await loadYaml();
  const diagnostics: Diagnostic[] = [];
  const document: YamlText = { text, display, source: new SourceText(text), reader, diagnostics };
  let attempt: Attempt = { readable: text, duplicateKeys: false };
  for (;;) {
    try {
      const value = settleScalars(readFirst(document, attempt));
      rememberParsedText(value, { text: attempt.readable });
      return { value, diagnostics };
    } catch (error) {
      attempt = nextAttempt(document, attempt, yamlException(reader, error));
    }
  }
}

interface YamlText {
  text: string;
  display: string;
  source: SourceText;
  reader: YamlReader;
  /** The diagnostics so far. */
  diagnostics: Diagnostic[];
}

/** How to read a text. */
interface Attempt {
  /** The text, or a copy without forbidden characters. */
  readable: string;
  /** True if keys may be repeated. */
  duplicateKeys: boolean;
}

function readFirst(document: YamlText, { readable, duplicateKeys }: Attempt): unknown {
  const { display, source, reader, diagnostics } = document;
  const { value, ignored } = firstDocument(reader.read(readable, { duplicateKeys }));
  const [next, ...others] = ignored;
  if (next !== undefined) {
    const more = others.length === 0 ? "" : `, like ${others.length} more`;
    const place = source.positionAt(documentOffsets(readable, reader)[next] ?? 0);
    sloppy(document, `The YAML document that starts here is ignored${more}: b44-gen reads only the first.`, place);
  }
  if (duplicateKeys) {
    const repeated = repeatedYamlKeys(readable, reader);
    diagnostics.push(...repeatedKeyWarnings(repeated, { display, source, container: "mapping" }));
  }
  return value;
}

/** Decides how to read the text after a fault. @throws DiagnosticError if the fault is not accepted */
function nextAttempt(document: YamlText, { readable, duplicateKeys }: Attempt, fault: YAMLException): Attempt {
  const { text, display, source, reader } = document;
  if (fault.reason === "duplicated mapping key" && !duplicateKeys) return { readable, duplicateKeys: true };
  if (isForbiddenCharacter(fault) && readable === text) {
    const mended = text.replace(forbidden, "\uFFFD");
    if (mended !== text) {
      const place = source.positionAt(text.search(forbidden));
      sloppy(document, "The document contains control characters, which YAML forbids.", place);
      return { readable: mended, duplicateKeys };
    }
  }
  const { reason, place, help } = explainYamlFault(fault, readable, reader);
  const location = rememberSource({ file: display, ...place }, source);
  if (/^(?:nesting|merge keys) exceeded/.test(fault.reason)) {
    const what = fault.reason.startsWith("nesting") ? "is nested too deeply" : "merges too many keys";
    return fail("B44-111", { message: `"${display}" ${what}.`, location });
  }
  return fail("B44-105", { message: `"${display}" is not valid YAML: ${reason}.`, location, help });
}

function sloppy({ display, source, diagnostics }: YamlText, message: string, place: Position): void {
  diagnostics.push(diagnostic("B44-113", { message, location: rememberSource({ file: display, ...place }, source) }));
}

function yamlException(reader: YamlReader, error: unknown): YAMLException {
  if (reader.isFault(error)) return error;
  throw error;
}

function isForbiddenCharacter(fault: YAMLException): boolean {
  return /non-printable characters|expected valid JSON character/.test(fault.reason);
}
