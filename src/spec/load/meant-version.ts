import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { appendPointer, isObject, type Json, type JsonObject, setMember } from "../../json/index.js";
import type { SourceDocument } from "../model.js";
import { declaredFamily, writtenVersion } from "./family.js";
import { locate } from "./locate/locate.js";
import { parsedText, rememberParsedText } from "./parse/parsed-text.js";

type VersionKey = "openapi" | "swagger";

/** Root fields that only one specification has: Swagger 2.0, "Swagger Object"; OpenAPI 3.0.4, section 4.7.1. */
const OWN: Record<VersionKey, readonly string[]> = {
  swagger: ["definitions", "securityDefinitions", "host", "basePath", "consumes", "produces"],
  openapi: ["components", "servers"],
};

/** The accepted spellings of versions: bare, or after a `v` or a name of the specification. */
const VERSION = /^(?:openapi|swagger|oas)?\s*v?\s*(\d+(?:\.\d+){0,2})$/i;

/**
 * Corrects a version that is in the other specification's field, in a field in capitals, or has a `v` or a name before
 * it, and reports it (B44-113). Returns any other document unchanged. If fields of the document contradict a version in
 * the wrong field, they win.
 */
export function withMeantVersion(document: SourceDocument): { document: SourceDocument; diagnostics: Diagnostic[] } {
  const root = document.value;
  const found = isObject(root) && !declaredFamily(root) ? meantVersion(root) : undefined;
  if (!isObject(root) || !found) return { document, diagnostics: [] };
  const { written, key, version } = found;
  const value: JsonObject = {};
  for (const [name, member] of Object.entries(root)) {
    if (name === written) setMember(value, key, version);
    else if (name !== key) setMember(value, name, member);
  }
  rememberParsedText(value, parsedText(root));
  const pointer = appendPointer("", written);
  const message = `"${document.display}" declares ${written} ${JSON.stringify(root[written])}, which is not a version; it is read as ${key} ${JSON.stringify(version)}.`;
  const location = { file: document.display, pointer, ...locate(document, pointer) };
  const help = `Write \`${key}: ${JSON.stringify(version)}\`.`;
  return { document: { ...document, value }, diagnostics: [diagnostic("B44-113", { message, location, help })] };
}

/**
 * Returns the key that contains a version, and the key and version that are meant; undefined if no supported version is
 * meant.
 */
function meantVersion(root: JsonObject): { written: string; key: VersionKey; version: Json } | undefined {
  for (const written of Object.keys(root)) {
    const name = written.toLowerCase();
    if (name !== "openapi" && name !== "swagger") continue;
    const number = VERSION.exec(writtenVersion(root, written) ?? "")?.[1];
    const said = number === undefined ? undefined : keyOf(number);
    if (number === undefined || said === undefined) continue;
    if (said === name || !isOf(name, root)) return { written, key: said, version: said === "swagger" ? "2.0" : number };
    return { written, key: name, version: name === "swagger" ? "2.0" : "3.0.0" };
  }
  return undefined;
}

/** Returns the field that a version belongs in; undefined for an unsupported version. */
function keyOf(version: string): VersionKey | undefined {
  return (["openapi", "swagger"] as const).find((key) => declaredFamily({ [key]: version }));
}

/** Whether a document has root fields that only this specification has, and none that only the other has. */
function isOf(one: VersionKey, root: JsonObject): boolean {
  const other = one === "swagger" ? "openapi" : "swagger";
  const hasAny = (keys: readonly string[]) => keys.some((key) => Object.hasOwn(root, key));
  return hasAny(OWN[one]) && !hasAny(OWN[other]);
}
