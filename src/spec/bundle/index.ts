import type { Diagnostic } from "../../diagnostics/index.js";
import { arrayMember, isObject, type Json, type JsonObject, objectMember, setMember } from "../json.js";
import type { BundledSpec, LoadedSpec } from "../model.js";
import type { DocumentReference } from "../resolve/index.js";
import type { OperationEntry, SelectedOperation } from "../select/index.js";
import { Bundler } from "./bundler.js";
import { METHODS } from "./object-kinds.js";
import type { References } from "./references.js";

export { References } from "./references.js";

/** Fields of the root object that a bundle takes over as they are, in the versions that have them. */
const ROOT_FIELDS = [
  "swagger",
  "openapi",
  "$self",
  "jsonSchemaDialect",
  "info",
  "host",
  "basePath",
  "schemes",
  "consumes",
  "produces",
  "servers",
  "security",
  "externalDocs",
];

/** A bundle, or the references whose documents have to be read first. */
export type BundleResult = { bundled: BundledSpec; missing?: undefined } | { missing: DocumentReference[] };

/**
 * Makes one document, in the spec's own version, of the selected operations and all that they reach: references to
 * other documents or to odd places become components, everything else is left out.
 *
 * Throws B44-108 when a reference that is reached leads nowhere, and what `failures` says (B44-109, B44-110) when
 * its document could not be read.
 */
export function bundle(
  spec: LoadedSpec,
  selected: readonly SelectedOperation[],
  references: References,
  failures: ReadonlyMap<string, Diagnostic>,
): BundleResult {
  const bundler = new Bundler(spec, references, failures);
  const root: JsonObject = {};
  for (const field of ROOT_FIELDS) if (Object.hasOwn(spec.root, field)) root[field] = spec.root[field] as Json;
  root.paths = copyPaths(bundler, selected);
  bundler.finish();
  if (bundler.missing.length > 0) return { missing: bundler.missing };
  bundler.components.writeInto(root);
  copySecuritySchemes(spec, root, selected);
  copyTags(spec, root, selected);
  return { bundled: { root, family: spec.family, origins: bundler.origins, diagnostics: [] } };
}

function copyPaths(bundler: Bundler, selected: readonly SelectedOperation[]): JsonObject {
  const byPath = new Map<string, OperationEntry[]>();
  for (const { entry } of selected) {
    const entries = byPath.get(entry.path);
    if (entries) entries.push(entry);
    else byPath.set(entry.path, [entry]);
  }
  const paths: JsonObject = {};
  for (const [path, entries] of byPath) setMember(paths, path, copyPathItem(bundler, entries));
  return paths;
}

/** A path item with only the selected operations; its own parameters and servers stay. */
function copyPathItem(bundler: Bundler, entries: OperationEntry[]): Json {
  const first = entries[0] as OperationEntry;
  const trimmed: JsonObject = {};
  for (const [key, value] of Object.entries(first.pathItem)) {
    const isOperation = (METHODS as readonly string[]).includes(key);
    if (key === "$ref" || key === "additionalOperations") continue;
    if (!isOperation || entries.some((entry) => entry.method === key)) setMember(trimmed, key, withoutCallbacks(value));
  }
  const additional = entries.filter((entry) => !(METHODS as readonly string[]).includes(entry.method));
  if (additional.length > 0) {
    trimmed.additionalOperations = Object.fromEntries(
      additional.map((entry) => [entry.method.toUpperCase(), entry.operation]),
    );
  }
  const pointer = first.origin.pointer.split("/").slice(0, additional[0] === first ? -2 : -1).join("/");
  return bundler.copy("pathItem", trimmed, first.uri, pointer);
}

function withoutCallbacks(operation: Json): Json {
  if (!isObject(operation) || !Object.hasOwn(operation, "callbacks")) return operation;
  const { callbacks: _, ...rest } = operation;
  return rest;
}

/** Takes over the security schemes that the selected operations name (OpenAPI 3.2.0, section 4.30). */
function copySecuritySchemes(spec: LoadedSpec, root: JsonObject, selected: readonly SelectedOperation[]): void {
  const requirements = selected.flatMap(({ entry }) =>
    Array.isArray(entry.operation.security) ? entry.operation.security : arrayMember(spec.root, "security"),
  );
  const used = new Set(requirements.flatMap((item) => (isObject(item) ? Object.keys(item) : [])));
  const isSwagger2 = spec.family === "2.0";
  const declared = isSwagger2
    ? objectMember(spec.root, "securityDefinitions")
    : objectMember(objectMember(spec.root, "components") ?? {}, "securitySchemes");
  const kept = Object.fromEntries(Object.entries(declared ?? {}).filter(([name]) => used.has(name)));
  if (Object.keys(kept).length === 0) return;
  if (isSwagger2) root.securityDefinitions = kept;
  else root.components = { ...objectMember(root, "components"), securitySchemes: kept };
}

function copyTags(spec: LoadedSpec, root: JsonObject, selected: readonly SelectedOperation[]): void {
  const used = new Set(selected.flatMap(({ entry }) => entry.tags));
  const tags = arrayMember(spec.root, "tags").filter(
    (tag) => isObject(tag) && typeof tag.name === "string" && used.has(tag.name),
  );
  if (tags.length > 0) root.tags = tags;
}
