import { type Diagnostic, DiagnosticError } from "../../diagnostics/index.js";
import { arrayMember, isObject, type Json, type JsonObject } from "../json.js";
import type { BundledSpec, LoadedSpec } from "../model.js";
import type { DocumentReference } from "../resolve/index.js";
import { listOperations, type OperationEntry, type SelectedOperation } from "../select/index.js";
import { reachPaths } from "./paths.js";
import { Reach } from "./reach.js";
import type { References } from "./references.js";
import { reachSecuritySchemes } from "./security-schemes.js";

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
export type BundleResult =
  | { bundled: BundledSpec; missing?: undefined }
  | { bundled?: undefined; missing: DocumentReference[] };

/**
 * Makes one document, in the spec's own version, of the selected operations and all that they reach: references to
 * other documents or to odd places become components, everything else is left out. The source is not changed.
 *
 * Throws B44-108 where references that are reached lead nowhere, B44-112 where they go round in a circle, and what
 * `failures` says (B44-109, B44-110) where their documents could not be read.
 */
export function bundle(
  spec: LoadedSpec,
  selected: readonly SelectedOperation[],
  references: References,
  failures: ReadonlyMap<string, Diagnostic>,
): BundleResult {
  const entries = selected.map(({ entry }) => entry);
  const reach = new Reach(spec, references, failures);
  const writePaths = reachAll(reach, spec, entries, references);
  const { missing, faults } = reach.unresolved;
  if (missing.length > 0) return { missing };
  if (faults.length > 0) throw new DiagnosticError(faults);
  nameComponents(reach, spec, references, failures);
  reach.finish();
  const root: JsonObject = {};
  for (const field of ROOT_FIELDS) if (Object.hasOwn(spec.root, field)) root[field] = spec.root[field] as Json;
  root.paths = writePaths();
  reach.components.writeInto(root);
  const tags = usedTags(spec, entries);
  if (tags.length > 0) root.tags = tags;
  return { bundled: { root, family: spec.family, origins: reach.origins, diagnostics: [] } };
}

/** Follows all that operations need; what comes back writes their paths, once the reach is finished. */
function reachAll(
  reach: Reach,
  spec: LoadedSpec,
  entries: readonly OperationEntry[],
  references: References,
): () => JsonObject {
  const writePaths = reachPaths(reach, entries);
  reachSecuritySchemes(reach, spec, entries, references);
  reach.run();
  return writePaths;
}

/**
 * Names what is moved in. The names are settled over all operations of the spec, so that a larger selection renames
 * nothing; that costs another walk, but only a spec with references to odd places has something to name.
 */
function nameComponents(
  reach: Reach,
  spec: LoadedSpec,
  references: References,
  failures: ReadonlyMap<string, Diagnostic>,
): void {
  if (reach.components.unnamedPlaces.length === 0) return;
  const survey = new Reach(spec, references, failures);
  reachAll(survey, spec, listOperations(spec, references), references);
  reach.components.settleNames([...survey.components.unnamedPlaces, ...reach.components.unnamedPlaces]);
}

/** The tags of the root object that the operations have. */
function usedTags(spec: LoadedSpec, entries: readonly OperationEntry[]): Json[] {
  const used = new Set(entries.flatMap((entry) => entry.tags));
  return arrayMember(spec.root, "tags").filter(
    (tag) => isObject(tag) && typeof tag.name === "string" && used.has(tag.name),
  );
}
