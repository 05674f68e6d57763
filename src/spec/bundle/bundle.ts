import { DiagnosticError, fail } from "../../diagnostics/index.js";
import { arrayMember, type Json, type JsonObject } from "../../json/index.js";
import { cutWords } from "../cuts.js";
import type { BundledSpec, LoadedSpec } from "../model.js";
import type { References } from "../references/index.js";
import type { DocumentReference } from "../resolve/index.js";
import { listOperations, type OperationEntry, type SelectedOperation } from "../select/index.js";
import { serverFaults } from "../shapes/index.js";
import { tagName } from "../tags.js";
import { componentSection } from "./object-kinds.js";
import { type ReachedPaths, reachPaths } from "./paths.js";
import { Reach, type ReachInput } from "./reach.js";
import { type ReachedSecurity, reachSecuritySchemes } from "./security-schemes.js";
import { Trail } from "./trail.js";
import { judge, type Verdict } from "./unresolved/index.js";
import { resultOf } from "./visit.js";

/** Fields of the root object that a bundle copies. */
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

/** A bundle, or the references whose documents must be read first. */
export type BundleResult =
  | {
      bundled: BundledSpec;
      missing?: undefined;
      /** References of other operations to documents that were not read: names are reserved for their targets. */
      elsewhere: DocumentReference[];
    }
  | { bundled?: undefined; missing: DocumentReference[] };

/** The input of {@link bundle}. */
interface BundleInput extends Omit<ReachInput, "trail"> {
  selected: readonly SelectedOperation[];
  /** True to make every broken reference an error. */
  strict?: boolean | undefined;
}

/**
 * Makes one document, in the spec's own version, from the selected operations and everything that they reach. Targets of references to
 * other documents, or to unusual places, become components; everything else is omitted. If no operation is selected, the bundle has
 * all named schemas of the document. Does not change the source.
 *
 * Broken references are warnings if the operations can be called without them, and thrown otherwise (docs/decisions/0008): to nothing
 * (B44-108), over too many others (B44-114), circular (B44-112), or into unreadable documents (`failures`, B44-109 and B44-110). The
 * same applies to a `$dynamicRef` with several targets (B44-401), and to parts that exceed a limit (B44-115 to B44-117).
 */
export function bundle(input: BundleInput): BundleResult {
  const { spec, selected } = input;
  refuseCutFields(spec, input.references);
  const first = reachAll(input, entriesOf(selected));
  const { missing, faults } = first.reach.unresolved;
  if (missing.length > 0) return { missing };
  if (input.strict && faults.length > 0) throw new DiagnosticError(faults.map(({ diagnostic }) => diagnostic));
  const { leftOut, diagnostics } = faults.length > 0 ? judged(input) : SOUND;
  const entries = entriesOf(selected).filter(({ id }) => !leftOut.has(id));
  const { reach, paths, security } = leftOut.size > 0 ? reachAll(input, entries) : first;
  const elsewhere = nameComponents(reach, input);
  reach.finish();
  const root: JsonObject = {};
  const source = { ...spec.root, ...(resultOf(security.visit) as JsonObject) };
  for (const field of ROOT_FIELDS) if (Object.hasOwn(source, field)) root[field] = source[field] as Json;
  reach.origins.set(root, { file: spec.document.display, pointer: "" });
  root.paths = paths.write();
  reach.components.writeInto(root);
  const tags = usedTags(spec, entries);
  if (tags.length > 0) root.tags = tags;
  const unread = [...new Set(faults.flatMap(({ document }) => document ?? []))];
  return {
    elsewhere,
    bundled: {
      root,
      family: spec.family,
      origins: reach.origins,
      leftOut,
      unread,
      diagnostics,
      notUnderstood: reach.shapes.diagnostics(),
    },
  };
}

/** Copied fields of the root object that all calls depend on. */
const FIELDS_OF_CALLS = ["host", "basePath", "schemes", "consumes", "produces", "servers"];

/** Throws if fields that all operations depend on exceed a limit (B44-116, B44-117). */
function refuseCutFields({ root, document }: LoadedSpec, { cuts }: References): void {
  for (const field of FIELDS_OF_CALLS) {
    const reason = cuts.within(root[field]);
    if (reason === undefined) continue;
    const { code, problem, help } = cutWords(reason);
    fail(code, { message: `${problem}.`, location: { file: document.display, pointer: `/${field}` }, help });
  }
}

/** The verdict without faults. */
const SOUND: Verdict = { leftOut: new Set(), diagnostics: [] };

/** Walks the operations again and records the path, to find out which of them reach a fault. */
function judged(input: BundleInput): Verdict {
  const trail = new Trail();
  const { reach, paths, security } = reachAll({ ...input, trail }, entriesOf(input.selected));
  const owners = paths.owners().set(security.visit, security.operations);
  return judge(reach.unresolved.faults, input.selected, ({ visits }) => trail.operationsReaching(visits, owners));
}

function entriesOf(selected: readonly SelectedOperation[]): OperationEntry[] {
  return selected.map(({ entry }) => entry);
}

interface Reached {
  reach: Reach;
  paths: ReachedPaths;
  security: ReachedSecurity;
}

/** Walks everything that the operations need. */
function reachAll(input: ReachInput, entries: readonly OperationEntry[]): Reached {
  const reach = new Reach(input);
  const paths = reachPaths(reach, entries);
  if (entries.length === 0) reachSchemas(reach, input);
  const security = reachSecuritySchemes(reach, input.spec, entries, input.references);
  const { root, document } = input.spec;
  for (const fault of serverFaults(root)) reach.shapes.tell(fault, () => ({ file: document.display, pointer: "" }));
  reach.run();
  return { reach, paths, security };
}

/** Adds every named schema of the root document (OpenAPI 3.1, section 4.8.7; `definitions` in Swagger 2.0). */
function reachSchemas(reach: Reach, { spec, references }: ReachInput): void {
  const section = componentSection("schema", spec.family);
  for (const name of references.keysFromRoot(...section)) {
    const resolution = references.fromRoot(...section, name);
    if (resolution.kind === "target") reach.components.reach("schema", resolution.target);
  }
}

/**
 * Names the components that are moved into the bundle. The names are chosen over all operations of the spec, so that a larger
 * selection renames nothing. That takes another walk, but only if there is something to name. Returns the references in that walk to
 * documents that were not read.
 */
function nameComponents(reach: Reach, input: ReachInput): DocumentReference[] {
  if (reach.components.unnamedPlaces.length === 0) return [];
  const survey = reachAll(input, listOperations(input.spec, input.references)).reach;
  reach.components.settleNames([...survey.components.unnamedPlaces, ...reach.components.unnamedPlaces]);
  return survey.unresolved.missing;
}

/** Returns the tags of the root object that the operations have. */
function usedTags(spec: LoadedSpec, entries: readonly OperationEntry[]): Json[] {
  const used = new Set(entries.flatMap((entry) => entry.tags));
  return arrayMember(spec.root, "tags").filter((tag) => {
    const name = tagName(tag);
    return name !== undefined && used.has(name);
  });
}
