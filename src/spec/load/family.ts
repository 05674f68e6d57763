import { closest, fail } from "../../diagnostics/index.js";
import { appendPointer, isObject, type Json, type JsonObject, member } from "../../json/index.js";
import type { SourceDocument, SpecFamily } from "../model.js";
import { locate } from "./locate/locate.js";
import { lookalikeOf, lookalikeOfText } from "./lookalikes.js";

/**
 * Returns the root object of a spec and the family of its version (OpenAPI 3.2.0, section 4.1; Swagger 2.0, "Swagger
 * Object"). The version may be a number, and may lack its last parts.
 * @throws DiagnosticError B44-106 if the document is not an OpenAPI document, B44-107 if its version is unknown.
 */
export function specFamily(document: SourceDocument): { root: JsonObject; family: SpecFamily } {
  const root = document.value;
  const family = declaredFamily(root);
  if (isObject(root) && family) return { root, family };
  const ofText = lookalikeOfText(document.text);
  if (ofText) return failNotSpec(document, `is ${ofText.what}, not an OpenAPI document`, { help: ofText.help });
  if (root === null) return failNotSpec(document, "is empty", {});
  if (!isObject(root)) return failNotSpec(document, `contains ${kindOf(root)}, not an OpenAPI document`, {});
  const openapi = writtenVersion(root, "openapi");
  const swagger = writtenVersion(root, "swagger");
  if (openapi !== undefined) failVersion(document, "openapi", openapi);
  if (swagger !== undefined) failVersion(document, "swagger", swagger);
  const ancient = writtenVersion(root, "swaggerVersion");
  if (ancient !== undefined) failVersion(document, "swaggerVersion", ancient);
  const lookalike = lookalikeOf(root);
  if (lookalike) failNotSpec(document, `is ${lookalike.what}, not an OpenAPI document`, lookalike);
  const meant = misspelt(root);
  if (meant) {
    const { key, wanted } = meant;
    const why = `has neither \`openapi\` nor \`swagger\`, but \`${key}\``;
    return failNotSpec(document, why, { pointer: appendPointer("", key), help: `Did you mean \`${wanted}\`?` });
  }
  const help = isObject(root.paths)
    ? "If it is one, add its version at the top: `openapi: 3.0.0` or `swagger: '2.0'`."
    : undefined;
  return failNotSpec(document, "has neither `openapi` nor `swagger`, so it is not an OpenAPI document", { help });
}

/** Finds the first key that looks like a misspelt `openapi` or `swagger` and has a version as its value. */
function misspelt(root: JsonObject): { key: string; wanted: string } | undefined {
  for (const key of Object.keys(root)) {
    const wanted = closest(key, ["openapi", "swagger"]);
    if (wanted !== undefined && /^\d/.test(writtenVersion(root, key) ?? "")) return { key, wanted };
  }
  return undefined;
}

/** Returns the family of the version that a document declares; undefined if it declares none, or an unknown one. */
export function declaredFamily(root: Json): SpecFamily | undefined {
  if (!isObject(root)) return undefined;
  return familyOf(writtenVersion(root, "openapi"), "3") ?? familyOf(writtenVersion(root, "swagger"), "2");
}

/** Returns the version under a key, as a string. */
export function writtenVersion(root: JsonObject, key: string): string | undefined {
  const value = member(root, key);
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : undefined;
}

function familyOf(version: string | undefined, major: "2" | "3"): SpecFamily | undefined {
  const match = /^(\d+)(?:\.(\d+))?(?![\d])/.exec(version ?? "");
  if (match?.[1] !== major) return undefined;
  const family = `${major}.${match[2] ?? "0"}`;
  return (["2.0", "3.0", "3.1", "3.2"] as const).find((known) => known === family);
}

function kindOf(value: Exclude<Json, null>): string {
  if (Array.isArray(value)) return "an array";
  return typeof value === "string" ? "plain text" : `a ${typeof value}`;
}

/** @param pointer the pointer of the value that shows it; without one, the location is the whole document */
function failNotSpec(
  document: SourceDocument,
  why: string,
  { pointer, help }: { pointer?: string | undefined; help?: string | undefined },
): never {
  const named = pointer === undefined ? {} : { pointer };
  const place = document.value === null ? {} : { ...named, ...locate(document, pointer ?? "") };
  fail("B44-106", { message: `"${document.display}" ${why}.`, location: { file: document.display, ...place }, help });
}

function failVersion(document: SourceDocument, key: string, version: string): never {
  const pointer = `/${key}`;
  const shown = version.length > 40 ? `${version.slice(0, 40)}…` : version;
  fail("B44-107", {
    message: `"${document.display}" declares ${key} "${shown}", which is not Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2.`,
    location: { file: document.display, pointer, ...locate(document, pointer) },
    help: versionHelp(version),
  });
}

/**
 * Returns the help for an unsupported version; undefined for versions older than Swagger 2.0, for which there is no
 * remedy.
 */
function versionHelp(version: string): string | undefined {
  if (/^[01](?:\.|$)/.test(version)) return undefined;
  const [number] = /\d+(?:\.\d+){0,2}/.exec(version.slice(0, 40)) ?? [];
  if (familyOf(number, "3")) return `Did you mean \`openapi: "${number}"\`?`;
  if (familyOf(number, "2")) return 'Did you mean `swagger: "2.0"`?';
  return 'Write the version that the document follows, for example `openapi: "3.1.0"`.';
}
