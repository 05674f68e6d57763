import {
  type Diagnostic,
  DiagnosticError,
  diagnostic,
  fail,
  SourceText,
  type TextForm,
  textOfBytes,
} from "../../../diagnostics/index.js";
import { mergeConflict } from "../../../files/index.js";
import { findJsonFault, isObject, type Json } from "../../../json/index.js";
import type { SourceDocument } from "../../model.js";
import { type PartsBeyondAscii, parseByteString, type UndecodedStrings } from "../json/byte-string.js";
import { countJsonKeys, repeatedJsonKeys } from "../json/keys.js";
import { relaxJson } from "../json/relax.js";
import { checkLimits } from "../limits/check-limits.js";
import { checkContainers, failTooLarge } from "../limits/limits.js";
import { textLocation } from "../locate/text-location.js";
import { lookalikeOfText } from "../lookalikes.js";
import { parseYaml } from "../yaml/parse.js";
import { mappingKeyFaults } from "./mapping-keys.js";
import { parsedText, rememberParsedText } from "./parsed-text.js";
import { repeatedKeyWarnings } from "./repeated-keys.js";
import { webPage } from "./web-page.js";

/** The facts about a text that are known before it is parsed. */
interface ParseOptions extends TextForm {
  /** The document's name in messages. */
  display: string;
  /** The content type of the response that contained it, if any. */
  contentType?: string | undefined;
  /** The parts of a byte string with characters beyond ASCII; all of it by default. */
  beyondAscii?: PartsBeyondAscii | undefined;
}

/** A parsed document in JSON or YAML. */
interface ParsedDocument extends TextForm {
  /** The text. JSON that was given as a byte string stays one. */
  text: string;
  /** Null for an empty document. */
  value: Json;
  format: "json" | "yaml";
  /** Warnings, B44-113. */
  diagnostics: Diagnostic[];
  /** The share of the limit that YAML aliases use: from 0 to 1. */
  aliased: number;
  /** As in `SourceDocument`. */
  cuts: SourceDocument["cuts"];
}

/**
 * Parses a JSON or YAML document. Invalid JSON is parsed without comments and trailing commas, and then as YAML, which
 * allows more; both are reported (B44-113). Parts that are nested too deeply are cut off.
 * @throws DiagnosticError: B44-103 for a web page, B44-104 and B44-105 with line and column if it does not parse,
 * B44-106 for binary data, B44-111 if it is too large.
 */
export async function parseDocument(text: string, options: ParseOptions): Promise<ParsedDocument> {
  const { display, isByteString } = options;
  if (/^\s*(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)\b/is.test(text.slice(0, 4096)))
    throw new DiagnosticError(webPage(text, display));
  const isWebPage = /^text\/html\b|^application\/xhtml\b/i.test(options.contentType ?? "");
  checkContainers(text, display);
  try {
    const { undecoded, ...parsed } = isByteString ? await parseBytes(text, options) : await parseText(text, display);
    if (isWebPage && !isObject(parsed.value)) throw new DiagnosticError(webPage(text, display));
    const { aliased, keys, hasMappingKeys, cuts } = checkLimits({ ...parsed, undecoded }, display);
    const mappingKeys = hasMappingKeys ? mappingKeyFaults(parsed, display) : [];
    const repeated = repeatedKeys(parsed, { display, keys });
    return { ...parsed, aliased, cuts, diagnostics: [...parsed.diagnostics, ...mappingKeys, ...repeated] };
  } catch (error) {
    if (error instanceof RangeError) failTooLarge(display, "is too large or nested too deeply to read");
    if (isWebPage) throw new DiagnosticError(webPage(text, display));
    if (isBrokenYaml(error)) refuseLookalike(text, display);
    throw error;
  }
}

interface Parsed extends Omit<ParsedDocument, "aliased" | "cuts"> {
  /** The strings of `value` that are not decoded yet. */
  undecoded?: UndecodedStrings;
}

/** A bracket, or one of the comments that people write into JSON. */
const beginsAsJson = /^\s*(?:[[{]|\/[/*])/;

/** Parses a byte string. If it is not valid JSON, it is decoded first. */
async function parseBytes(text: string, { display, beyondAscii }: ParseOptions): Promise<Parsed> {
  const parsed = parseByteString(text, beyondAscii ?? [[0, text.length]]);
  return parsed
    ? { text, isByteString: true, ...parsed, format: "json", diagnostics: [] }
    : parseText(textOfBytes(text), display);
}

async function parseText(text: string, display: string): Promise<Parsed> {
  const isLikeJson = beginsAsJson.test(text);
  const value = isLikeJson ? tryJson(text) : undefined;
  if (value !== undefined) return { text, value, format: "json", diagnostics: [] };
  // Only after parsing: V8 searches slowly in texts with wide characters, and valid JSON contains no NUL.
  if (text.includes("\0")) failBinary(text, display);
  refuseMergeConflict(text, display, isLikeJson ? "B44-104" : "B44-105");
  if (!isLikeJson) return /\.json(?:$|\?)/i.test(display) ? asYamlOrJson(text, display) : asYaml(text, display);
  if (/\.ya?ml(?:$|\?)/i.test(display)) return asYaml(text, display);

  const warning = jsonFault(text, display, "B44-113");
  const relaxed = relaxJson(text);
  const relaxedValue = tryJson(relaxed);
  if (relaxedValue !== undefined) {
    rememberParsedText(relaxedValue, { text: relaxed });
    return { text, value: relaxedValue, format: "json", diagnostics: [warning] };
  }
  try {
    const parsed = await asYaml(relaxed, display);
    return { ...parsed, text, diagnostics: [warning, ...parsed.diagnostics] };
  } catch (error) {
    if (!isBrokenYaml(error)) throw error;
    throw new DiagnosticError(jsonFault(text, display, "B44-104"));
  }
}

/**
 * Warns about repeated keys in JSON, which its parser accepts: if there are any, the text has more keys than the value.
 */
function repeatedKeys(
  { value, format, text, isByteString }: Parsed,
  { display, keys }: { display: string; keys: number },
): Diagnostic[] {
  const { text: json = text } = parsedText(value);
  if (format !== "json" || countJsonKeys(json) === keys) return [];
  rememberParsedText(value, { hasRepeatedKeys: true });
  const source = new SourceText(text, { isByteString });
  return repeatedKeyWarnings(repeatedJsonKeys(json, { isByteString }), { display, source, container: "object" });
}

function tryJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function asYaml(text: string, display: string): Promise<Parsed> {
  const { value, diagnostics } = await parseYaml(text, display);
  return { text, value: value ?? null, format: "yaml", diagnostics };
}

/** Parses YAML in a file whose name says that it is JSON. If it is not valid YAML either, it is reported as JSON. */
async function asYamlOrJson(text: string, display: string): Promise<Parsed> {
  try {
    return await asYaml(text, display);
  } catch (error) {
    if (isBrokenYaml(error) && /^\s*"[^"\n]*"\s*:/.test(text))
      throw new DiagnosticError(jsonFault(text, display, "B44-104"));
    throw error;
  }
}

function isBrokenYaml(error: unknown): boolean {
  return error instanceof DiagnosticError && error.diagnostics.some((item) => item.code === "B44-105");
}

function jsonFault(text: string, display: string, code: "B44-104" | "B44-113"): Diagnostic {
  const fault = findJsonFault(text);
  const reason = fault ? `: ${fault.reason}` : "";
  return diagnostic(code, {
    message: `"${display}" is not ${code === "B44-113" ? "strictly " : ""}valid JSON${reason}.`,
    location: fault ? textLocation(new SourceText(text), display, fault.offset) : { file: display },
  });
}

/** A control character that texts do not contain, or the replacement of invalid bytes. */
const notOfText = /[^\P{Cc}\t\n\r\x85]|\ufffd/u;

/** Fails for binary data. If it is a text except for some NUL characters, the location is the first of them. */
function failBinary(text: string, display: string): never {
  const parts = text.split("\0");
  const isText = !notOfText.test(parts.join("")) && parts.length - 1 <= text.length / 10;
  if (!isText) {
    const { what = "binary data, not text", help } = lookalikeOfText(text) ?? {};
    fail("B44-106", { message: `"${display}" is ${what}.`, location: { file: display }, help });
  }
  fail("B44-106", {
    message: `"${display}" contains a NUL character, so b44-gen treats it as binary data.`,
    location: textLocation(new SourceText(text), display, text.indexOf("\0")),
    help: "Remove the character.",
  });
}

/** Fails for merge conflict markers: a YAML text with them may parse, because inside brackets they are read as keys. */
function refuseMergeConflict(text: string, display: string, code: "B44-104" | "B44-105"): void {
  const offset = mergeConflict(text);
  if (offset === undefined) return;
  fail(code, {
    message: `"${display}" has merge conflict markers.`,
    location: textLocation(new SourceText(text), display, offset),
    help: "Keep one side of the conflict, and remove the markers.",
  });
}

/** Fails if a text that is not valid YAML is a file of another kind, in which the user has nothing to fix. */
function refuseLookalike(text: string, display: string): void {
  const lookalike = lookalikeOfText(text);
  if (!lookalike) return;
  fail("B44-106", {
    message: `"${display}" is ${lookalike.what}, not an OpenAPI document.`,
    location: textLocation(new SourceText(text), display, 0),
    help: lookalike.help,
  });
}
